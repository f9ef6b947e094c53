import type { DomainRecord, Finding, SiteDraft, SubjectDraft, SubjectFacts, WebsiteFacts } from '@beian/contracts';
import { siteDraftSchema, subjectDraftSchema } from '@beian/contracts/schemas';
import {
  checkSiteDraft,
  checkSubjectDraft,
  documentSlots,
  judgeAcross,
  judgeDomain,
  lookUp,
  recordsInForce,
  requirements,
  type RuleContext,
  type RuleKey,
} from '@beian/rules';
import type { Side } from './interleaved';

/*
 * What a pre-flight costs: one whole draft, every check of ours, beside the work that no service can leave out (reading the
 * same draft from JSON and validating its shape). And what a look-up costs beside the textbook's, which walks all records.
 */

const context: RuleContext = {
  pack: '2019-07',
  asOf: '2019-09-20',
  province: '32',
  nature: 'enterprise',
  filingType: 'FIRST',
};
const certificateNumber = '91330106MA0000015K';

const person = (name: string, certificate: string, mobile: string) => ({
  name,
  certificateType: 'resident-id' as const,
  certificateNumber: certificate,
  certificateValidUntil: '2030-01-01',
  mobile,
  emergencyMobile: '13900000000',
  landline: '025-85022088',
  email: `${mobile}@people.example.cn`,
  legalRepresentative: false,
});

/** Two administrators, two websites with a domain each, names with faults: a draft as people really type it. */
export const draft: { readonly subject: SubjectDraft; readonly sites: readonly SiteDraft[] } = {
  subject: {
    name: '江苏试验数据有限公司',
    certificateAddress: '江苏省南京市玄武区试验路1号',
    mailingProvince: '32',
    mailingAddress: '江苏省南京市玄武区试验路1号',
    superior: '林试文',
    administrators: {
      'subject-administrator': person('林试文', '110105199003071239', '13000010000'),
      'site-administrator-1': person('王试武', '310115200012310014', '13000000000'),
    },
  },
  sites: ['中国试验数据平台', '试验数据企业主页'].map((name, i) => ({
    name,
    domains: [`shiyan-${i}.cn`],
    homePage: `www.shiyan-${i}.cn`,
    serviceContents: [128],
    languages: [1],
    preapprovals: [{ kind: 'news', number: 'X-1' }],
    administrator: 'site-administrator-1' as const,
    serviceCode: `0000000${i}-0000-4000-8000-000000000000`,
  })),
};

const subjectFacts: SubjectFacts = {
  revision: 1,
  sha256: '',
  province: '32',
  nature: 'enterprise',
  filingType: 'FIRST',
  certificateType: 'business-licence',
  holderMark: 'h',
  personHolderMarks: [],
  administrators: (['subject-administrator', 'site-administrator-1'] as const).map((key) => ({
    key,
    phoneMark: key,
    certificateMark: key,
    legalRepresentative: false,
    fromProvince: false,
  })),
  lastChange: '2019-09-20T00:00:00.000Z',
};
const websiteFacts: WebsiteFacts = {
  revision: 1,
  sha256: '',
  sites: draft.sites.map((_, i) => ({
    siteId: `s${i}`,
    domains: 1,
    administrator: 'site-administrator-1' as const,
    preapprovals: ['news'],
    holders: ['other' as const],
  })),
  lastChange: '2019-09-20T00:00:00.000Z',
};
const domainRecord: DomainRecord = {
  domain: 'shiyan-0.cn',
  registrar: { name: '试验注册商', approved: true },
  registeredAt: '2018-01-01T00:00:00.000Z',
  expiresAt: '2019-10-01T00:00:00.000Z',
  realName: { state: 'verified', verifiedAt: '2019-09-18T00:00:00.000Z' },
  registrant: { name: '别的公司', certificateType: 'credit-code', certificateNumber },
  privacy: false,
};

/** Every judgement of a pre-flight over the whole draft, as the services run it. */
export function evaluate(): readonly Finding[] {
  const subject = checkSubjectDraft(draft.subject, {
    ...context,
    certificateType: 'business-licence',
    certificateNumber,
  });
  const sites = draft.sites.flatMap((site, i) => checkSiteDraft(site, { ...context, siteId: `s${i}` }));
  const domains = draft.sites.flatMap((_, i) => [
    ...judgeDomain(domainRecord, { ...context, pointer: `/sites/s${i}/domains/0`, holder: 'other' }).findings,
  ]);
  const documents = { revision: 1, sha256: '', slots: [], lastChange: subjectFacts.lastChange };
  return [...subject, ...sites, ...domains, ...judgeAcross(subjectFacts, websiteFacts, documents, context)];
}

const written = JSON.stringify(draft);

/** Reads the draft and validates its shape: what every service does before any rule is asked. */
export function read(): number {
  const parsed = JSON.parse(written) as { readonly subject: unknown; readonly sites: readonly unknown[] };
  subjectDraftSchema.parse(parsed.subject);
  return parsed.sites.map((site) => siteDraftSchema.parse(site)).length;
}

const keys: readonly RuleKey[] = requirements(context).sections.flatMap(({ items }) => items.map(({ rule }) => rule));
const scope = { province: '32', subject: 'organisation', filingType: 'FIRST' } as const;

const ours = (): readonly unknown[] => keys.map((key) => lookUp(key, scope, context));

/** The look-up as the regulation's reference describes it: of all records in force that fit, the most specific. */
function textbook(): readonly unknown[] {
  return keys.map((key) => {
    const fitting = recordsInForce(key, context).filter(
      (record) =>
        (record.scope.province ?? scope.province) === scope.province &&
        (record.scope.subject ?? scope.subject) === scope.subject &&
        (record.scope.filingType ?? scope.filingType) === scope.filingType,
    );
    const weight = (record: (typeof fitting)[number]): string =>
      [
        record.scope.province === undefined ? 0 : 1,
        record.scope.subject === undefined ? 0 : 1,
        record.scope.filingType === undefined ? 0 : 1,
        record.validFrom ?? '',
        record.validTo === undefined ? 0 : 1,
      ].join();
    return [...fitting].sort((a, b) => (weight(a) < weight(b) ? 1 : -1))[0];
  });
}

/** Both look-ups give the same records: what is measured is the same work (the ledger check of the run). */
export function differingLookUps(): readonly string[] {
  const [one, two] = [ours(), textbook()];
  return keys.filter((_, i) => (one[i] as { readonly record?: unknown }).record !== two[i]);
}

export const sides: Readonly<Record<'draft' | 'read' | 'lookUps' | 'textbook' | 'slots', Side>> = {
  draft: { name: 'evaluate the whole draft', run: evaluate },
  read: { name: 'read the same draft (JSON, shape)', run: read },
  lookUps: { name: 'look up every key', run: ours },
  textbook: { name: 'look up every key, walking all records', run: textbook },
  slots: {
    name: 'derive the papers',
    run: () =>
      documentSlots({ ...context, administrators: subjectFacts.administrators, sites: websiteFacts.sites }).length,
  },
};
