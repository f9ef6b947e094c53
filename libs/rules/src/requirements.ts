import { documentSlots, type Slot } from './document-slots';
import { recordsInForce } from './look-up';
import { natureRow } from './packs/natures';
import { identityMethods, identityStep } from './plan-rules';
import { provinceOf, type Province } from './provinces';
import { ask, ruled, type RuleContext } from './rule-context';
import type { Confidence } from './rule-record';
import type { Bilingual, RuleKey } from './rule-values';

/** One rule as it holds for this filing, with its source. */
export interface RequirementItem extends Bilingual {
  readonly rule: RuleKey;
  readonly answer: 'rule' | 'inherited' | 'none-printed';
  readonly source: string;
  readonly confidence: Confidence;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Where the rule is a list of words, the words; and what else a page of the province says. */
  readonly details?: readonly string[];
}

export interface RequirementSection extends Bilingual {
  readonly section: string;
  readonly items: readonly RequirementItem[];
}

export interface Requirements {
  readonly province: Province;
  readonly nature: Bilingual;
  readonly certificates: readonly string[];
  readonly pack: RuleContext['pack'];
  readonly asOf: string;
  readonly sections: readonly RequirementSection[];
  /** Papers of the usual order: one website with one domain, administrators from the province, legal representative. */
  readonly documents: readonly Slot[];
  readonly identity: { readonly step: 'after-review' | 'before-submission'; readonly methods: readonly string[] };
}

const outline: readonly (Bilingual & { readonly section: string; readonly keys: readonly RuleKey[] })[] = [
  {
    section: 'subject',
    zh: '主体',
    en: 'Subject',
    keys: [
      'subject.administrator',
      'subject.age',
      'subject.noForeigners',
      'subject.emergencyPhone',
      'certificate.elsewhere',
      'certificate.idCardOnly',
      'certificate.minMonths',
      'address.sameProvince',
      'address.sameCity',
      'phone.local',
      'phone.landline',
      'phone.bills',
      'transfer.person',
      'transfer.unit',
      'subject.maxSites',
    ],
  },
  {
    section: 'website',
    zh: '网站',
    en: 'Website',
    keys: [
      'site.administrator',
      'site.maxDomains',
      'order.maxSites',
      'order.maxDomains',
      'site.plan',
      'site.personalContents',
      'preapproval.kinds',
      'preapproval.abolished',
      'siteName.beginnings',
      'siteName.sensitive',
      'siteName.personalEndings',
      'siteName.personalWords',
      'siteName.provinceWords',
      'siteName.pattern',
    ],
  },
  {
    section: 'domain',
    zh: '域名',
    en: 'Domain',
    keys: [
      'domain.holder',
      'domain.minMonths',
      'domain.warnUnderDays',
      'domain.suffixes',
      'domain.privacyOff',
      'domain.government',
      'domain.institution',
      'realName.workdays',
    ],
  },
  { section: 'server', zh: '服务器', en: 'Server', keys: ['server.months', 'serviceCode.entry', 'serviceCode.unit'] },
  {
    section: 'documents',
    zh: '材料',
    en: 'Documents',
    keys: [
      'documents.subjectCertificate',
      'documents.statement',
      'documents.statementFingerprint',
      'documents.handHeld',
      'documents.domainCertificate',
      'documents.files',
      'documents.capture',
      'documents.staffingOffice',
      'documents.partyConfirmation',
      'documents.financePromise',
      'documents.servicePromise',
    ],
  },
  {
    section: 'steps',
    zh: '流程与时限',
    en: 'Steps and times',
    keys: [
      'review.providerWorkdays',
      'identity.methods',
      'identity.step',
      'review.photoWorkdays',
      'sms.provinces',
      'sms.recipients',
      'sms.windowHours',
      'sms.resend',
      'sms.maxWrong',
      'sms.onTimeout',
      'review.authorityWorkdays',
      'review.idle',
    ],
  },
  {
    section: 'afterwards',
    zh: '备案成功后',
    en: 'Afterwards',
    keys: ['footer.link', 'footer.number', 'publicSecurity.days', 'correction.days', 'access.password'],
  },
  { section: 'province', zh: '本省其他要求', en: 'Further remarks of the province', keys: ['province.remarks'] },
];

/**
 * Everything one province asks of one nature and filing type, on one page, each with its source and date (D1). Rules of
 * other scopes are left out. Throws RangeError for a province that is none of the 31.
 */
export function requirements(context: RuleContext): Requirements {
  const province = provinceOf(context.province);
  if (province === undefined) throw new RangeError(`no province ${context.province}`);
  const row = natureRow(context.nature);
  return {
    province,
    nature: row.name,
    certificates: row.certificates.map(({ zh }) => zh),
    pack: context.pack,
    asOf: context.asOf,
    sections: outline
      .map(({ section, zh, en, keys }) => ({ section, zh, en, items: keys.flatMap((key) => item(key, context)) }))
      .filter(({ items }) => items.length > 0),
    documents: documentSlots(usualOrder(context)),
    identity: { step: identityStep(context), methods: identityMethods(context) },
  };
}

function item(key: RuleKey, context: RuleContext): readonly RequirementItem[] {
  const answer = ask(key, context);
  if (answer.answer === 'unknown') return [];
  const { source, confidence, validFrom, validTo, note } = answer.record;
  const details = detailsOf(key, context);
  return [
    {
      rule: key,
      answer: answer.answer,
      ...note,
      source,
      confidence,
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
      ...(details.length === 0 ? {} : { details }),
    },
  ];
}

function detailsOf(key: RuleKey, context: RuleContext): readonly string[] {
  if (key === 'province.remarks') return remarksOf(context).flatMap(({ zh, en }) => [zh, en]);
  const value = ruled(key, context);
  return key.startsWith('siteName.') && Array.isArray(value) ? (value as readonly string[]) : [];
}

/** The newest page's remarks, and those of the page before that it does not replace (10.3 stands on top of 10.1, 10.2). */
function remarksOf(context: RuleContext): readonly Bilingual[] {
  const subject = context.nature === 'individual' ? 'individual' : 'organisation';
  const records = recordsInForce('province.remarks', context).filter(
    ({ scope }) => scope.province === context.province && scope.subject === subject,
  );
  const newest = records.filter(({ validFrom }) => validFrom === '2026-01-01');
  const page = records
    .filter(({ validFrom }) => validFrom !== '2026-01-01')
    .reduce<(typeof records)[number] | undefined>(
      (best, one) => ((one.validFrom ?? '') >= (best?.validFrom ?? '') ? one : best),
      undefined,
    );
  return [...(page?.value ?? []), ...newest.flatMap(({ value }) => value ?? [])];
}

const usualOrder = (context: RuleContext) => ({
  ...context,
  administrators: [{ key: 'subject-administrator' as const, legalRepresentative: true, fromProvince: true }],
  sites: [
    {
      siteId: 'site',
      domains: 1,
      administrator: 'subject-administrator' as const,
      preapprovals: [],
      holders: ['subject' as const],
    },
  ],
});
