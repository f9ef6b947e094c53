import type {
  AdministratorFacts,
  DocumentFacts,
  Finding,
  SiteFacts,
  SubjectFacts,
  WebsiteFacts,
} from '@beian/contracts';
import { checkValidity } from './check-certificate';
import { provinceNames } from './check-person';
import { documentSlots, slotContext, type SlotContext } from './document-slots';
import { finding } from './finding';
import { domainsAreChecked, holderRoles } from './judge-domain';
import { certain, ruled, subjectKindOf, type RuleContext } from './rule-context';

/** What the fact sheets do not say: what is filed for the subject already, and the like. */
export type AcrossContext = RuleContext &
  Pick<Partial<SlotContext>, 'filedDomains' | 'filedSites' | 'financeName' | 'renamed' | 'youngest'>;

/** Judges what crosses the parts of a filing, from their fact sheets alone; every fault at once. */
// eslint-disable-next-line max-params -- three owners, three sheets, and the rules they are judged by
export function judgeAcross(
  subject: SubjectFacts,
  website: WebsiteFacts,
  documents: DocumentFacts,
  context: AcrossContext,
): Finding[] {
  const papers = judgeDocuments(documents, { ...context, ...slotContext(subject, website, context) });
  // What is cancelled goes as it is filed: nothing in it can be altered any more (rules.md 9.7).
  if (context.filingType.startsWith('CANCEL')) return [...judgeOffer(context), ...papers];
  return [
    ...judgeOffer(context),
    ...judgeOrder(website, context),
    ...website.sites.flatMap((site) => judgeAdministrator(site, subject, context)),
    ...website.sites.flatMap((site) => judgeHolders(site, subject, context)),
    ...papers,
  ];
}

const judgeOffer = (context: AcrossContext): readonly Finding[] =>
  certain('order.types', context).includes(context.filingType)
    ? []
    : [finding('type-not-offered', { pointer: '/subject', by: { key: 'order.types', context } })];

function judgeOrder({ sites }: WebsiteFacts, context: AcrossContext): readonly Finding[] {
  const findings: Finding[] = [];
  if (sites.length === 0 && context.filingType !== 'CHANGE_SUBJECT') {
    findings.push(finding('no-site', { pointer: '/sites' }));
  }
  const domains = sites.reduce((sum, site) => sum + site.domains, 0);
  const caps = [
    ['order.maxSites', 'too-many-sites', sites.length],
    ['order.maxDomains', 'too-many-domains-in-order', domains],
    ['subject.maxSites', 'too-many-sites-of-subject', sites.length + (context.filedSites ?? 0)],
  ] as const;
  for (const [key, code, count] of caps) {
    const max = ruled(key, context);
    if (typeof max === 'number' && count > max)
      findings.push(finding(code, { pointer: '/sites', params: { max }, by: { key, context } }));
  }
  return findings;
}

/** Persons are compared by certificate, not by the place in which they are named (C17). */
const isSamePerson = (one: AdministratorFacts, two: AdministratorFacts): boolean =>
  one.key === two.key || one.certificateMark === two.certificateMark;

function judgeAdministrator(
  { siteId, administrator }: SiteFacts,
  { administrators }: SubjectFacts,
  context: AcrossContext,
): readonly Finding[] {
  const pointer = `/sites/${siteId}/administrator`;
  const person = administrators.find(({ key }) => key === administrator);
  const subjectAdmin = administrators.find(({ key }) => key === 'subject-administrator');
  if (person === undefined || subjectAdmin === undefined) return [finding('administrator-unknown', { pointer })];
  if (subjectKindOf(context.nature) === 'individual') {
    return isSamePerson(person, subjectAdmin) ? [] : [finding('individual-not-self', { pointer })];
  }
  const by = { key: 'site.administrator', context } as const;
  const rule = ruled('site.administrator', context);
  if (rule === 'not-subject-admin' && isSamePerson(person, subjectAdmin)) {
    return [finding('site-admin-is-subject-admin', { pointer, params: provinceNames(context), by })];
  }
  if (
    rule === 'subject-admin-unless-legal-rep' &&
    !subjectAdmin.legalRepresentative &&
    !isSamePerson(person, subjectAdmin)
  ) {
    return [finding('site-admin-not-subject-admin', { pointer, by })];
  }
  return [];
}

function judgeHolders(
  { siteId, holders }: SiteFacts,
  { administrators }: SubjectFacts,
  context: AcrossContext,
): readonly Finding[] {
  if (!domainsAreChecked(context)) return [];
  const allowed = ruled('domain.holder', context) ?? ['unit'];
  return holders.flatMap((holder, i) => {
    if (holder === 'unknown' || holderRoles(holder, administrators).some((role) => allowed.includes(role))) return [];
    const params = {
      allowedZh: allowed.includes('unit') && allowed.length === 1 ? '主办单位' : '主办单位或该省接受的人员',
      allowedEn: allowed.length === 1 ? 'the subject' : 'the subject, or a person whom the province accepts',
    };
    return [
      finding('DOMAIN_OWNER', {
        pointer: `/sites/${siteId}/domains/${i}`,
        params,
        by: { key: 'domain.holder', context },
      }),
    ];
  });
}

function judgeDocuments({ slots }: DocumentFacts, context: SlotContext): readonly Finding[] {
  const held = new Map(slots.filter(({ versionIds }) => versionIds.length > 0).map((slot) => [slot.slot, slot]));
  return documentSlots(context)
    .filter(({ neededAt }) => neededAt === 'submission')
    .flatMap(({ key, required, zh, en, source }) => {
      const pointer = `/documents/${key}`;
      const slot = held.get(key);
      if (slot === undefined) {
        return required
          ? [
              {
                ...finding('DOC_INCOMPLETE', { pointer, params: { slotZh: zh, slotEn: en } }),
                source: `${source}; pack ${context.pack}`,
              },
            ]
          : [];
      }
      if (slot.validUntil === undefined) return [];
      return checkValidity(slot.validUntil, pointer, context).map((found) => ({
        ...finding('document-expired', {
          pointer,
          params: { slotZh: zh, slotEn: en, date: slot.validUntil ?? '' },
          severity: found.severity,
        }),
        source: found.source,
      }));
    });
}
