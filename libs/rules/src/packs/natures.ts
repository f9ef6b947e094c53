import type { CertificateType, Nature } from '@beian/contracts';
import type { Bilingual } from '../rule-values';

/** One certificate of a nature: our type, the ministry's code, its Chinese name. */
export interface NatureCertificate {
  readonly type: CertificateType;
  readonly code: number;
  readonly zh: string;
}

/** Nature of a subject (主办单位性质) with the ministry's number (rules.md 3.1). */
export interface NatureRow {
  readonly nature: Nature;
  readonly code: number;
  readonly name: Bilingual;
  readonly certificates: readonly NatureCertificate[];
  /** `inferred`: the sources list natures and certificates in the same order, and no more (12 to 20). */
  readonly confidence: 'medium' | 'inferred';
  /** First two characters its credit code is expected to have; anything else is a warning. */
  readonly creditCodeStarts?: readonly string[];
}

const certificate = (code: number, type: CertificateType, zh: string): NatureCertificate => ({ code, type, zh });
const organisationCode = (code: number): NatureCertificate => certificate(code, 'organisation-code', '组织机构代码证');
const creditCode = (code: number): NatureCertificate => certificate(code, 'credit-code', '统一社会信用代码证书');
const other = (code: number, zh: string): NatureCertificate => certificate(code, 'other', zh);

/** In the order of the ministry's numbers; 7 and 8 are not used. */
export const natureRows: readonly NatureRow[] = [
  { nature: 'defence-body', code: 1, name: { zh: '国防机构', en: 'defence body' }, confidence: 'medium', certificates: [other(5, '部队代号'), other(23, '军队单位对外有偿服务许可证')] },
  { nature: 'government', code: 2, name: { zh: '政府机关', en: 'government organ' }, confidence: 'medium', creditCodeStarts: ['11'], certificates: [organisationCode(9), creditCode(13)] },
  { nature: 'public-institution', code: 3, name: { zh: '事业单位', en: 'public institution' }, confidence: 'medium', creditCodeStarts: ['12'], certificates: [organisationCode(3), certificate(4, 'institution-legal-person', '事业单位法人证书'), creditCode(15)] },
  { nature: 'enterprise', code: 4, name: { zh: '企业', en: 'enterprise' }, confidence: 'medium', creditCodeStarts: ['91', '92', '93'], certificates: [certificate(1, 'business-licence', '营业执照'), organisationCode(12), certificate(27, 'foreign-representative-office', '外国企业常驻代表机构登记证')] },
  {
    nature: 'individual',
    code: 5,
    name: { zh: '个人', en: 'individual' },
    confidence: 'medium',
    certificates: [
      certificate(2, 'resident-id', '居民身份证'),
      certificate(7, 'passport', '护照'),
      certificate(11, 'taiwan-travel-permit', '台湾居民来往大陆通行证'),
      certificate(14, 'hk-macau-travel-permit', '港澳居民来往内地通行证'),
      certificate(30, 'foreign-permanent-residence', '外国人永久居留身份证'),
      certificate(41, 'hk-macau-residence-permit', '港澳居民居住证'),
      certificate(42, 'taiwan-residence-permit', '台湾居民居住证'),
    ],
  },
  { nature: 'social-organisation', code: 6, name: { zh: '社会团体', en: 'social organisation' }, confidence: 'medium', creditCodeStarts: ['51'], certificates: [certificate(6, 'social-organisation-registration', '社会团体法人登记证书'), organisationCode(10)] },
  { nature: 'private-non-enterprise', code: 9, name: { zh: '民办非企业单位', en: 'private non-enterprise unit' }, confidence: 'medium', creditCodeStarts: ['52'], certificates: [organisationCode(16), certificate(17, 'private-non-enterprise-registration', '民办非企业单位登记证书'), other(36, '社会服务机构登记证书'), other(37, '民办学校办学许可证')] },
  { nature: 'foundation', code: 10, name: { zh: '基金会', en: 'foundation' }, confidence: 'medium', creditCodeStarts: ['53'], certificates: [organisationCode(18), certificate(19, 'foundation-registration', '基金会法人登记证书')] },
  { nature: 'law-firm', code: 11, name: { zh: '律师执业机构', en: 'law firm' }, confidence: 'medium', creditCodeStarts: ['31'], certificates: [organisationCode(20), certificate(21, 'law-firm-licence', '律师事务所执业许可证')] },
  { nature: 'foreign-cultural-centre', code: 12, name: { zh: '外国在华文化中心', en: 'foreign cultural centre' }, confidence: 'inferred', certificates: [other(22, '外国在华文化中心登记证'), other(34, '外国政府旅游部门常驻代表机构批准登记证'), other(40, '北京市外国驻华使馆人员子女学校办学许可证')] },
  { nature: 'mass-organisation', code: 13, name: { zh: '群众性团体组织', en: 'mass organisation' }, confidence: 'inferred', certificates: [creditCode(24)] },
  { nature: 'forensic-body', code: 14, name: { zh: '司法鉴定机构', en: 'forensic body' }, confidence: 'inferred', certificates: [other(28, '司法鉴定许可证')] },
  { nature: 'religious-body', code: 15, name: { zh: '宗教团体', en: 'religious body' }, confidence: 'inferred', certificates: [other(25, '宗教活动场所登记证')] },
  { nature: 'overseas-body', code: 16, name: { zh: '境外机构', en: 'overseas body' }, confidence: 'inferred', certificates: [other(35, '境外机构证件')] },
  { nature: 'medical-institution', code: 17, name: { zh: '医疗机构', en: 'medical institution' }, confidence: 'inferred', certificates: [other(38, '医疗机构执业许可证')] },
  { nature: 'notary', code: 18, name: { zh: '公证机构', en: 'notary' }, confidence: 'inferred', certificates: [other(39, '公证机构执业证')] },
  { nature: 'collective-economy', code: 19, name: { zh: '集体经济', en: 'collective economy' }, confidence: 'inferred', certificates: [other(43, '农村集体经济组织登记证')] },
  { nature: 'arbitration-body', code: 20, name: { zh: '仲裁机构', en: 'arbitration body' }, confidence: 'inferred', certificates: [other(44, '仲裁委员会登记证')] },
];

const byNature = new Map(natureRows.map((row) => [row.nature, row]));

/** The row of a nature; every nature of contracts has one (its spec walks them). */
export function natureRow(nature: Nature): NatureRow {
  const row = byNature.get(nature);
  if (row === undefined) throw new Error(`no row for the nature ${nature}`);
  return row;
}

/** Types of certificate a subject of this nature may show, each once. */
export const certificateTypesOf = (nature: Nature): readonly CertificateType[] => [...new Set(natureRow(nature).certificates.map(({ type }) => type))];
