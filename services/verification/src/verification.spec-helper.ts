import { randomBytes } from 'node:crypto';
import type { DossierRef, FilingFacts, FilingSnapshot, VerificationActivities } from '@beian/contracts';
import { Clock, createLogger, newId, PersonVault, type DossierStore } from '@beian/platform';
import { emptyDatabase, type EmptyDatabase } from '@beian/testing';
import { HttpAuthoritySystem } from './authority/authority-system.http';
import { HttpCourier } from './identity/courier.http';
import { aSnapshot, inReview, someFacts } from './filing-builders.spec-helper';
import { OutsideWorld } from './outside-world.spec-helper';
import { HttpCarrier } from './phones/carrier.http';
import { createVerificationActivities } from './verification.activities';
import { VerificationDeps, type VerificationParts } from './verification-deps';
import { migrations } from './verification.migrations';
import { WorkflowDouble } from './workflow-double.spec-helper';

/** A clock that stands until it is moved: for leases, which are the only thing the machine's time decides here. */
export class StandingClock extends Clock {
  constructor(private instant = new Date('2018-06-15T02:00:00.000Z')) {
    super();
  }

  override now(): Date {
    return this.instant;
  }

  forward(minutes: number): void {
    this.instant = new Date(this.instant.getTime() + minutes * 60_000);
  }
}

/** Letters of other services, as they lie opened before this one. */
export class Letters implements Pick<DossierStore, 'get' | 'old' | 'remove' | 'removeOf'> {
  private readonly contents = new Map<string, unknown>();

  write(recipient: DossierRef['recipient'], content: unknown): DossierRef {
    const key = randomBytes(8).toString('hex');
    this.contents.set(key, content);
    return { recipient, key, sha256: 'a'.repeat(64) };
  }

  /** The three letters for the authority, as subject, website and documents write them. */
  toTheAuthority(): readonly DossierRef[] {
    const locked = { province: '12', nature: 'enterprise', certificateType: 'business-licence', certificateNumber: '91120104MA0000015X', filingType: 'FIRST' }; // prettier-ignore
    const paper = { slot: 'subject-certificate', versionId: newId(), key: 'accepted/1', sha256: 'a'.repeat(64), type: 'image/png', sizeBytes: 1 }; // prettier-ignore
    return [
      this.write('authority', { part: 'subject', locked, form: { name: '天津林茶有限公司', administrators: {} } }),
      this.write('authority', {
        part: 'sites',
        sites: [{ siteId: newId(), form: { name: '林茶', domains: ['lin-tea.cn'] } }],
      }),
      this.write('authority', { part: 'documents', documents: [paper] }),
    ];
  }

  get(ref: DossierRef): Promise<unknown> {
    return Promise.resolve(this.contents.get(ref.key));
  }

  old(): Promise<{ readonly keys: readonly string[] }> {
    return Promise.resolve({ keys: [...this.contents.keys()] });
  }

  remove({ key }: Pick<DossierRef, 'key'>): Promise<void> {
    this.contents.delete(key);
    return Promise.resolve();
  }

  /** Keys of ours do not name their filing: who looks at what is removed takes a real bucket. */
  removeOf(): Promise<void> {
    return Promise.resolve();
  }
}

/** The service with its real stores on a database of its own; outside are an HTTP server and a double of Temporal. */
export class Bench {
  readonly world = new OutsideWorld();
  readonly workflow = new WorkflowDouble();
  readonly clock = new StandingClock();
  readonly letters = new Letters();
  db!: EmptyDatabase;
  deps!: VerificationDeps;
  activities!: VerificationActivities;

  async open(changes: Partial<VerificationParts> = {}): Promise<this> {
    await this.world.listen();
    this.db = await emptyDatabase('verification', migrations);
    this.deps = new VerificationDeps({
      database: this.db.database,
      clock: this.clock,
      logger: createLogger('verification', 'silent'),
      vault: new PersonVault([randomBytes(32)], randomBytes(32)),
      temporal: this.workflow.asClient(),
      dossiers: this.letters,
      objects: { presignedGet: ({ key }) => Promise.resolve(`https://store.example/${key}`) },
      documentsBucket: 'documents',
      authority: new HttpAuthoritySystem(this.world.url, 500),
      courier: new HttpCourier(this.world.url, 500),
      carrier: new HttpCarrier(this.world.url, 500),
      claimMinutes: 30,
      fourEyes: 'refusal',
      callsPerHalfHour: 2,
      handOverTries: 3,
      smsSignature: '备案系统',
      rulesNow: { pack: '2018-06', asOf: '2018-06-15' },
      wordsRetention: { endedDays: 180, typeCheckDays: 180 },
      ...changes,
    });
    this.activities = createVerificationActivities(this.deps);
    return this;
  }

  async close(): Promise<void> {
    await this.db.drop();
    await this.world.close();
  }

  /** Rows of a statement, for looking at what was written. */
  rows<T = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.db.database.query<T>(sql, params);
  }

  /** A filing that lies with the provider for review, with its facts and letters. */
  async aFilingInReview(
    letters: readonly DossierRef[] = [],
  ): Promise<{ readonly review: FilingSnapshot; readonly facts: FilingFacts }> {
    const draft = aSnapshot();
    await this.activities.recordDraft({ snapshot: draft });
    const review = inReview(draft);
    const facts = someFacts(review, letters);
    const answer = await this.activities.openReview({ snapshot: review, facts });
    if (!answer.ok)
      throw new Error(`facts that should pass have findings: ${answer.findings.map(({ code }) => code).join(', ')}`);
    this.workflow.snapshot = review;
    return { review, facts };
  }
}
