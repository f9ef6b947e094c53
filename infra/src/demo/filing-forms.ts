import { creditCode, domainName, mobile, residentId } from './identities';

/** All that an applicant knows before he begins. Invented from end to end. */
export interface FilingForm {
  readonly check: Readonly<Record<string, unknown>> & {
    readonly province: string;
    readonly domain: string;
    readonly certificateType: string;
    readonly certificateNumber: string;
  };
  readonly subject: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly site: Readonly<Record<string, unknown>>;
  /** Who holds the domain, where it is not the subject. */
  readonly registrant?: { readonly name: string; readonly certificateType: string; readonly certificateNumber: string };
  /** Mobile and the last six characters of the certificate of each administrator. */
  readonly phones: Readonly<Record<string, { readonly mobile: string; readonly certificateTail: string }>>;
}

interface Place {
  readonly province: string;
  /** District code of certificates. */
  readonly code: string;
  readonly city: string;
  readonly district: string;
  readonly address: string;
  readonly landline: string;
}

const nankai: Place = {
  province: '12',
  code: '120104',
  city: '天津市',
  district: '南开区',
  address: '南开区试验道一号三层 301 室',
  landline: '022-23456789',
};
const pudong: Place = {
  province: '31',
  code: '310115',
  city: '上海市',
  district: '浦东新区',
  address: '浦东新区试验路三号二层 201 室',
  landline: '021-34567890',
};
const xihu: Place = {
  province: '33',
  code: '330106',
  city: '杭州市',
  district: '西湖区',
  address: '西湖区试验路二号五层 501 室',
  landline: '0571-87654321',
};
const lixia: Place = {
  province: '37',
  code: '370102',
  city: '济南市',
  district: '历下区',
  address: '历下区试验路四号一层 101 室',
  landline: '0531-87654321',
};

const validUntil = (): string => `${new Date().getUTCFullYear() + 8}-06-30`;

function administrator(name: string, { landline, id, legal }: { landline: string; id: string; legal: boolean }) {
  return {
    name,
    certificateType: 'resident-id',
    certificateNumber: id,
    certificateValidUntil: validUntil(),
    mobile: mobile(),
    landline,
    email: `${id.slice(-6).toLowerCase()}@people.example`,
    legalRepresentative: legal,
  };
}

/** An enterprise in Tianjin (SMS province of 2018-06) with a website administrator who is another person. */
export const enterpriseInTianjin = (domain = domainName()): FilingForm => enterprise('天津', { place: nankai, domain });

/** An enterprise in Shanghai, where the administration's own app checks the identity until 2019-04-22; two administrators. */
export const enterpriseInShanghai = (domain = domainName()): FilingForm =>
  enterprise('上海', { place: pudong, domain });

/** An individual in Zhejiang: no phone step in 2018-06, one person in every place. */
export const individualInZhejiang = (domain = domainName()): FilingForm => individual({ place: xihu, domain });

/** An individual in Shandong, where phones are confirmed from 2018-09-24 on. */
export const individualInShandong = (domain = domainName()): FilingForm => individual({ place: lixia, domain });

interface Where {
  readonly place: Place;
  readonly domain: string;
}

function enterprise(named: string, { place, domain }: Where): FilingForm {
  const { landline, code } = place;
  const number = creditCode(code);
  const director = administrator('林试文', { landline, id: residentId(code), legal: true });
  const engineer = administrator('赵验之', { landline, id: residentId(code), legal: false });
  return {
    check: {
      province: place.province,
      city: place.city,
      district: place.district,
      nature: 'enterprise',
      certificateType: 'business-licence',
      certificateNumber: number,
      domain,
    },
    subject: {
      name: `${named}试验数据有限公司`,
      certificateAddress: place.address,
      mailingProvince: place.province,
      mailingAddress: place.address,
      superior: '林试文',
      administrators: { 'subject-administrator': director, 'site-administrator-1': engineer },
    },
    site: {
      name: `${named}试验数据企业主页`,
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

function individual({ place, domain }: Where): FilingForm {
  const { landline, code } = place;
  const id = residentId(code);
  const person = administrator('陈试之', { landline, id, legal: false });
  return {
    check: {
      province: place.province,
      city: place.city,
      district: place.district,
      nature: 'individual',
      certificateType: 'resident-id',
      certificateNumber: id,
      domain,
    },
    subject: {
      name: '陈试之',
      certificateAddress: place.address,
      mailingProvince: place.province,
      mailingAddress: place.address,
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
