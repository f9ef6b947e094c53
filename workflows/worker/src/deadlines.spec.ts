import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plusDays, shanghaiDate, shanghaiInstant } from '@beian/calendar';
import { filingWorkflowId, taskQueues, type FilingSnapshot, type Message, type OpenedFiling } from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { dataConverter, developmentEnvironment, type Running } from '@beian/platform';
import { testStack } from '@beian/testing';
import { Client, Connection, WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import Long from 'long';
import { boot } from './boot';
import { AgreeingServices } from './outside.spec-helper';
import { workerConfig } from './worker.config';

jest.setTimeout(120_000);

const namespace = 'beian-worker';
const { address } = testStack().temporal;
const secondMs = 1_000;
const weekday = (date: string): number => new Date(date).getUTCDay();

/** The next Saturday before which a Friday noon is still to come; a make-up workday of the calendar below. */
const saturday = (() => {
  let day = shanghaiDate(Date.now() + 36 * 3_600_000);
  while (weekday(day) !== 6) day = plusDays(day, 1);
  return day;
})();
/** A calendar laid around now: the Saturday is worked, the Monday after it is off, and it knows nothing after two weeks. */
const calendar = {
  name: 'laid around now',
  source: 'made for this spec',
  coveredFrom: plusDays(saturday, -60),
  coveredTo: plusDays(saturday, 14),
  daysOff: [{ from: plusDays(saturday, 2), to: plusDays(saturday, 2), zh: '试验节', en: 'a holiday' }],
  makeUpWorkdays: [saturday],
};
/** An oracle of its own: is a day worked? After the cover by its weekday. */
const isWorked = (date: string): boolean =>
  date === saturday || (date !== plusDays(saturday, 2) && weekday(date) !== 0 && weekday(date) !== 6);
/** 18:00 in Shanghai of the n-th workday after a day. */
const endOfWorkday = (from: string, n: number): number => {
  let day = from;
  for (let left = n; left > 0;) {
    day = plusDays(day, 1);
    if (isWorked(day)) left -= 1;
  }
  return shanghaiInstant(day, '18:00');
};

describe('deadlines on the server, by the real workflow, rules and calendar (decision 40)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beian-calendar-'));
  const env = {
    ...developmentEnvironment,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    PORT: '0',
    LOG_LEVEL: 'error',
    BUILD_ID: `spec-${randomBytes(4).toString('hex')}`,
    CALENDAR_FILE: join(folder, 'calendar.json'),
  };
  const converter = dataConverter(workerConfig(env).CODEC_KEYS);
  const services = new AgreeingServices();
  let running: Running;
  let native: NativeConnection;
  let client: Client;
  let workers: readonly Worker[];
  let runs: readonly Promise<void>[];

  beforeAll(async () => {
    writeFileSync(env.CALENDAR_FILE, JSON.stringify(calendar));
    running = await boot(env);
    native = await NativeConnection.connect({ address });
    workers = await Promise.all(
      services.activities.map(([taskQueue, activities]) =>
        Worker.create({ connection: native, namespace, taskQueue, activities, dataConverter: converter }),
      ),
    );
    runs = workers.map((worker) => worker.run());
    client = new Client({ connection: await Connection.connect({ address }), namespace, dataConverter: converter });
  });
  afterAll(async () => {
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
    await running.close();
    await native.close();
    await client.connection.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a filing and lets its clock run to the Friday noon before the Saturday. */
  const openOnFriday = async (form: Pick<OpenedFiling, 'province' | 'nature'>): Promise<Filing> => {
    const filingId = `0${randomBytes(13).toString('hex').slice(0, 25).toUpperCase()}`;
    const opened: OpenedFiling = { ...form, filingId, owner: 'owner', filingType: 'FIRST', pack: '2018-06' };
    const workflowId = filingWorkflowId(filingId);
    const { since } = await client.workflow.executeUpdateWithStart(messages.open, {
      args: [{ messageId: 'open' }],
      startWorkflowOperation: new WithStartWorkflowOperation('filing', {
        workflowId,
        taskQueue: taskQueues.filing,
        args: [opened],
        workflowIdConflictPolicy: 'USE_EXISTING',
        typedSearchAttributes: messages.openingSearchAttributes(opened),
      }),
    });
    const filing = new Filing(client, client.workflow.getHandle(workflowId), filingId);
    await filing.forward(shanghaiInstant(plusDays(saturday, -1), '12:00') - Date.parse(since));
    return filing;
  };
  const toAuthority = async (filing: Filing): Promise<void> => {
    await filing.say(messages.submit, {});
    await filing.say(messages.decideReview, { decision: 'approve', reasons: [] });
    await filing.say(messages.chooseIdentityMethod, { method: 'designated-place' });
    await filing.say(messages.photoUploaded, { versionId: 'v1' });
    await filing.say(messages.decidePhoto, { accepted: true, reasons: [] });
  };
  const inStage = async ({ filingId }: Filing, stage: FilingSnapshot['stage']): Promise<FilingSnapshot> => {
    const fits = (row: FilingSnapshot) => row.filingId === filingId && row.stage === stage;
    await services.until(() => services.rows.some(fits));
    return services.rows.findLast(fits)!;
  };
  const reminded = (filing: Filing, kind: string): boolean =>
    services.reminded.some((said) => said.filingId === filing.filingId && said.kind === kind);
  /** To a second before a deadline, where nothing is late yet, and over it, where it is. */
  const expectOverdueAt = async (filing: Filing, { at, kind }: { at: number; kind: string }): Promise<void> => {
    const { stage } = await filing.query();
    await filing.forwardTo(at - secondMs);
    expect([(await filing.query()).flags.overdue, reminded(filing, kind)]).toEqual([false, false]);
    await filing.forward(2 * secondMs);
    await services.until(() => reminded(filing, kind));
    expect(await filing.query()).toMatchObject({ stage, flags: { overdue: true } });
  };

  it('I-18: a review asked for on Friday is due on the make-up Saturday, to the second', async () => {
    const filing = await openOnFriday({ province: '12', nature: 'enterprise' });
    const { snapshot } = await filing.say(messages.submit, {});
    const due = shanghaiInstant(saturday, '18:00');
    expect(snapshot?.deadline).toMatchObject({ at: new Date(due).toISOString(), provisional: false });
    await expectOverdueAt(filing, { at: due, kind: 'review-overdue' });
    await filing.end();
  });

  it('I-18: an authority has 3 to 20 workdays, provisional where the calendar ends, then it is overdue', async () => {
    const filing = await openOnFriday({ province: '33', nature: 'individual' });
    await toAuthority(filing);
    const { deadline, flags, since } = await inStage(filing, 'authority-review');
    const from = shanghaiDate(Date.parse(since));
    const due = endOfWorkday(from, 20);
    expect(deadline).toMatchObject({
      kind: 'authority-range',
      from: new Date(endOfWorkday(from, 3)).toISOString(),
      at: new Date(due).toISOString(),
      provisional: true,
    });
    expect(deadline?.source).toContain(`${plusDays(calendar.coveredTo, 1)} is guessed`);
    expect(flags.provisional).toBe(true);
    await expectOverdueAt(filing, { at: due, kind: 'authority-overdue' });
    await filing.end();
  });

  it('I-8: a phone window is 48 hours on any calendar; over it the filing is returned, not before', async () => {
    const filing = await openOnFriday({ province: '12', nature: 'enterprise' });
    await toAuthority(filing);
    const { deadline, since } = await inStage(filing, 'phone-verification');
    const closes = Date.parse(deadline!.at);
    // Planned as the hand-over ends, recorded a moment later; that it is 48 hours to the millisecond is proved purely.
    expect(Math.abs(closes - Date.parse(since) - 48 * 3_600_000)).toBeLessThan(secondMs);
    await filing.forwardTo(closes - 5 * secondMs);
    expect((await filing.query()).stage).toBe('phone-verification');
    await filing.forward(6 * secondMs);
    expect(await inStage(filing, 'returned')).toMatchObject({ because: 'phone-window-closed' });
    await filing.end();
  });
});

let sent = 0;

/** One filing under test, with a clock of its own. */
class Filing {
  /** By how much its clock is ahead of ours. */
  private aheadMs = 0;

  constructor(
    private readonly client: Client,
    private readonly handle: WorkflowHandle,
    readonly filingId: string,
  ) {}

  say<Answer, Body extends Message>(
    definition: UpdateDefinition<Answer, [Body]>,
    body: Omit<Body, 'messageId'>,
  ): Promise<Answer> {
    const messageId = `message-${(sent += 1)}`;
    return this.handle.executeUpdate(definition, { args: [{ messageId, ...body } as unknown as Body] });
  }

  query(): Promise<FilingSnapshot> {
    return this.handle.query(messages.getFiling);
  }

  async end(): Promise<void> {
    await this.handle.terminate('end of spec');
  }

  forwardTo(at: number): Promise<void> {
    return this.forward(at - Date.now() - this.aheadMs);
  }

  async forward(ms: number): Promise<void> {
    this.aheadMs += ms;
    const workflowExecution = { workflowId: this.handle.workflowId };
    const id = randomBytes(8).toString('hex');
    const duration = { seconds: Long.fromNumber(Math.floor(ms / 1_000)), nanos: Math.floor(ms % 1_000) * 1_000_000 };
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
}
