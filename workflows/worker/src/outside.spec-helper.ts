import {
  taskQueues,
  type DocumentFacts,
  type DocumentsActivities,
  type FilingSnapshot,
  type NotificationActivities,
  type RecordStep,
  type SubjectActivities,
  type SubjectFacts,
  type TaskQueue,
  type VerificationActivities,
  type WebsiteActivities,
  type WebsiteFacts,
} from '@beian/contracts';

const administrator = (key: 'subject-administrator' | 'site-administrator-1') => ({
  key,
  phoneMark: `phone of ${key}`,
  certificateMark: `certificate of ${key}`,
  legalRepresentative: false,
  fromProvince: true,
});
const pinned = { revision: 1, lastChange: '2018-06-01T00:00:00.000Z' };
const subject: SubjectFacts = {
  ...pinned,
  sha256: 'subject',
  province: '12',
  nature: 'enterprise',
  filingType: 'FIRST',
  certificateType: 'business-licence',
  holderMark: 'mark',
  personHolderMarks: [],
  administrators: [administrator('subject-administrator'), administrator('site-administrator-1')],
};
const website: WebsiteFacts = {
  ...pinned,
  sha256: 'website',
  sites: [{ siteId: 's1', domains: 1, administrator: 'site-administrator-1', preapprovals: [], holders: ['subject'] }],
};
const documents: DocumentFacts = { ...pinned, sha256: 'documents', slots: [] };

type Said = { readonly kind: string; readonly filingId: string };

/** The services around the worker under test: they agree to everything and write down what they were told. */
export class AgreeingServices {
  /** Every snapshot that was recorded, of all filings. */
  readonly rows: FilingSnapshot[] = [];
  readonly reminded: Said[] = [];
  private watchers: (() => void)[] = [];

  async until(fits: () => boolean): Promise<void> {
    while (!fits()) await new Promise<void>((resolve) => this.watchers.push(resolve));
  }

  private readonly note = async ({ snapshot }: RecordStep): Promise<void> => {
    this.rows.push(snapshot);
    this.wake();
  };

  private wake(): void {
    for (const wake of this.watchers.splice(0)) wake();
  }

  private readonly subject: Pick<SubjectActivities, 'pinSubject' | 'subjectChangedAt'> = {
    pinSubject: async () => ({ ok: true, findings: [], facts: subject }),
    subjectChangedAt: async () => pinned.lastChange,
  };
  private readonly website: Pick<WebsiteActivities, 'pinWebsite' | 'websiteChangedAt'> = {
    pinWebsite: async () => ({ ok: true, findings: [], facts: website }),
    websiteChangedAt: async () => pinned.lastChange,
  };
  private readonly documents: Pick<DocumentsActivities, 'pinDocuments' | 'documentsChangedAt' | 'sealIdentityProof'> = {
    pinDocuments: async () => ({ ok: true, findings: [], facts: documents }),
    documentsChangedAt: async () => pinned.lastChange,
    sealIdentityProof: async () => ({}),
  };
  private readonly verification: Omit<VerificationActivities, 'cancelBackdrop' | 'cancelAuthorityOrder'> = {
    recordDraft: this.note,
    openReview: async (step) => {
      await this.note(step);
      return { ok: true };
    },
    recordReturned: this.note,
    openIdentityCheck: this.note,
    orderBackdrop: this.note,
    handOver: async (step) => {
      await this.note(step);
      return { answer: 'accepted', transactionId: 't1' };
    },
    sendPhoneCodes: this.note,
    resendPhoneCodes: this.note,
    recordAuthorityReview: this.note,
    recordGranted: this.note,
    recordEnd: this.note,
    noteFlags: this.note,
    voidPhoneCodes: async () => undefined,
  };
  private readonly notification: NotificationActivities = {
    remind: async ({ kind, snapshot }) => {
      this.reminded.push({ kind, filingId: snapshot.filingId });
      this.wake();
    },
  };

  /** Activities by the queue that serves them. */
  get activities(): readonly (readonly [TaskQueue, object])[] {
    return [
      [taskQueues.subject, this.subject],
      [taskQueues.website, this.website],
      [taskQueues.documents, this.documents],
      [taskQueues.verification, this.verification],
      [taskQueues.notification, this.notification],
    ];
  }
}
