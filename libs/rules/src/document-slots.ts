import { changesIn } from '@beian/contracts';
import type { AdministratorFacts, AdministratorKey, SiteFacts, SubjectFacts, WebsiteFacts } from '@beian/contracts';
import { isAbolished } from './check-site-draft';
import { identityMethods, identityStep } from './plan-rules';
import { slotKind, slotTexts, type SlotKind } from './packs/slot-texts';
import { certain, ruled, subjectKindOf, type RuleContext } from './rule-context';
import type { DomainCertificateRule } from './rule-values';

/** One paper that an order must, or may, hold. */
export interface Slot {
  /** The kind, and whose or which it is after colons: `site-administrator-id-front:site-administrator-1`. */
  readonly key: string;
  readonly kind: SlotKind;
  /** Picture kind of the ministry, 1 to 9 (rules.md 5.3). */
  readonly pictureKind: number;
  readonly required: boolean;
  /** What the paper is needed for: the submission, or the identity check after the review. */
  readonly neededAt: 'submission' | 'identity-check';
  readonly zh: string;
  readonly en: string;
  readonly source: string;
  readonly minBytes?: number;
}

/** What of an order decides about its papers; made from the fact sheets by `slotContext`. */
export interface SlotContext extends RuleContext {
  /** A website gets another administrator: he proves who he is (decision 10). */
  readonly newAdministrator?: boolean;
  readonly certificateType?: string;
  readonly administrators: readonly Pick<AdministratorFacts, 'key' | 'legalRepresentative' | 'fromProvince'>[];
  readonly sites: readonly SiteFacts[];
  /** Domains and sites filed for the subject already, beside this order. */
  readonly filedDomains?: number;
  readonly filedSites?: number;
  /** The name has words of finance. */
  readonly financeName?: boolean;
  /** Name or certificate number differ from what is filed. */
  readonly renamed?: boolean;
  /** Years of the youngest administrator, where the number tells them. */
  readonly youngest?: number;
}

export const slotContext = (subject: SubjectFacts, website: WebsiteFacts, context: RuleContext): SlotContext => ({
  ...context,
  newAdministrator: changesIn({ subject, website }).newAdministrator,
  certificateType: subject.certificateType,
  administrators: subject.administrators,
  sites: website.sites,
});

interface Wish {
  readonly kind: SlotKind;
  readonly whose?: string;
  readonly required?: boolean;
  readonly neededAt?: Slot['neededAt'];
  readonly minBytes?: number;
}

/** All papers of an order, the required and the optional (rules.md 5.1, 15.4); one slot per paper. */
export function documentSlots(context: SlotContext): readonly Slot[] {
  const wishes = isCancellation(context)
    ? [...subjectCertificate(context), ...statement(context)]
    : [
        ...subjectCertificate(context),
        ...administratorIds(context),
        ...statement(context),
        ...photos(context),
        ...domainCertificates(context),
        ...letters(context),
        ...provincePapers(context),
        ...sitePapers(context),
      ];
  return wishes.map((wish) => toSlot(wish));
}

function toSlot({ kind, whose, required = true, neededAt = 'submission', minBytes }: Wish): Slot {
  const { pictureKind, zh, en, source } = slotTexts[kind];
  const key = whose === undefined ? kind : `${kind}:${whose}`;
  return {
    key,
    kind,
    pictureKind,
    required,
    neededAt,
    zh,
    en,
    source,
    ...(minBytes === undefined ? {} : { minBytes }),
  };
}

/** The kind of a slot key, or undefined for a key of none. */
export const slotKindOf = (key: string): SlotKind | undefined => slotKind(key.split(':')[0] ?? '');

const isCancellation = ({ filingType }: RuleContext): boolean => filingType.startsWith('CANCEL');
const isIndividual = ({ nature }: RuleContext): boolean => subjectKindOf(nature) === 'individual';
const legalRepNamed = (context: SlotContext, key: AdministratorKey): boolean =>
  context.administrators.find((one) => one.key === key)?.legalRepresentative === true;

const siteAdministrators = ({ sites }: SlotContext): readonly AdministratorKey[] => [
  ...new Set(sites.map(({ administrator }) => administrator)),
];

const subjectCertificate = (context: SlotContext): readonly Wish[] =>
  isIndividual(context)
    ? [
        { kind: 'subject-certificate-front' },
        { kind: 'subject-certificate-back', required: context.certificateType !== 'passport' },
      ]
    : [{ kind: 'subject-certificate' }];

/** An individual's own ID is the subject's certificate: the same upload. */
function administratorIds(context: SlotContext): readonly Wish[] {
  if (isIndividual(context)) return [];
  const others = siteAdministrators(context).filter((key) => key !== 'subject-administrator');
  return [
    { kind: 'subject-administrator-id-front' },
    { kind: 'subject-administrator-id-back' },
    ...others.flatMap((whose): Wish[] => [
      { kind: 'site-administrator-id-front', whose },
      { kind: 'site-administrator-id-back', whose },
    ]),
  ];
}

function statement(context: SlotContext): readonly Wish[] {
  const form = certain('documents.statement', context);
  return [
    ...(form === 'commitment' ? [] : [{ kind: 'authenticity-statement' } as const]),
    ...(form === 'paper' ? [] : [{ kind: 'authenticity-commitment' } as const]),
  ];
}

function photos(context: SlotContext): readonly Wish[] {
  if (identityMethods(context).length === 0) return [];
  const neededAt = identityStep(context) === 'after-review' ? 'identity-check' : 'submission';
  return siteAdministrators(context).map((whose) => ({ kind: 'site-administrator-photo', whose, neededAt }));
}

function asksDomainCertificates(rule: DomainCertificateRule, context: SlotContext): boolean {
  const inOrder = context.sites.reduce((sum, { domains }) => sum + domains, 0);
  const { filingType, filedDomains = 0 } = context;
  const addsDomains = filingType === 'FIRST' || filingType.startsWith('ADD_SITE');
  switch (rule.when) {
    case 'never':
      return false;
    case 'every':
      return true;
    case 'new-domains':
      return addsDomains;
    case 'new-and-change-orders':
      return addsDomains || filingType.startsWith('CHANGE');
    case 'with-site-plan':
      return sitePlan(context).plan;
    case 'from-in-order':
      return inOrder >= rule.from;
    case 'from-under-subject':
      return filedDomains + inOrder >= rule.from;
  }
}

function domainCertificates(context: SlotContext): readonly Wish[] {
  const rule = ruled('documents.domainCertificate', context);
  if (rule === undefined || !asksDomainCertificates(rule, context)) return [];
  const minBytes = certain('documents.files', context).domainCertificateMinBytes;
  return context.sites.flatMap(({ siteId, domains }) =>
    Array.from({ length: domains }, (_, i): Wish => ({
      kind: 'domain-certificate',
      whose: `${siteId}:${i + 1}`,
      minBytes,
    })),
  );
}

/** The five provinces that require a letter for the website administrator, and five where it may be added (C16). */
const optionalSiteLetters = ['12', '34', '36', '50', '51'];

function letters(context: SlotContext): readonly Wish[] {
  if (isIndividual(context)) return [];
  const subjectRule = ruled('subject.administrator', context);
  const siteRule = ruled('site.administrator', context);
  const wishes: Wish[] = [];
  if (
    !legalRepNamed(context, 'subject-administrator') &&
    (subjectRule === 'legal-rep-or-letter' || subjectRule === 'usually-legal-rep')
  ) {
    wishes.push({ kind: 'letter-subject-administrator', required: subjectRule === 'legal-rep-or-letter' });
  }
  for (const whose of siteAdministrators(context).filter((key) => !legalRepNamed(context, key))) {
    const required = siteRule === 'legal-rep-or-letter';
    if (required || optionalSiteLetters.includes(context.province))
      wishes.push({ kind: 'letter-site-administrator', whose, required });
  }
  const persons = context.sites
    .flatMap(({ holders }) => holders)
    .filter((holder) => !['subject', 'other', 'unknown'].includes(holder));
  return [...wishes, ...[...new Set(persons)].map((whose): Wish => ({ kind: 'registrant-proof', whose }))];
}

function provincePapers(context: SlotContext): readonly Wish[] {
  const { filingType, nature, financeName = false, renamed = false, youngest } = context;
  const age = ruled('subject.age', context);
  const wishes: (Wish | false)[] = [
    renamed && { kind: 'change-proof' },
    ruled('documents.handHeld', context) === true && { kind: 'hand-held-photo' },
    (nature === 'government' || nature === 'public-institution') &&
      ruled('documents.staffingOffice', context) === true && { kind: 'staffing-office-certificate' },
    (ruled('documents.partyConfirmation', context) ?? []).includes(filingType) && { kind: 'party-confirmation' },
    financeName && ruled('documents.financePromise', context) === true && { kind: 'finance-promise' },
    ruled('phone.bills', context) === true && { kind: 'phone-bills' },
    ruled('documents.servicePromise', context) !== undefined && { kind: 'service-promise' },
    context.province === '11' && { kind: 'beijing-confirmation-sheet', required: false },
    youngest !== undefined &&
      age?.paperUnder !== undefined &&
      youngest < age.paperUnder && { kind: age.paper === 'guardian-id' ? 'guardian-id' : 'proof-of-work' },
  ];
  return [...residencePapers(context), ...wishes.filter((wish) => wish !== false)];
}

function residencePapers(context: SlotContext): readonly Wish[] {
  const elsewhere = context.administrators.filter(({ fromProvince }) => !fromProvince).map(({ key }) => key);
  if (isIndividual(context)) {
    const isAsked = ruled('certificate.elsewhere', context)?.answer === 'with-paper';
    return isAsked && elsewhere.includes('subject-administrator') ? [{ kind: 'residence-permit' }] : [];
  }
  if (ruled('site.administrator', context) !== 'residence-paper-if-elsewhere') return [];
  return siteAdministrators(context)
    .filter((key) => elsewhere.includes(key))
    .map((whose) => ({ kind: 'residence-permit', whose }));
}

/** Site plan and guarantee letter by the counts of 4.3. */
export function sitePlan(context: SlotContext): { readonly plan: boolean; readonly guarantee: boolean } {
  const rule = ruled('site.plan', context);
  if (rule === undefined) return { plan: false, guarantee: false };
  const domains = (context.filedDomains ?? 0) + context.sites.reduce((sum, site) => sum + site.domains, 0);
  const count = rule.counts === 'domains' ? domains : (context.filedSites ?? 0) + context.sites.length;
  return { plan: count > rule.planOver, guarantee: rule.guaranteeFrom !== undefined && count >= rule.guaranteeFrom };
}

function sitePapers(context: SlotContext): readonly Wish[] {
  const { plan, guarantee } = sitePlan(context);
  const approvals = isIndividual(context)
    ? []
    : context.sites.flatMap(({ siteId, preapprovals }) =>
        preapprovals
          .filter((kind) => !isAbolished(kind, context))
          .map((kind): Wish => ({ kind: 'pre-approval', whose: `${siteId}:${kind}` })),
      );
  return [
    ...approvals,
    ...(plan ? [{ kind: 'site-plan' } as const] : []),
    ...(guarantee ? [{ kind: 'guarantee-letter' } as const] : []),
  ];
}
