import { shanghaiDate } from '@beian/calendar';
import type { DomainRecord, Finding, PinnedRules, SiteFacts, SubjectFacts } from '@beian/contracts';
import { filingMark } from '@beian/platform';
import {
  canonicalHolder,
  checkSiteDraft,
  type DomainHolder,
  domainsAreChecked,
  judgeDomain,
  judgeInstance,
  judgeServiceCode,
  type RuleContext,
  ruled,
  typedDomain,
} from '@beian/rules';
import type { DomainUse } from './domain.store';
import type { FiledDomainAt } from './filed-domains';
import { differsFrom } from './filed-site';
import type { Looked } from './look-outside';
import { needsServer } from './needs-server';
import type { KnownCode } from './service-code.store';
import {
  certificateTypeDiffers,
  domainNotAddedByChange,
  domainInUse,
  domainNotChecked,
  instanceNotChecked,
  ownOrderRunning,
} from './website-findings';
import type { Site, WebsitePart } from './website.store';

/** Everything a part is judged by. Pure from here on. */
export interface Evidence {
  readonly part: WebsitePart;
  readonly subject: SubjectFacts;
  readonly rules: PinnedRules & { readonly at: string };
  readonly looked: Looked;
  /** Whether the domains run or are filed somewhere, by domain in ASCII. */
  readonly uses: ReadonlyMap<string, DomainUse>;
  /** What was typed as service code, by site. */
  readonly codes: ReadonlyMap<string, KnownCode>;
  /** Filed before, and checked again because the subject changes. */
  readonly filedDomains: readonly FiledDomainAt[];
  readonly hmacKey: Buffer;
}

export interface Judged {
  readonly findings: readonly Finding[];
  readonly sites: readonly SiteFacts[];
}

/** Everything that is wrong with the websites of a part, at once, and what others may know of them. */
export function judgeWebsite(evidence: Evidence): Judged {
  const judged = evidence.part.sites.map((site, n) => judgeSite(evidence, site, n));
  const filed = evidence.filedDomains.flatMap(
    ({ domain, pointer }) => judgeOneDomain(evidence, domain, pointer).findings,
  );
  return {
    findings: [...judged.flatMap(({ findings }) => findings), ...filed],
    sites: judged.map(({ facts }) => facts),
  };
}

const contextOf = ({ part, rules }: Evidence): RuleContext => ({
  pack: rules.pack,
  asOf: rules.asOf,
  province: part.province,
  nature: part.nature,
  filingType: part.filingType,
});

/** The outside is of today, whatever day the rules are read on: validities count from the day of business. */
const dayOf = ({ rules }: Evidence): string => shanghaiDate(Date.parse(rules.at));

function judgeSite(evidence: Evidence, site: Site, n: number): { findings: readonly Finding[]; facts: SiteFacts } {
  const { draft, siteId } = site;
  const domains = (draft.domains ?? []).map((text, i) =>
    judgeOneDomain(evidence, text, `/sites/${siteId}/domains/${i}`),
  );
  const earlier = evidence.part.sites.slice(0, n).map(({ draft: { name, domains: theirs, serviceCode } }) => ({
    ...(name === undefined ? {} : { name }),
    ...(theirs === undefined ? {} : { domains: theirs }),
    ...(serviceCode === undefined ? {} : { serviceCode }),
  }));
  const isCancelled = evidence.part.filingType.startsWith('CANCEL');
  const findings = [
    // What is cancelled goes as it is filed: its form is not judged again.
    ...(isCancelled ? [] : checkSiteDraft(draft, { ...contextOf(evidence), siteId, otherSites: earlier })),
    ...addedDomains(evidence, site),
    ...domains.flatMap((one) => one.findings),
    ...judgeHosting(evidence, site),
  ];
  const facts: SiteFacts = {
    siteId,
    domains: domains.length,
    // Unless another is named, the subject's administrator looks after the site too (rules.md 4.7).
    administrator: draft.administrator ?? 'subject-administrator',
    preapprovals: (draft.preapprovals ?? []).map(({ kind }) => kind),
    holders: domains.map(({ holder }) => holder),
    ...(site.filed && differsFrom(site.filed, draft, { hmacKey: evidence.hmacKey, filingId: evidence.part.filingId })),
  };
  return { findings, facts };
}

/** A change may take domains away; whether it may bring some is the pack's to say (rules.md 4.3, `site.change.domains`). */
function addedDomains(evidence: Evidence, { siteId, draft, filed }: Site): readonly Finding[] {
  if (filed === undefined || ruled('site.change.domains', contextOf(evidence)) !== 'delete-only') return [];
  return (draft.domains ?? []).flatMap((domain, i) =>
    filed.domains.includes(domain) ? [] : [domainNotAddedByChange(`/sites/${siteId}/domains/${i}`)],
  );
}

interface JudgedDomain {
  readonly holder: DomainHolder;
  readonly findings: readonly Finding[];
}

function judgeOneDomain(evidence: Evidence, text: string, pointer: string): JudgedDomain {
  const typed = typedDomain(text);
  if (!typed.ok) return { holder: 'unknown', findings: [] }; // what is wrong with it is said by the check of the draft
  const inUse = useFindings(evidence, typed.domain, pointer);
  if (!domainsAreChecked(evidence.part)) return { holder: 'unknown', findings: inUse };
  const said = evidence.looked.domains.get(typed.domain);
  if (said === undefined || 'away' in said)
    return { holder: 'unknown', findings: [...inUse, domainNotChecked(pointer)] };
  const holder = holderOf(evidence, said.answer);
  const judgement = judgeDomain(
    said.answer,
    { ...contextOf(evidence), pointer, holder, administrators: evidence.subject.administrators, on: dayOf(evidence) },
    typed.domain,
  );
  const otherPaper = holder === 'other' && said.answer?.registrant.certificateType !== evidence.subject.certificateType;
  return {
    holder,
    findings: [...inUse, ...judgement.findings, ...(otherPaper ? [certificateTypeDiffers(pointer)] : [])],
  };
}

/** Whose the registrant is, by keyed marks alone: no name of a registrant is kept or told (decisions 33). */
function holderOf({ part, subject, hmacKey }: Evidence, record: DomainRecord | undefined): DomainHolder {
  if (record === undefined || record.registrant.name.trim() === '') return 'unknown';
  const mark = filingMark(hmacKey, part.filingId, canonicalHolder(record.registrant));
  if (mark === subject.holderMark) return 'subject';
  return subject.personHolderMarks.find((person) => person.mark === mark)?.key ?? 'other';
}

function useFindings({ part, uses }: Evidence, domain: string, pointer: string): readonly Finding[] {
  const { running, filedBy } = uses.get(domain) ?? {};
  const otherOrder = running !== undefined && running.filingId !== part.filingId;
  const isForeign = filedBy !== undefined && filedBy !== part.accountId;
  if (isForeign || (otherOrder && running.accountId !== part.accountId)) return [domainInUse(pointer)];
  return otherOrder ? [ownOrderRunning(pointer, running.filingId)] : [];
}

function judgeHosting(evidence: Evidence, { siteId, draft }: Site): readonly Finding[] {
  const { part, codes, looked } = evidence;
  if (!needsServer(part) || !draft.serviceCode) return [];
  const pointer = `/sites/${siteId}/serviceCode`;
  const context = { ...contextOf(evidence), pointer };
  const code = codes.get(siteId);
  const state = judgeServiceCode(code, {
    ...context,
    account: part.accountId,
    owner: code?.owner ?? part.accountId,
    heldHere: code?.filingId === part.filingId,
  });
  if (code === undefined || code.instanceId === '') return state;
  const said = looked.instances.get(code.instanceId);
  if (said === undefined || 'away' in said) return [...state, instanceNotChecked(pointer)];
  return [...state, ...judgeInstance(said.answer, { ...context, on: dayOf(evidence) })];
}
