import { addWorkdays, chinaCalendar, shanghaiDate, shanghaiInstant, type Calendar } from '@beian/calendar';
import type { AdministratorFacts, AdministratorKey, Day, DomainRecord, Finding } from '@beian/contracts';
import { plusMonths } from './check-certificate';
import { provinceNames } from './check-person';
import { finding } from './finding';
import { certain, ruled, type RuleContext } from './rule-context';
import { encodePunycode } from './punycode';
import type { HolderRole } from './rule-values';
import { isChineseSuffix, typedDomain } from './typed-domain';

/** Which registrant the domain has, as `website` found by comparing keyed hashes; `SiteFacts.holders` of contracts. */
export type DomainHolder = 'subject' | AdministratorKey | 'other' | 'unknown';

export interface DomainContext extends RuleContext {
  /** `/sites/<siteId>/domains/<n>`. */
  readonly pointer: string;
  readonly holder: DomainHolder;
  /** Type of the subject's certificate, to tell why somebody else's name holds the domain; absent: not compared. */
  readonly certificateType?: string;
  /** Needed where a province accepts a person as registrant. */
  readonly administrators?: readonly Pick<AdministratorFacts, 'key' | 'legalRepresentative'>[];
  /** The day of business on which validities are counted; absent: `asOf`. */
  readonly on?: Day;
  /** For the wait after real-name verification; absent: mainland China. */
  readonly calendar?: Calendar;
}

/** The five conditions in force since 2018-01-01 (rules.md 2.2). */
export const domainConditions = ['registrar', 'suffix', 'validity', 'real-name', 'holder'] as const;
export type DomainCondition = (typeof domainConditions)[number];
export type DomainVerdict = 'fit' | 'doubtful' | 'unfit';

export interface DomainJudgement {
  /** No condition is unfit; doubtful ones are left to the reviewer. */
  readonly fit: boolean;
  readonly verdicts: Readonly<Record<DomainCondition, DomainVerdict>>;
  readonly findings: readonly Finding[];
  /** First day to submit, while the real-name data is still on its way to the ministry. */
  readonly earliestDay?: Day;
}

type Conditions = Readonly<Record<DomainCondition, readonly Finding[]>>;

/**
 * Judges all five conditions, so that the applicant hears of every fault at once. `record` undefined: the registry does
 * not know the domain. A registry that is away is no record and must not come here.
 */
export function judgeDomain(
  record: DomainRecord | undefined,
  context: DomainContext,
  domain = record?.domain ?? '',
): DomainJudgement {
  if (record === undefined) {
    const missing = [finding('domain-not-registered', { pointer: context.pointer, params: { domain } })];
    return judged(
      { registrar: missing, suffix: [], validity: missing, 'real-name': missing, holder: missing },
      missing,
    );
  }
  const realName = judgeRealName(record, context);
  const conditions: Conditions = {
    registrar: judgeRegistrar(record, context),
    suffix: judgeSuffix(record, context),
    validity: judgeValidity(record, context),
    'real-name': realName.findings,
    holder: judgeHolder(record, context),
  };
  const findings = [
    ...domainConditions.flatMap((condition) => conditions[condition]),
    ...judgePrivacy(record, context),
  ];
  return judged(conditions, findings, realName.earliestDay);
}

const verdictOf = (findings: readonly Finding[]): DomainVerdict =>
  findings.some(({ severity }) => severity === 'error') ? 'unfit' : findings.length > 0 ? 'doubtful' : 'fit';

function judged(conditions: Conditions, findings: readonly Finding[], earliestDay?: Day): DomainJudgement {
  const verdicts = {
    registrar: verdictOf(conditions.registrar),
    suffix: verdictOf(conditions.suffix),
    validity: verdictOf(conditions.validity),
    'real-name': verdictOf(conditions['real-name']),
    holder: verdictOf(conditions.holder),
  };
  const fit = !findings.some(({ severity }) => severity === 'error');
  return { fit, verdicts, findings, ...(earliestDay === undefined ? {} : { earliestDay }) };
}

const judgeRegistrar = ({ registrar }: DomainRecord, { pointer }: DomainContext): readonly Finding[] =>
  registrar.approved
    ? []
    : [finding('DOMAIN_REGISTRAR', { pointer, params: { registrar: registrar.name }, offending: registrar.name })];

/** Nobody publishes the whole list: listed is fine, named as refused is an error, else a reviewer looks (decision 13). */
function judgeSuffix({ domain }: DomainRecord, context: DomainContext): readonly Finding[] {
  const { pointer } = context;
  const typed = typedDomain(domain);
  const suffix = typed.ok ? typed.suffix : (domain.split('.').at(-1) ?? '');
  const last = suffix.split('.').at(-1) ?? suffix;
  const { approved, refused } = certain('domain.suffixes', context);
  const at = { pointer, params: { suffix: last }, offending: last, by: { key: 'domain.suffixes', context } } as const;
  const findings: Finding[] = [...judgePublicBody(suffix, context)];
  if (refused.includes(last)) return [...findings, finding('DOMAIN_TLD', at)];
  if (approved.includes(last) || isChineseSuffix(last)) return findings;
  return [...findings, finding('domain-suffix-unlisted', { ...at, severity: 'warning' })];
}

const punycodeOf = (suffix: string): string =>
  /^[\u0021-\u007e]*$/.test(suffix) ? suffix : `xn--${encodePunycode(suffix)}`;

/** Governments and public institutions use suffixes of their own (2026, rules.md 2.2). */
function judgePublicBody(suffix: string, context: DomainContext): readonly Finding[] {
  const { pointer, nature } = context;
  const key =
    nature === 'government' ? 'domain.government' : nature === 'public-institution' ? 'domain.institution' : undefined;
  const allowed = key === undefined ? undefined : ruled(key, context);
  if (key === undefined || allowed === undefined) return [];
  const names = allowed.map(punycodeOf);
  if (names.some((name) => suffix === name || suffix.endsWith(`.${name}`))) return [];
  const code = key === 'domain.government' ? 'domain-government' : 'domain-institution';
  return [finding(code, { pointer, offending: suffix, by: { key, context } })];
}

/** "More than three months": exactly three calendar months is too little (decision 8). */
function judgeValidity({ expiresAt }: DomainRecord, context: DomainContext): readonly Finding[] {
  const { pointer, on = context.asOf } = context;
  const until = shanghaiDate(Date.parse(expiresAt));
  const at = { pointer, params: { date: until } };
  if (until < on) return [finding('domain-expired', { ...at, by: { key: 'domain.minMonths', context } })];
  const { months, severity } = certain('domain.minMonths', context);
  if (until <= plusMonths(on, months)) {
    return [finding('DOMAIN_EXPIRY', { ...at, severity, by: { key: 'domain.minMonths', context } })];
  }
  const warnUnder = ruled('domain.warnUnderDays', context);
  const daysLeft = Math.round((Date.parse(until) - Date.parse(on)) / 86_400_000);
  if (warnUnder === undefined || daysLeft > warnUnder) return [];
  return [finding('DOMAIN_EXPIRY', { ...at, severity: 'warning', by: { key: 'domain.warnUnderDays', context } })];
}

interface RealName {
  readonly findings: readonly Finding[];
  readonly earliestDay?: Day;
}

/** Real-name data reaches the ministry some workdays later; before that a submission is refused (C12). */
function judgeRealName({ realName }: DomainRecord, context: DomainContext): RealName {
  const { pointer, on = context.asOf, calendar = chinaCalendar } = context;
  if (realName.state !== 'verified') return { findings: [finding('domain-not-real-name', { pointer })] };
  if (realName.verifiedAt === undefined) return { findings: [] };
  const { from, to } = certain('realName.workdays', context);
  const dayAfter = (n: number): Day => shanghaiDate(addWorkdays(calendar, startOf(realName.verifiedAt ?? ''), n).at);
  const [earliestDay, surely] = [dayAfter(from), dayAfter(to)];
  if (on > surely) return { findings: [] };
  const severity = on < earliestDay ? 'error' : 'warning';
  const travelling = finding('domain-real-name-travelling', {
    pointer,
    params: { date: earliestDay },
    severity,
    by: { key: 'realName.workdays', context },
  });
  return { findings: [travelling], ...(severity === 'error' ? { earliestDay } : {}) };
}

const startOf = (instant: string): number => shanghaiInstant(shanghaiDate(Date.parse(instant)), '09:00');

const holderZh: Record<HolderRole, string> = {
  unit: '主办单位',
  'legal-rep': '法定代表人',
  shareholder: '股东',
  manager: '高级管理人员',
  'subject-admin': '主体负责人',
  'site-admin': '网站负责人',
};
const holderEn: Record<HolderRole, string> = {
  unit: 'the subject',
  'legal-rep': 'its legal representative',
  shareholder: 'a shareholder',
  manager: 'a manager',
  'subject-admin': 'the subject administrator',
  'site-admin': 'the website administrator',
};

/** Roles in which a registrant may be accepted; shareholders and managers are proved on paper, so they are any administrator. */
export function holderRoles(
  holder: DomainHolder,
  administrators: DomainContext['administrators'] = [],
): readonly HolderRole[] {
  if (holder === 'subject') return ['unit'];
  if (holder === 'other' || holder === 'unknown') return [];
  const person = administrators.find(({ key }) => key === holder);
  return [
    ...(person?.legalRepresentative === true ? (['legal-rep'] as const) : []),
    holder === 'subject-administrator' ? 'subject-admin' : 'site-admin',
    'shareholder',
    'manager',
  ];
}

/** Registrant = subject, or a person whom the province accepts with proof (rules.md 10). */
function judgeHolder({ registrant }: DomainRecord, context: DomainContext): readonly Finding[] {
  const { pointer, holder, administrators, certificateType } = context;
  if (holder === 'unknown') return [finding('domain-owner-unknown', { pointer })];
  const allowed = ruled('domain.holder', context) ?? ['unit'];
  if (holderRoles(holder, administrators).some((role) => allowed.includes(role))) return [];
  const params = {
    allowedZh: allowed.map((role) => holderZh[role]).join('、'),
    allowedEn: allowed.map((role) => holderEn[role]).join(', '),
  };
  const otherType = certificateType !== undefined && registrant.certificateType !== certificateType;
  return [
    finding('DOMAIN_OWNER', { pointer, params, by: { key: 'domain.holder', context } }),
    ...(otherType ? [finding('DOMAIN_CERT_TYPE', { pointer, offending: registrant.certificateType })] : []),
  ];
}

const judgePrivacy = ({ privacy }: DomainRecord, context: DomainContext): readonly Finding[] =>
  privacy && ruled('domain.privacyOff', context) === true
    ? [
        finding('domain-privacy', {
          pointer: context.pointer,
          params: provinceNames(context),
          by: { key: 'domain.privacyOff', context },
        }),
      ]
    : [];

/** Whether an order of this type has its domains checked at all (rules.md 1.4). */
export const domainsAreChecked = ({ filingType }: Pick<RuleContext, 'filingType'>): boolean =>
  filingType === 'FIRST' || filingType.startsWith('ADD_SITE') || filingType.startsWith('CHANGE');

/** A change of the subject has the domains checked that were filed since the five conditions hold (rules.md 1.4). */
export const filedSinceChecks = (filedAt: Date, context: RuleContext): boolean =>
  shanghaiDate(filedAt.getTime()) >= certain('domain.filedChecksFrom', context);
