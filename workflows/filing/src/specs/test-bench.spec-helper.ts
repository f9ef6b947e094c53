import { randomBytes } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import { Client, Connection, WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';
import Long from 'long';
import {
  filingWorkflowId,
  taskQueues,
  type FilingSnapshot,
  type Message,
  type OpenedFiling,
  type Stage,
  type TaskQueue,
} from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { testStack } from '@beian/testing';
import type { filing } from '../filing.workflow';
import { World, type FilingOutside, type OutsideName } from './outside.spec-helper';

/** Stands in recorded histories, where the name of a machine has no place. */
const identity = 'filing-specs';
export const workflowsPath = require.resolve('../index');

/** Which queue serves what; typed so that a new activity needs its row. */
const owners: { readonly [N in OutsideName]: TaskQueue } = {
  pinSubject: 'subject',
  unlockSubject: 'subject',
  grantSubject: 'subject',
  subjectChangedAt: 'subject',
  pinWebsite: 'website',
  releaseWebsite: 'website',
  grantWebsite: 'website',
  websiteChangedAt: 'website',
  pinDocuments: 'documents',
  sealIdentityProof: 'documents',
  unsealDocuments: 'documents',
  documentsChangedAt: 'documents',
  recordDraft: 'verification',
  openReview: 'verification',
  recordReturned: 'verification',
  openIdentityCheck: 'verification',
  orderBackdrop: 'verification',
  handOver: 'verification',
  sendPhoneCodes: 'verification',
  resendPhoneCodes: 'verification',
  recordAuthorityReview: 'verification',
  recordGranted: 'verification',
  recordEnd: 'verification',
  noteFlags: 'verification',
  voidPhoneCodes: 'verification',
  cancelBackdrop: 'verification',
  cancelAuthorityOrder: 'verification',
  remind: 'notification',
  planIdle: 'filing',
  planReview: 'filing',
  planIdentity: 'filing',
  planPhotoReview: 'filing',
  planHandOver: 'filing',
  planPhones: 'filing',
  planAuthority: 'filing',
  planAftercare: 'filing',
  planFastLane: 'filing',
  planRules: 'filing',
};

/** The real server, our real workflow, and a fake of every service on its own queue. One per spec file. */
export class TestBench {
  readonly world = new World();
  private readonly running: { readonly worker: Worker; readonly ended: Promise<void> }[] = [];

  private constructor(
    readonly client: Client,
    private readonly native: NativeConnection,
  ) {}

  static async start(tuning: Partial<WorkerOptions> = {}): Promise<TestBench> {
    const [workflowBundle, bench] = await Promise.all([
      bundleWorkflowCode({ workflowsPath, logger: quiet }),
      TestBench.startWithoutWorkflow('beian-filing'),
    ]);
    await bench.host({ workflowBundle, ...tuning });
    return bench;
  }

  /** Everything but a worker that runs filings: for builds beside each other, each hosted by itself. */
  static async startWithoutWorkflow(namespace: string): Promise<TestBench> {
    const { address } = testStack().temporal;
    const [connection, native] = await Promise.all([
      Connection.connect({ address }),
      NativeConnection.connect({ address }),
    ]);
    const bench = new TestBench(new Client({ connection, namespace, identity }), native);
    // The gateway's queue has no step of a filing, only of the reconciliation.
    const queues = Object.values(taskQueues).filter((queue) => queue !== 'gateway' && queue !== 'filing');
    await Promise.all(queues.map((taskQueue) => bench.run(taskQueue, {})));
    return bench;
  }

  /** Runs filings by a bundle, until the bench stops or the answer is called. */
  host(build: Partial<WorkerOptions>): Promise<() => Promise<void>> {
    return this.run(taskQueues.filing, build);
  }

  async stop(): Promise<void> {
    for (const { worker } of this.running) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.all(this.running.map(({ ended }) => ended));
    await this.native.close();
    await this.client.connection.close();
  }

  private async run(taskQueue: TaskQueue, more: Partial<WorkerOptions>): Promise<() => Promise<void>> {
    const worker = await Worker.create({
      connection: this.native,
      namespace: this.client.options.namespace,
      identity,
      taskQueue,
      activities: activitiesOf(this.world, taskQueue),
      ...more,
    });
    const ended = worker.run();
    this.running.push({ worker, ended });
    return async () => {
      worker.shutdown();
      await ended;
    };
  }

  /** Opens a filing as the gateway does, by update-with-start. */
  async open(opened: Partial<OpenedFiling> = {}, prepare?: (outside: FilingOutside) => void): Promise<TestFiling> {
    const input: OpenedFiling = {
      filingId: newFilingId(),
      owner: '01J0000000000000000000OWNR',
      province: '12',
      filingType: 'FIRST',
      nature: 'enterprise',
      pack: '2018-06',
      asOf: '2018-06-09',
      ...opened,
    };
    const workflowId = filingWorkflowId(input.filingId);
    prepare?.(this.world.of(input.filingId));
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof filing>('filing', {
      workflowId,
      taskQueue: taskQueues.filing,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      typedSearchAttributes: messages.openingSearchAttributes(input),
      staticSummary: `${input.filingType} - ${input.province} - ${input.nature}`,
    });
    await this.client.workflow.executeUpdateWithStart(messages.open, {
      updateId: `${input.filingId}.open`,
      args: [{ messageId: `${input.filingId}.open` }],
      startWorkflowOperation,
    });
    return new TestFiling(this.client, input, this.world.of(input.filingId));
  }
}

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }), forward: {} } },
  shutdownSignals: [],
});

export const quiet = {
  log: () => {},
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Shaped like a ULID, random throughout: spec filings need no order. */
export const newFilingId = (): string => `0${[...randomBytes(25)].map((byte) => alphabet[byte % 32]).join('')}`;

/** Planner steps carry no filing id; the workflow id of whoever asks tells which filing it is. */
function activitiesOf(world: World, queue: TaskQueue): object {
  const names = (Object.keys(owners) as OutsideName[]).filter((name) => owners[name] === queue);
  const filingId = () => activityInfo().workflowExecution!.workflowId.slice('filing-'.length);
  return Object.fromEntries(names.map((name) => [name, (step: unknown) => world.of(filingId()).ask(name, step)]));
}

let lastMessage = 0;

/** One filing under test. */
export class TestFiling {
  readonly handle: WorkflowHandle<typeof filing>;

  constructor(
    private readonly client: Client,
    readonly opened: OpenedFiling,
    readonly outside: FilingOutside,
  ) {
    this.handle = client.workflow.getHandle<typeof filing>(filingWorkflowId(opened.filingId));
  }

  /** Sends an update under a message id of its own, unless the body brings one. */
  async say<Answer, Body extends Message>(
    definition: UpdateDefinition<Answer, [Body]>,
    ...[body]: Omit<Body, 'messageId'> extends Record<string, never>
      ? [Partial<Body>?]
      : [Omit<Body, 'messageId'> & Partial<Message>]
  ): Promise<Answer> {
    const messageId = `message-${(lastMessage += 1)}`;
    return this.handle.executeUpdate(definition, { args: [{ messageId, ...body } as unknown as Body] });
  }

  async tell<Body extends Message>(
    definition: SignalDefinition<[Body]>,
    body: Omit<Body, 'messageId'> & Partial<Message>,
  ) {
    const messageId = `message-${(lastMessage += 1)}`;
    await this.handle.signal(definition, { messageId, ...body } as unknown as Body);
  }

  query(): Promise<FilingSnapshot> {
    return this.handle.query(messages.getFiling);
  }

  /** Moves the clock of this filing alone. */
  async forward(ms: number): Promise<void> {
    const workflowExecution = { workflowId: this.handle.workflowId };
    const id = randomBytes(8).toString('hex');
    const duration = { seconds: Long.fromNumber(Math.floor(ms / 1000)), nanos: (ms % 1000) * 1_000_000 };
    const { namespace } = this.client.options;
    await this.client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } } },
      updateMask: { paths: ['time_skipping_config'] },
    });
    await this.client.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution,
      fastForwardId: id,
    });
  }

  /** Ends a filing that a test leaves open. */
  async end(): Promise<void> {
    await this.handle.terminate('end of spec');
  }

  async stagesRecorded(): Promise<readonly Stage[]> {
    const stages = this.outside.rows.map(({ stage }) => stage);
    return stages.filter((stage, i) => stage !== stages[i - 1]);
  }
}
