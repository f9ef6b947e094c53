import type { Finding, SiteDraft, SiteId } from '@beian/contracts';
import { missing } from './check-person';
import { checkSiteName } from './check-site-name';
import { finding, type FindingPlace } from './finding';
import { hanFormSource, simplifiedDomain } from './han-forms';
import { otherContent, preapprovalKinds, serviceContents, siteLanguages } from './packs/site-content';
import { certain, ruled, subjectKindOf, type RuleContext } from './rule-context';
import { typedDomain } from './typed-domain';

export interface SiteContext extends RuleContext {
  readonly siteId: SiteId;
  /** The other websites of the same order: names and domains must not be there twice. */
  readonly otherSites?: readonly {
    readonly name?: string;
    readonly domains?: readonly string[];
    readonly serviceCode?: string;
  }[];
  readonly subjectName?: string;
}

/** Everything that is wrong with one website (网站) of a draft, at once. What is missing is a finding. */
export function checkSiteDraft(site: SiteDraft, context: SiteContext): Finding[] {
  const at = `/sites/${context.siteId}`;
  return [
    ...checkName(site, at, context),
    ...checkDomains(site, at, context),
    ...checkHomePage(site, at),
    ...checkContents(site, at, context),
    ...checkPreapprovals(site, at, context),
    ...(site.administrator ? [] : [missing(`${at}/administrator`, '网站负责人', 'the website administrator')]),
    ...checkCode(site, at, context),
  ];
}

function checkName(site: SiteDraft, at: string, context: SiteContext): readonly Finding[] {
  const { name, domains, remark } = site;
  const pointer = `${at}/name`;
  if (!name) return [missing(pointer, '网站名称', 'the name of the website')];
  const { subjectName, otherSites = [] } = context;
  const typed = {
    name,
    pointer,
    ...(domains === undefined ? {} : { domains }),
    ...(remark === undefined ? {} : { remark }),
    ...(subjectName === undefined ? {} : { subjectName }),
  };
  const isRepeated = otherSites.some((other) => other.name === name);
  const repeated = isRepeated
    ? [finding('site-name-repeated', { pointer, params: { word: name }, severity: 'warning', offending: name })]
    : [];
  return [...checkSiteName(typed, context), ...repeated];
}

function checkDomains({ domains = [] }: SiteDraft, at: string, context: SiteContext): readonly Finding[] {
  const pointer = `${at}/domains`;
  if (domains.length === 0) return [missing(pointer, '域名', 'the domain')];
  const findings: Finding[] = [];
  const max = ruled('site.maxDomains', context);
  if (typeof max === 'number' && domains.length > max) {
    findings.push(
      finding('too-many-domains-on-site', { pointer, params: { max }, by: { key: 'site.maxDomains', context } }),
    );
  }
  const taken = new Set((context.otherSites ?? []).flatMap((other) => (other.domains ?? []).map(oneSpelling)));
  domains.forEach((text, i) => {
    const place = { pointer: `${pointer}/${i}`, params: { domain: text }, offending: text };
    findings.push(...checkDomain(text, place.pointer));
    const spelling = oneSpelling(text);
    const twin = [...taken].find((other) => simplifiedDomain(other) === simplifiedDomain(spelling));
    if (taken.has(spelling)) findings.push(finding('domain-repeated', place));
    else if (twin !== undefined) findings.push(otherForm(place, twin));
    taken.add(spelling);
  });
  return findings;
}

/** Registered for their sake or not, two such names are two for the DNS: one may be a slip, so a person looks. */
function otherForm(place: FindingPlace, twin: string): Finding {
  const params = { ...place.params, other: twin, table: hanFormSource.source };
  return finding('domain-other-form', { ...place, params, severity: 'warning' });
}

/** Capitals, full width and a final dot do not make another domain. */
function oneSpelling(text: string): string {
  const typed = typedDomain(text);
  return typed.ok ? typed.domain : text.toLowerCase();
}

function checkDomain(text: string, pointer: string): readonly Finding[] {
  const typed = typedDomain(text);
  if (typed.ok) return [];
  return [
    finding(typed.code, {
      pointer,
      params: { domain: text, registrable: typed.registrable ?? '', ascii: typed.ascii ?? '' },
      offending: text,
      span: { start: 0, end: text.length },
    }),
  ];
}

function checkHomePage({ homePage, domains = [] }: SiteDraft, at: string): readonly Finding[] {
  const pointer = `${at}/homePage`;
  if (!homePage) return [missing(pointer, '首页地址', 'the home page')];
  const host = homePage
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#:].*$/, '')
    .toLowerCase();
  const isHost = /^[\p{L}\p{N}.-]+$/u.test(host); // a backslash or @ would lead a browser elsewhere
  const isOwn = domains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`));
  return isHost && isOwn ? [] : [finding('home-page-elsewhere', { pointer, offending: host })];
}

function checkContents(site: SiteDraft, at: string, context: SiteContext): readonly Finding[] {
  const { serviceContents: chosen = [], languages = [], remark } = site;
  const pointer = `${at}/serviceContents`;
  const findings: Finding[] = [];
  if (chosen.length === 0) findings.push(missing(pointer, '服务内容', 'the service content'));
  if (languages.length === 0) findings.push(missing(`${at}/languages`, '语言类别', 'the languages'));
  for (const code of chosen.filter((one) => !serviceContents.some((known) => known.code === one))) {
    findings.push(finding('service-content-unknown', { pointer, params: { code }, offending: String(code) }));
  }
  for (const code of languages.filter((one) => !siteLanguages.some((known) => known.code === one))) {
    findings.push(
      finding('service-content-unknown', { pointer: `${at}/languages`, params: { code }, offending: String(code) }),
    );
  }
  if (subjectKindOf(context.nature) === 'organisation') return findings;
  const allowed = certain('site.personalContents', context);
  const by = { key: 'site.personalContents', context } as const;
  const allowedZh = allowed
    .map((code) => serviceContents.find((known) => known.code === code)?.zh ?? String(code))
    .join('、');
  for (const code of chosen.filter((one) => !allowed.includes(one))) {
    findings.push(
      finding('service-content-of-individual', {
        pointer,
        params: { allowed: allowedZh },
        offending: String(code),
        by,
      }),
    );
  }
  if (chosen.includes(otherContent) && !remark) {
    findings.push(finding('personal-content-remark', { pointer: `${at}/remark`, severity: 'warning', by }));
  }
  return findings;
}

/** Whether a kind is abolished in the province, so that it needs no document (C2, decision 9). */
export function isAbolished(kind: string, context: RuleContext): boolean {
  const rows = ruled('preapproval.abolished', context) ?? [];
  return rows.some((row) => row.kind === kind && !row.except.includes(context.province));
}

/** An absent list is an open question, an empty one the explicit "none". */
function checkPreapprovals({ preapprovals }: SiteDraft, at: string, context: SiteContext): readonly Finding[] {
  const pointer = `${at}/preapprovals`;
  if (preapprovals === undefined)
    return [missing(pointer, '前置审批（没有请选“无”）', 'the pre-approvals (or the explicit “none”)')];
  const kinds = certain('preapproval.kinds', context);
  const findings: Finding[] = [];
  preapprovals.forEach(({ kind, number }, i) => {
    const one = `${pointer}/${i}`;
    const by = { key: 'preapproval.kinds', context } as const;
    if (!kinds.includes(kind))
      findings.push(finding('preapproval-unknown', { pointer: `${one}/kind`, params: { kind }, offending: kind, by }));
    else if (isAbolished(kind, context)) {
      findings.push(
        finding('preapproval-abolished', {
          pointer: `${one}/kind`,
          severity: 'warning',
          offending: kind,
          by: { key: 'preapproval.abolished', context },
        }),
      );
    } else if (number.trim() === '')
      findings.push(finding('preapproval-number-missing', { pointer: `${one}/number`, by }));
  });
  if (preapprovals.length > 0 && subjectKindOf(context.nature) === 'individual') {
    findings.push(finding('preapproval-of-individual', { pointer }));
  }
  return findings;
}

/** Kinds offered in the pack, with their names. */
export const preapprovalKindsOf = (context: RuleContext) =>
  preapprovalKinds.filter(({ kind }) => certain('preapproval.kinds', context).includes(kind));

/** Eight, four, four, four and twelve hexadecimal digits (rules.md 2.1). */
export const serviceCodeShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function checkCode({ serviceCode }: SiteDraft, at: string, context: SiteContext): readonly Finding[] {
  const pointer = `${at}/serviceCode`;
  if (!needsServer(context)) return [];
  if (!serviceCode) return [missing(pointer, '备案服务号', 'the service code')];
  if (!serviceCodeShape.test(serviceCode)) return [finding('service-code-malformed', { pointer })];
  const isTaken = (context.otherSites ?? []).some(
    (other) => other.serviceCode?.toLowerCase() === serviceCode.toLowerCase(),
  );
  if (!isTaken) return [];
  const unit = certain('serviceCode.unit', context);
  const params = unit === 'website' ? { unitZh: '网站', unitEn: 'website' } : { unitZh: '域名', unitEn: 'domain' };
  return [finding('service-code-repeated', { pointer, params, by: { key: 'serviceCode.unit', context } })];
}

/** Orders that put a website on a server of ours. */
export const needsServer = ({ filingType }: Pick<RuleContext, 'filingType'>): boolean =>
  filingType === 'FIRST' || filingType.startsWith('ADD_SITE') || filingType.startsWith('ACCESS');
