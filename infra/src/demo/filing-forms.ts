import { creditCode, domainName, mobile, residentId } from './identities';

/** All that an applicant knows before he begins. Invented from end to end. */
export interface FilingForm {
  readonly check: Readonly<Record<string, unknown>> & {
    readonly domain: string;
    readonly certificateType: string;
    readonly certificateNumber: string;
  };
  readonly subject: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly site: Readonly<Record<string, unknown>>;
  /** Mobile and the last six characters of the certificate of each administrator. */
  readonly phones: Readonly<Record<string, { readonly mobile: string; readonly certificateTail: string }>>;
}

interface District {
  readonly province: string;
  readonly code: string;
  readonly city: string;
  readonly district: string;
  readonly address: string;
}

const nankai: District = {
  province: '12',
  code: '120104',
  city: '天津市',
  district: '南开区',
  address: '南开区试验道一号三层 301 室',
};
const xihu: District = {
  province: '33',
  code: '330106',
  city: '杭州市',
  district: '西湖区',
  address: '西湖区试验路二号五层 501 室',
};

const validUntil = (): string => `${new Date().getUTCFullYear() + 8}-06-30`;

function administrator(name: string, { code, id, legal }: { code: string; id: string; legal: boolean }) {
  return {
    name,
    certificateType: 'resident-id',
    certificateNumber: id,
    certificateValidUntil: validUntil(),
    mobile: mobile(),
    landline: code.startsWith('12') ? '022-23456789' : '0571-87654321',
    email: `${id.slice(-6).toLowerCase()}@people.example`,
    legalRepresentative: legal,
  };
}

/** An enterprise in Tianjin (SMS province of 2018-06) with a website administrator who is another person. */
export function enterpriseInTianjin(domain = domainName()): FilingForm {
  const number = creditCode(nankai.code);
  const director = administrator('林试文', { code: nankai.code, id: residentId(nankai.code), legal: true });
  const engineer = administrator('赵验之', {
    code: nankai.code,
    id: residentId(nankai.code),
    legal: false,
  });
  return {
    check: {
      province: nankai.province,
      city: nankai.city,
      district: nankai.district,
      nature: 'enterprise',
      certificateType: 'business-licence',
      certificateNumber: number,
      domain,
    },
    subject: {
      name: '天津试验数据有限公司',
      certificateAddress: nankai.address,
      mailingProvince: nankai.province,
      mailingAddress: nankai.address,
      superior: '林试文',
      administrators: { 'subject-administrator': director, 'site-administrator-1': engineer },
    },
    site: {
      name: '天津试验数据企业主页',
      domains: [domain],
      homePage: `www.${domain}`,
      serviceContents: [128],
      languages: [1],
      preapprovals: [],
      administrator: 'site-administrator-1',
    },
    phones: {
      'subject-administrator': { mobile: director.mobile, certificateTail: director.certificateNumber.slice(-6) },
      'site-administrator-1': { mobile: engineer.mobile, certificateTail: engineer.certificateNumber.slice(-6) },
    },
  };
}

/** An individual in Zhejiang: no phone step in 2018-06, one person in every place. */
export function individualInZhejiang(domain = domainName()): FilingForm {
  const id = residentId(xihu.code);
  const person = administrator('陈试之', { code: xihu.code, id, legal: false });
  return {
    check: {
      province: xihu.province,
      city: xihu.city,
      district: xihu.district,
      nature: 'individual',
      certificateType: 'resident-id',
      certificateNumber: id,
      domain,
    },
    subject: {
      name: '陈试之',
      certificateAddress: xihu.address,
      mailingProvince: xihu.province,
      mailingAddress: xihu.address,
      superior: '陈试之',
      administrators: { 'subject-administrator': person },
    },
    site: {
      name: '陈试之的读书笔记',
      domains: [domain],
      homePage: `www.${domain}`,
      serviceContents: [32],
      languages: [1],
      preapprovals: [],
      administrator: 'subject-administrator',
    },
    phones: { 'subject-administrator': { mobile: person.mobile, certificateTail: id.slice(-6) } },
  };
}
