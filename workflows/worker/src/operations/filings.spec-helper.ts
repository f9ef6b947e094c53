import { randomBytes } from 'node:crypto';
import { Connection, WithStartWorkflowOperation, Client } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import {
  filingWorkflowId,
  searchAttributes,
  taskQueues,
  type DocumentsActivities,
  type FilingAnswer,
  type FilingFacts,
  type FilingSnapshot,
  type Message,
  type NotificationActivities,
  type OpenedFiling,
  type RecordStep,
  type SubjectActivities,
  type VerificationActivities,
  type WebsiteActivities,
} from '@beian/contracts';
import Long from 'long';
import * as messages from '@beian/contracts/messages';
import { dataConverter, developmentEnvironment, type Environment, type Running } from '@beian/platform';
import { testStack } from '@beian/testing';
import { boot } from '../boot';
import { workerConfig } from '../worker.config';

const facts: FilingFacts = {
  subject: {
    revision: 1,
    sha256: 'subject-1',
    province: '33',
    nature: 'enterprise',
    filingType: 'FIRST',
    certificateType: 'business-licence',
    holderMark: 'mark',
    personHolderMarks: [],
    administrators: [],
    lastChange: '2018-06-01T00:00:00.000Z',
  },
  website: { revision: 1, sha256: 'website-1', sites: [], lastChange: '2018-06-01T00:00:00.000Z' },
  documents: { revision: 1, sha256: 'documents-1', slots: [], lastChange: '2018-06-01T00:00:00.000Z' },
};

/**
 * The real worker process with its planner, its bundle and its calendar file, on the real server; behind it a stand-in
 * for each service that says yes and keeps what it is given to record.
 */
export class Filings {
  private readonly rows = new Map<string, FilingSnapshot[]>();
  private constructor(
    readonly client: Client,
    private readonly closing: readonly (() => Promise<unknown>)[],
  ) {}

  static async start(more: Environment = {}): Promise<Filings> {
    const { address } = testStack().temporal;
    const connection = await Connection.connect({ address });
    const namespace = await newNamespace(connection);
    const env = {
      ...developmentEnvironment,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      PORT: '0',
      LOG_LEVEL: 'fatal',
      BUILD_ID: `spec-${randomBytes(4).toString('hex')}`,
      ...more,
    };
    const converter = dataConverter(workerConfig(env).CODEC_KEYS);
    const client = new Client({ connection, namespace, dataConverter: converter });
    const closing: (() => Promise<unknown>)[] = [];
    const filings = new Filings(client, closing);
    const running: Running = await boot(env);
    closing.push(() => running.close());
    const native = await NativeConnection.connect({ address }); // after boot, which installs the one runtime
    for (const [taskQueue, activities] of Object.entries(filings.services())) {
      const worker = await Worker.create({
        connection: native,
        namespace,
        taskQueue,
        activities,
        dataConverter: converter,
      });
      const run = worker.run();
      closing.push(async () => {
        worker.shutdown();
        await run;
      });
    }
    closing.push(
      () => native.close(),
      () => forgetNamespace(connection, namespace),
      () => connection.close(),
    );
    return filings;
  }

  async stop(): Promise<void> {
    const open = this.client.workflow.list({ query: `WorkflowType = 'filing' AND ExecutionStatus = 'Running'` });
    for await (const { workflowId } of open) await this.client.workflow.getHandle(workflowId).terminate('end of spec');
    for (const close of this.closing) await close();
  }

  /** Everything recorded of a filing, oldest first. */
  of(filingId: string): readonly FilingSnapshot[] {
    return this.rows.get(filingId) ?? [];
  }

  async open(opened: Partial<OpenedFiling> = {}): Promise<string> {
    const input: OpenedFiling = {
      filingId: newFilingId(),
      owner: '01J0000000000000000000OWNR',
      province: '33',
      filingType: 'FIRST',
      nature: 'enterprise',
      pack: '2018-06',
      asOf: '2018-06-09',
      ...opened,
    };
    const args = [{ messageId: 'open' }] as [Message];
    await persistently(() => {
      const startWorkflowOperation = new WithStartWorkflowOperation('filing', {
        workflowId: filingWorkflowId(input.filingId),
        taskQueue: taskQueues.filing,
        args: [input],
        workflowIdConflictPolicy: 'USE_EXISTING',
        typedSearchAttributes: messages.openingSearchAttributes(input),
      });
      return this.client.workflow.executeUpdateWithStart(messages.open, { args, startWorkflowOperation });
    });
    return input.filingId;
  }

  say<B extends Message>(
    filingId: string,
    update: UpdateDefinition<FilingAnswer, [B]>,
    body: Omit<B, 'messageId'>,
  ): Promise<FilingAnswer> {
    const messageId = randomBytes(8).toString('hex');
    const handle = this.client.workflow.getHandle(filingWorkflowId(filingId));
    return handle.executeUpdate(update, { args: [{ messageId, ...body } as unknown as B] });
  }

  now(filingId: string): Promise<FilingSnapshot> {
    return this.client.workflow.getHandle(filingWorkflowId(filingId)).query(messages.getFiling);
  }

  private services(): Readonly<Record<string, object>> {
    const record = async ({ snapshot }: RecordStep): Promise<void> => {
      const known = this.rows.get(snapshot.filingId) ?? [];
      if (known.some(({ version }) => version === snapshot.version)) return;
      this.rows.set(snapshot.filingId, [...known, snapshot]);
    };
    const done = async (): Promise<void> => undefined;
    const lastChange = async (): Promise<string> => '2018-06-01T00:00:00.000Z';
    const subject: SubjectActivities = {
      pinSubject: async () => ({ ok: true, findings: [], facts: facts.subject }),
      unlockSubject: done,
      grantSubject: done,
      subjectChangedAt: lastChange,
    };
    const website: WebsiteActivities = {
      pinWebsite: async () => ({ ok: true, findings: [], facts: facts.website }),
      releaseWebsite: done,
      grantWebsite: done,
      websiteChangedAt: lastChange,
    };
    const documents: DocumentsActivities = {
      pinDocuments: async () => ({ ok: true, findings: [], facts: facts.documents }),
      sealIdentityProof: async () => ({}),
      unsealDocuments: done,
      documentsChangedAt: lastChange,
    };
    const verification: VerificationActivities = {
      recordDraft: record,
      openReview: async (step) => {
        await record(step);
        return { ok: true };
      },
      recordReturned: record,
      openIdentityCheck: record,
      orderBackdrop: record,
      handOver: async (step) => {
        await record(step);
        return { answer: 'accepted', transactionId: 't1' };
      },
      sendPhoneCodes: record,
      resendPhoneCodes: record,
      recordAuthorityReview: record,
      recordGranted: record,
      recordEnd: record,
      noteFlags: record,
      voidPhoneCodes: done,
      cancelBackdrop: done,
      cancelAuthorityOrder: done,
    };
    const notification: NotificationActivities = { remind: done };
    return { subject, website, documents, verification, notification };
  }
}

/** One of its own, for these specs speak of every filing that runs. */
async function newNamespace({ workflowService, operatorService }: Connection): Promise<string> {
  const namespace = `beian-operations-${randomBytes(4).toString('hex')}`;
  const day = { seconds: Long.fromNumber(86_400) };
  await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day });
  const types = { Keyword: 2, Int: 3, Bool: 5, Datetime: 6, KeywordList: 7 } as const;
  const attributes = Object.entries(searchAttributes).map(([name, type]) => [name, types[type]] as const);
  await persistently(() =>
    operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(attributes) }),
  );
  await persistently(async () => {
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
    if (attributes.some(([name]) => !(name in (customAttributes ?? {})))) throw new Error('not registered yet');
  });
  return namespace;
}

async function forgetNamespace({ operatorService }: Connection, namespace: string): Promise<void> {
  await operatorService.deleteNamespace({ namespace });
}

/** A new namespace is known a moment later, and a busy server asks for patience. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + 30_000; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newFilingId = (): string => `0${[...randomBytes(25)].map((byte) => alphabet[byte % 32]).join('')}`;

/** The ways to the stages that the specs need, in province 33 of pack `2018-06`, which asks for no phone. */
export async function toReview(filings: Filings, filingId: string): Promise<void> {
  await filings.say(filingId, messages.submit, {});
}

export async function toIdentityCheck(filings: Filings, filingId: string): Promise<void> {
  await toReview(filings, filingId);
  await filings.say(filingId, messages.decideReview, { decision: 'approve', reasons: [] });
}

export async function toPhotoReview(filings: Filings, filingId: string): Promise<void> {
  await toIdentityCheck(filings, filingId);
  const { identity } = await filings.now(filingId);
  await filings.say(filingId, messages.chooseIdentityMethod, { method: identity!.methods[0]! });
  await filings.say(filingId, messages.photoUploaded, { versionId: 'v1' });
}

export async function toAuthority(filings: Filings, filingId: string): Promise<void> {
  await toPhotoReview(filings, filingId);
  await filings.say(filingId, messages.decidePhoto, { accepted: true, reasons: [] });
  await until(async () => filings.of(filingId).at(-1)?.stage === 'authority-review');
}

export async function toReturned(filings: Filings, filingId: string): Promise<void> {
  await toReview(filings, filingId);
  const reasons = [{ id: 'r1', code: 'SITE_NAME', pointer: '/sites/s1/name' }];
  await filings.say(filingId, messages.decideReview, { decision: 'return', reasons });
}

/** What is recorded a moment later; bounded by the test's own time. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

/** Several at once, as people act; the server is shared with other specs. */
export async function sideBySide<T>(n: number, work: () => Promise<T>): Promise<readonly T[]> {
  const done: T[] = [];
  let left = n;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      done.push(await work());
    }
  };
  await Promise.all(Array.from({ length: Math.min(8, n) }, lane));
  return done;
}
