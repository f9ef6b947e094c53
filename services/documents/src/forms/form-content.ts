import { createHash } from 'node:crypto';
import type { AdministratorKey, CertificateType, Nature, PersonDraft } from '@beian/contracts';
import { canonicalJson, problem } from '@beian/platform';
import { natureRow, provinces, slotTexts } from '@beian/rules';
import { personOf, type FormContent, type FormData, type FormRow, type FormSection } from './form-data';
import { statementWishes } from './province-wishes';

/** What a form is made of, or a refusal naming every field that is still missing (`has-findings`). */
export function formContent(data: FormData): FormContent {
  const content = data.form === 'authenticity-statement' ? statement(data) : letter(data);
  const missing = content.sections.flatMap(({ rows }) => rows).filter(({ value }) => value === '');
  if (missing.length > 0)
    return problem('has-findings', {
      entries: missing.map(({ label, pointer = '' }) => ({
        pointer,
        code: 'form-field-missing',
        zh: `表格需要：${label}`,
        en: `the form needs this field: ${pointer}`,
        remedyZh: '先填写该项再生成',
        remedyEn: 'fill it in, then ask for the form again',
      })),
    });
  return content;
}

/** SHA-256 over what the form says, whatever it looks like. */
export const contentHash = (content: FormContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

const nameOfProvince = (code: string): string => provinces.find((one) => one.code === code)?.zh ?? code;
const certificateName = (nature: Nature, type: CertificateType): string =>
  natureRow(nature).certificates.find((one) => one.type === type)?.zh ?? '其他';
const row = (label: string, value: string | undefined, pointer: string): FormRow => ({
  label,
  value: value ?? '',
  pointer,
});

function holder({ subject: { locked, draft } }: FormData): FormSection {
  const { nature, certificateType, certificateNumber } = locked;
  return {
    title: '主办单位',
    rows: [
      row('主办单位名称', draft.name, '/subject/name'),
      { label: '主办单位性质', value: natureRow(nature).name.zh },
      { label: '证件类型', value: certificateName(nature, certificateType) },
      { label: '证件号码', value: certificateNumber },
    ],
  };
}

/** Certificates of persons are those of individuals (rules.md 3.1, nature 5). */
const personCertificate = (type: CertificateType | undefined): string =>
  type === undefined ? '' : certificateName('individual', type);

/** An individual is his own administrator: his certificate is the subject's. */
function person(data: FormData, { key, title }: { key: AdministratorKey; title: string }): FormSection {
  const draft: PersonDraft = personOf(data, key);
  const pointer = `/subject/administrators/${key}`;
  const own = data.subject.locked.nature === 'individual' && key === 'subject-administrator';
  const { certificateType, certificateNumber } = own ? { ...data.subject.locked, ...draft } : draft;
  return {
    title,
    rows: [
      row('姓名', draft.name, `${pointer}/name`),
      row('证件类型', personCertificate(certificateType), `${pointer}/certificateType`),
      row('证件号码', certificateNumber, `${pointer}/certificateNumber`),
      row('手机号码', draft.mobile, `${pointer}/mobile`),
    ],
  };
}

function statement(data: FormData): FormContent {
  const { subject, sites } = data;
  const isIndividual = subject.locked.nature === 'individual';
  const who = isIndividual ? '本人' : '本单位';
  const domains = sites.flatMap((site) => site.draft.domains ?? []);
  return {
    title: `网站备案${slotTexts['authenticity-statement'].zh}`,
    province: nameOfProvince(subject.locked.province),
    sections: [
      holder(data),
      person(data, { key: 'subject-administrator', title: '主体负责人' }),
      ...sites.flatMap(({ draft, siteId }, index): FormSection[] => {
        const pointer = `/sites/${siteId}`;
        const key = draft.administrator ?? 'subject-administrator';
        const site: FormSection = {
          title: `网站 ${index + 1}`,
          rows: [
            row('网站名称', draft.name, `${pointer}/name`),
            row('域名', draft.domains?.join('、'), `${pointer}/domains`),
            row('首页网址', draft.homePage, `${pointer}/homePage`),
          ],
        };
        return key === 'subject-administrator'
          ? [{ ...site, rows: [...site.rows, { label: '网站负责人', value: '同主体负责人' }] }]
          : [site, person(data, { key, title: `网站 ${index + 1} 的负责人` })];
      }),
    ],
    declaration: [
      `${who}确认：以上备案信息由${who}提供，真实、准确、有效；所交证件和材料均与原件一致。`,
      '信息有变更时及时办理变更备案。',
    ],
    ...statementWishes({ province: subject.locked.province, isIndividual, domains: domains.length }),
  };
}

function letter(data: FormData): FormContent {
  const [, whose = 'subject-administrator'] = data.form.split(':');
  const key = whose as AdministratorKey;
  const isSite = data.form.startsWith('letter-site-administrator');
  if (data.subject.locked.nature === 'individual' || data.subject.draft.administrators[key] === undefined)
    return problem('slot-unknown', { pointer: '/form' });
  const office = isSite ? '网站负责人' : '主体负责人';
  const sites = data.sites.filter(({ draft }) => !isSite || (draft.administrator ?? 'subject-administrator') === key);
  return {
    title: slotTexts[isSite ? 'letter-site-administrator' : 'letter-subject-administrator'].zh,
    province: nameOfProvince(data.subject.locked.province),
    sections: [
      holder(data),
      person(data, { key, title: `被授权人（${office}）` }),
      {
        title: '授权所及的网站',
        rows: sites.map(({ draft, siteId }, index) =>
          row(
            `网站 ${index + 1}`,
            draft.name && `${draft.name}（${draft.domains?.join('、') ?? ''}）`,
            `/sites/${siteId}/name`,
          ),
        ),
      },
    ],
    declaration: [`本单位授权上述被授权人担任${office}，办理上述网站的备案并负责其日常管理。`],
    wishes: ['加盖单位公章，由法定代表人签名；附法定代表人证件时按该省要求。'],
    toFill: ['法定代表人签名：', '被授权人签名：', '单位公章：', '日期：        年    月    日'],
  };
}
