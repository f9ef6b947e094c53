import type {
  AdministratorKey,
  Deadline,
  DeadlineKind,
  DocumentsActivities,
  FilingFacts,
  FilingId,
  FilingSnapshot,
  NotificationActivities,
  PlanContext,
  PlannerActivities,
  RecordStep,
  SubjectActivities,
  VerificationActivities,
  WebsiteActivities,
} from '@beian/contracts';

/** Everything outside the workflow, typed from the interfaces it stands for: a missing method does not compile. */
export type Outside = SubjectActivities &
  WebsiteActivities &
  DocumentsActivities &
  VerificationActivities &
  NotificationActivities &
  PlannerActivities;
export type OutsideName = keyof Outside;

export interface Call {
  readonly name: OutsideName;
  readonly step: unknown;
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
const after = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

const deadline = (kind: DeadlineKind, context: PlanContext, ms: number): Deadline => ({
  kind,
  at: after(context.at, ms),
  provisional: false,
  source: `test; pack ${context.pack}`,
});

export const facts: FilingFacts = {
  subject: {
    revision: 1,
    sha256: 'subject-1',
    province: '12',
    nature: 'enterprise',
    filingType: 'FIRST',
    certificateType: 'business-licence',
    holderMark: 'mark',
    personHolderMarks: [],
    administrators: (['subject-administrator', 'site-administrator-1'] as const).map((key) => ({
      key,
      phoneMark: `phone of ${key}`,
      certificateMark: `certificate of ${key}`,
      legalRepresentative: false,
      fromProvince: true,
    })),
    lastChange: '2018-06-01T00:00:00.000Z',
  },
  website: {
    revision: 1,
    sha256: 'website-1',
    sites: [
      { siteId: 's1', domains: 1, administrator: 'site-administrator-1', preapprovals: [], holders: ['subject'] },
    ],
    lastChange: '2018-06-01T00:00:00.000Z',
  },
  documents: { revision: 1, sha256: 'documents-1', slots: [], lastChange: '2018-06-01T00:00:00.000Z' },
};

export const administrators: readonly AdministratorKey[] = ['subject-administrator', 'site-administrator-1'];
export const numbers = { subject: '津ICP备99000001号', sites: [{ siteId: 's1', number: '津ICP备99000001号-1' }] };

/** A planner whose lengths are easy to count in hours: one working day is a day. */
const planner: PlannerActivities = {
  planIdle: async (context) => ({
    deadline: deadline('idle-lapse', context, 45 * dayMs),
    reminders: [7, 15, 30].map((day) => ({ day, at: after(context.at, day * dayMs) })),
  }),
  planReview: async (context) => ({
    deadline: deadline('review', context, dayMs),
    halfTimeAt: after(context.at, dayMs / 2),
    stuckAt: after(context.at, 3 * dayMs),
    identityAfterReview: true,
  }),
  planIdentity: async (context) => ({
    methods: ['backdrop', 'designated-place'],
    idle: await planner.planIdle(context),
  }),
  planPhotoReview: async (context) => deadline('photo-review', context, dayMs),
  planHandOver: async (context) => deadline('hand-over-promise', context, dayMs),
  planPhones: async (context) => ({
    administrators,
    deadline: deadline('phone-window', context, 48 * hourMs),
    remindAt: after(context.at, 42 * hourMs),
    resendAt: after(context.at, 20 * hourMs),
  }),
  planAuthority: async (context) => ({
    ...deadline('authority-range', context, 20 * dayMs),
    from: after(context.at, 3 * dayMs),
  }),
  planAftercare: async (context) => ({
    deadline: deadline('public-security', context, 30 * dayMs),
    remindAt: after(context.at, 20 * dayMs),
  }),
  planFastLane: async ({ pack }) => pack !== '2018-06',
  planRules: async ({ asOf, pack, at }) => ({ pack: pack as '2018-06', asOf: asOf ?? at.slice(0, 10) }),
};

const done = async (): Promise<void> => undefined;

/** One filing's outside: what it does unless a test says otherwise, what it was asked, and the row of `verification`. */
export class FilingOutside {
  readonly calls: Call[] = [];
  /** Snapshots as `verification` has written them: gapless by version, or the fake refuses. */
  readonly rows: FilingSnapshot[] = [];
  private script: Partial<Outside> = {};
  private watchers: (() => void)[] = [];

  /** Replaces some answers from now on. */
  answer(script: Partial<Outside>): void {
    this.script = { ...this.script, ...script };
  }

  /** Resolves once the fake rows or calls fit. */
  async until(fits: () => boolean): Promise<void> {
    while (!fits()) await new Promise<void>((resolve) => this.watchers.push(resolve));
  }

  async recorded(fits: (snapshot: FilingSnapshot) => boolean): Promise<FilingSnapshot> {
    await this.until(() => this.rows.some(fits));
    return this.rows.findLast(fits)!;
  }

  named<N extends OutsideName>(name: N): readonly Parameters<Outside[N]>[0][] {
    return this.calls.filter((call) => call.name === name).map(({ step }) => step as Parameters<Outside[N]>[0]);
  }

  async ask(name: OutsideName, step: unknown): Promise<unknown> {
    this.calls.push({ name, step });
    try {
      const answer = this.script[name] ?? this.usual[name];
      return await (answer as (asked: unknown) => Promise<unknown>)(step);
    } finally {
      for (const wake of this.watchers.splice(0)) wake();
    }
  }

  /** Takes the next version; a repetition changes nothing; one further on means that an earlier one is missing. */
  readonly write = async ({ snapshot }: RecordStep): Promise<void> => {
    const last = this.rows.at(-1)?.version ?? 0;
    if (snapshot.version > last + 1) throw new Error(`version ${snapshot.version} after ${last}`);
    if (snapshot.version === last + 1) this.rows.push(snapshot);
  };

  private readonly usual: Outside = {
    ...planner,
    pinSubject: async () => ({ ok: true, findings: [], facts: facts.subject }),
    pinWebsite: async () => ({ ok: true, findings: [], facts: facts.website }),
    pinDocuments: async () => ({ ok: true, findings: [], facts: facts.documents }),
    unlockSubject: done,
    releaseWebsite: done,
    sealIdentityProof: async ({ versionId }) => ({
      dossier: { recipient: 'authority', key: `proof/${versionId}`, sha256: 'proof' },
    }),
    unsealDocuments: done,
    grantSubject: done,
    grantWebsite: done,
    subjectChangedAt: async () => '2018-06-01T00:00:00.000Z',
    websiteChangedAt: async () => '2018-06-01T00:00:00.000Z',
    documentsChangedAt: async () => '2018-06-01T00:00:00.000Z',
    recordDraft: (step) => this.write(step),
    openReview: async (step) => {
      await this.write(step);
      return { ok: true };
    },
    recordReturned: (step) => this.write(step),
    openIdentityCheck: (step) => this.write(step),
    orderBackdrop: (step) => this.write(step),
    handOver: async (step) => {
      await this.write(step);
      return { answer: 'accepted', transactionId: 't1' };
    },
    sendPhoneCodes: (step) => this.write(step),
    resendPhoneCodes: (step) => this.write(step),
    recordAuthorityReview: (step) => this.write(step),
    recordGranted: (step) => this.write(step),
    recordEnd: (step) => this.write(step),
    noteFlags: (step) => this.write(step),
    voidPhoneCodes: done,
    cancelBackdrop: done,
    cancelAuthorityOrder: done,
    remind: done,
  };
}

/** The outside of every filing of one spec file, found by the filing id in each step. */
export class World {
  private readonly filings = new Map<FilingId, FilingOutside>();

  of(filingId: FilingId): FilingOutside {
    const known = this.filings.get(filingId) ?? new FilingOutside();
    this.filings.set(filingId, known);
    return known;
  }
}
