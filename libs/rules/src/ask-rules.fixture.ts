import type * as Calendar from '@beian/calendar';
import type { CertificateType, DomainRecord, Finding, Nature, PersonDraft, SubjectDraft } from '@beian/contracts';
import type * as Rules from './index';
import type { Asked } from './bad-input.fixture';

/** Both libraries as they are loaded: by Node, or out of the browser's script. */
export interface Libraries {
  readonly rules: typeof Rules;
  readonly calendar: typeof Calendar;
}

const context = {
  pack: '2018-06',
  asOf: '2018-06-09',
  province: '33',
  nature: 'enterprise',
  filingType: 'FIRST',
} as const;
const later = { ...context, pack: '2019-07', asOf: '2019-09-20' } as const;
const credit = '91330106MA0000015K';
const clean: SubjectDraft = {
  name: '浙江试验数据有限公司',
  certificateAddress: '浙江省杭州市西湖区试验路1号',
  mailingProvince: '33',
  mailingAddress: '浙江省杭州市西湖区试验路1号',
  superior: '林试文',
  administrators: {},
};
const codes = (findings: readonly Finding[], pointer?: string): readonly string[] =>
  findings.filter((one) => pointer === undefined || one.pointer.startsWith(pointer)).map(({ code }) => code);

const subjectFindings = ({ rules }: Libraries, draft: Partial<SubjectDraft>): readonly Finding[] =>
  rules.checkSubjectDraft(
    { ...clean, ...draft },
    { ...context, certificateType: 'business-licence', certificateNumber: credit },
  );

const siteFindings = ({ rules }: Libraries, site: object): readonly Finding[] =>
  rules.checkSiteDraft({ ...site }, { ...context, siteId: 's' });

/** Every single change and every swap of neighbours that still passes: none may. */
function slips({ rules }: Libraries, type: CertificateType, number: string): readonly string[] {
  const alphabet = type === 'resident-id' ? '0123456789X' : '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const changed = [...number].flatMap((symbol, i) => [
    ...[...alphabet]
      .filter((other) => other !== symbol)
      .map((other) => number.slice(0, i) + other + number.slice(i + 1)),
    ...(i > 0 && number[i - 1] !== symbol
      ? [number.slice(0, i - 1) + symbol + number.charAt(i - 1) + number.slice(i + 1)]
      : []),
  ]);
  return changed.filter((one) =>
    rules.checkCertificateNumber({ type, number: one, pointer: '/n' }).every(({ severity }) => severity === 'warning'),
  );
}

/** A code of an enterprise in an area, both checks right. */
function codeOf({ rules }: Libraries, area: string, eight: string): string {
  const first17 = `91${area}${eight}${rules.organisationCodeCheck(eight)}`;
  return first17 + rules.creditCodeCheck(first17);
}

const record = (domain: string, until: string): DomainRecord => ({
  domain,
  registrar: { name: '试验注册商', approved: true },
  registeredAt: '2018-01-01T00:00:00.000Z',
  expiresAt: `${until}T00:00:00.000Z`,
  realName: { state: 'verified', verifiedAt: '2018-01-02T00:00:00.000Z' },
  registrant: { name: '浙江试验数据有限公司', certificateType: 'business-licence', certificateNumber: credit },
  privacy: false,
});

type Question = (libraries: Libraries, ...given: never[]) => readonly string[] | string;

const questions: Readonly<Record<string, Question>> = {
  certificate: ({ rules }, type: CertificateType, number: string) =>
    codes(rules.checkCertificateNumber({ type, number, pointer: '/n' })),
  subjectCertificate: ({ rules }, type: CertificateType, number: string, nature: Nature) =>
    codes(rules.checkSubjectCertificate({ type, number, pointer: '/subject/n' }, { ...context, nature })),
  centralCode: (libraries, nature: Nature) =>
    codes(
      libraries.rules.checkSubjectCertificate(
        { type: 'business-licence', number: codeOf(libraries, '100000', 'MA000001'), pointer: '/subject/n' },
        { ...context, nature },
      ),
    ),
  wrongInside: ({ rules }, eight: string) => {
    const first17 = `91330106${eight}${rules.organisationCodeCheck(eight) === '1' ? '2' : '1'}`;
    return codes(
      rules.checkCertificateNumber({
        type: 'business-licence',
        number: first17 + rules.creditCodeCheck(first17),
        pointer: '/n',
      }),
    );
  },
  codesEndingInZero: (libraries, atLeast: number) => {
    const all = Array.from({ length: 2000 }, (_, i) =>
      codeOf(libraries, '330106', `MA00${String(i).padStart(4, '0')}`),
    );
    const zeros = all.filter((code) => code.endsWith('0') && !/X/.test(code.slice(16, 17)));
    const refused = zeros.filter((code) => libraries.rules.creditCodeFault(code) !== undefined);
    return zeros.length >= atLeast ? refused : [`only ${zeros.length} codes end in 0`];
  },
  slips,
  canonicalNumber: ({ rules }, number: string) => rules.canonicalNumber(number),
  age: ({ rules }, number: string, asOf: string) =>
    codes(rules.checkAge(number, '/n', { ...context, asOf, nature: 'individual' })),
  validity: ({ rules }, until: string, asOf: string) => codes(rules.checkValidity(until, '/v', { ...context, asOf })),
  personName: ({ rules }, name: string) => codes(rules.checkPersonName(name, '/n')),
  organisationName: (libraries, name: string) => codes(subjectFindings(libraries, { name }), '/subject/name'),
  subject: (libraries, draft: Partial<SubjectDraft>) => codes(subjectFindings(libraries, draft), '/subject/mailing'),
  withMiddleDots: ({ rules }, name: string) => rules.withMiddleDots(name),
  sameHolder: ({ rules }, one: string, two: string) => String(rules.canonicalName(one) === rules.canonicalName(two)),
  siteName: ({ rules }, name: string, province: string) =>
    codes(
      rules.checkSiteName(
        { name, pointer: '/n', domains: ['shiyan.cn'] },
        { ...context, province, nature: 'individual' },
      ),
    ),
  domain: ({ rules }, text: string) => {
    const typed = rules.typedDomain(text);
    return typed.ok ? `ok ${typed.domain}` : [typed.code, typed.registrable ?? typed.ascii ?? ''].join(' ').trim();
  },
  siteDomains: (libraries, domains: readonly string[]) =>
    codes(siteFindings(libraries, { domains }), '/sites/s/domains'),
  homePage: (libraries, homePage: string) =>
    codes(siteFindings(libraries, { homePage, domains: ['example.cn'] }), '/sites/s/homePage'),
  judgeDomain: ({ rules }, domain: string, until: string) =>
    codes(rules.judgeDomain(record(domain, until), { ...context, pointer: '/d', holder: 'subject' }).findings),
  mobile: ({ rules }, number: string) => codes(rules.checkMobile(number, '/m')),
  landline: ({ rules }, number: string) => codes(rules.checkLandline(number, '/l')),
  email: ({ rules }, address: string) => codes(rules.checkEmail(address, '/e')),
  areaCode: (libraries, landline: string, mailingProvince: string) =>
    codes(
      subjectFindings(libraries, { mailingProvince, administrators: { 'subject-administrator': { landline } } }),
      '/subject/administrators/subject-administrator/landline',
    ),
  twoAdministrators: (libraries, one: PersonDraft, two: PersonDraft) =>
    codes(
      subjectFindings(libraries, {
        administrators: {
          'subject-administrator': { certificateNumber: '110105199003071239', ...one },
          'site-administrator-1': { certificateNumber: '310115200012310014', ...two },
        },
      }),
    ).filter((code) => code === 'PHONE_DUPLICATE'),
  isDay: ({ rules }, text: string) => String(rules.isDay(text)),
  birthDate: ({ rules }, number: string) => rules.birthDateOf(number) ?? 'none',
  addWorkdays: ({ calendar }, from: string, n: number) =>
    new Date(calendar.addWorkdays(calendar.chinaCalendar, Date.parse(from), n).at).toISOString(),
};

/** Asks one case of the libraries; throws for a question of none. */
export function askRules(libraries: Libraries, [question, ...given]: Asked): readonly string[] | string {
  const answer = questions[question];
  if (answer === undefined) throw new Error(`no such question: ${question}`);
  return answer(libraries, ...(given as never[]));
}

/** A whole page and a whole judgement, to compare two builds beyond the table. */
export const wholeAnswers = ({ rules }: Libraries): string =>
  JSON.stringify([
    rules.requirements(later),
    rules.requirements({ ...later, nature: 'individual', province: '12' }),
    rules.documentSlots({
      ...later,
      administrators: [{ key: 'subject-administrator', legalRepresentative: false, fromProvince: false }],
      sites: [{ siteId: 's', domains: 5, administrator: 'subject-administrator', preapprovals: ['news'], holders: [] }],
    }),
  ]);
