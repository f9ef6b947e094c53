import { condition } from '@temporalio/workflow';
import {
  changesIn,
  nextStages,
  type Deadline,
  type FilingAnswer,
  type FilingFacts,
  type FilingId,
  type FilingSnapshot,
  type MessageId,
  type OpenedFiling,
  type PlanContext,
  type RecordStep,
  type Stage,
} from '@beian/contracts';
import { alarmKey, type Alarm } from './alarms';
import { AlarmClock, isOver, now } from './deadlines';
import { Ledger } from './ledger';
import { Mailbox, type CarriedIds, type Heard, type Verdict } from './mailbox';
import { show } from './show';
import { freshStage, openState, snapshotOf, type FilingState } from './state';
import { surely } from './surely';

/** What continue-as-new hands to the next run. */
interface Carried {
  readonly state: FilingState;
  readonly ids: CarriedIds;
}

const toldKept = 3;

/** What a filing knows, and how it is written down. Handlers set facts here; only the main loop moves it. */
export class FilingRecord {
  readonly id: FilingId;
  readonly state: FilingState;
  readonly mailbox: Mailbox;
  readonly ledger: Ledger;
  readonly clock = new AlarmClock();
  /** Somebody has asked Temporal to cancel the workflow, and the main loop has not looked at it yet. */
  cancelAsked = false;
  private latest: FilingSnapshot;
  private moved: MessageId[] = [];

  constructor(readonly opened: OpenedFiling) {
    const carried = opened.carried as Carried | undefined; // what `carry` of the run before has made
    this.id = opened.filingId;
    this.state = carried?.state ?? openState(opened, now());
    this.mailbox = new Mailbox(carried?.ids);
    this.ledger = new Ledger(this.id, this.state);
    this.latest = snapshotOf(opened, this.state, now());
  }

  get stage(): Stage {
    return this.state.stage;
  }

  get isDraftRecorded(): boolean {
    return this.state.recorded > 0;
  }

  carry(): Carried {
    return { state: this.state, ids: this.mailbox.carry() };
  }

  /** Where it stands at this moment, also between two records. */
  snapshot(): FilingSnapshot {
    return snapshotOf(this.opened, this.state, now());
  }

  /** The last snapshot that was made for recording: what answers carry, so that nobody is told what is not written. */
  get lastSnapshot(): FilingSnapshot {
    return this.latest;
  }

  /** What a plan must know; counts from the start of the running clock unless another instant is given. */
  context(at = this.state.clockFrom): PlanContext {
    const { filingType, province, nature } = this.opened;
    const { pack, asOf, facts } = this.state;
    return {
      pack,
      asOf,
      filingType,
      province,
      nature,
      at,
      ...(facts === undefined ? {} : { changes: changesIn(facts) }),
    };
  }

  /** The fact sheets of the running submission. There are some in every stage that asks. */
  facts(): FilingFacts {
    if (this.state.facts === undefined) throw new Error(`stage ${this.stage} without facts: a bug of the lifecycle`);
    return this.state.facts;
  }

  enter(stage: Stage): void {
    if (stage === this.stage) return; // recorded together with its submission
    const allowed: readonly Stage[] = nextStages[this.stage];
    if (!allowed.includes(stage))
      throw new Error(`no way leads from ${this.stage} to ${stage}: a bug of the lifecycle`);
    this.tell(`${this.stage} → ${stage}`);
    Object.assign(this.state, freshStage(stage, now()));
    this.state.flags = { ...this.state.flags, overdue: false, provisional: false, rePlanned: false };
  }

  /** Runs what begins a stage, unless the run before has done it. */
  async begin(work: () => Promise<unknown>): Promise<void> {
    if (this.state.entered) return;
    await work();
    this.state.entered = true;
  }

  /** A new deadline and new alarms. What has rung already does not ring again, unless its instant has moved ahead. */
  plan(deadline: Deadline | undefined, alarms: readonly Alarm[]): void {
    this.state.deadline = deadline;
    this.state.alarms = alarms.filter((alarm) => !(this.state.rung.includes(alarmKey(alarm)) && isOver(alarm.at)));
    this.state.flags = { ...this.state.flags, provisional: deadline?.provisional ?? false };
  }

  addAlarm(alarm: Alarm): void {
    this.state.alarms = [...this.state.alarms, alarm];
  }

  /** Takes an alarm from the list, because it has rung. */
  ring(alarm: Alarm): void {
    this.state.alarms = this.state.alarms.filter((other) => other !== alarm);
    this.state.rung = [...this.state.rung, alarmKey(alarm)];
  }

  /** The next snapshot, one version on, of this state with some changes that are not made yet. */
  propose(changes: Partial<FilingState>): FilingSnapshot {
    return snapshotOf(this.opened, { ...this.state, ...changes, version: this.state.version + 1 }, now());
  }

  /** The proposed changes have been recorded under this snapshot. */
  adopt(changes: Partial<FilingState>, snapshot: FilingSnapshot): void {
    Object.assign(this.state, changes, { version: snapshot.version });
    this.latest = snapshot;
    this.hasRecorded(snapshot);
    show(this);
  }

  /** Makes the next snapshot of what is. */
  compose(): FilingSnapshot {
    this.state.version += 1;
    this.state.noteAsked = false;
    this.latest = this.snapshot();
    show(this);
    return this.latest;
  }

  /** Records what is: one version on, tried until it is written. Then whoever moved the filing is answered. */
  async record<T>(write: (step: RecordStep) => Promise<T>): Promise<T> {
    const snapshot = this.compose();
    const answer = await surely(this, () => write({ snapshot }));
    this.hasRecorded(snapshot);
    return answer;
  }

  hasRecorded(snapshot: FilingSnapshot): void {
    this.state.recorded = Math.max(this.state.recorded, snapshot.version);
    for (const id of this.moved.splice(0)) this.mailbox.settle(id, { kind: 'moved' });
  }

  /**
   * Puts a message into the queue. Three of them set their fact at once, so that it counts from the instant at which it
   * was heard: a phone confirmed at the last moment, and a hold while the loop is busy.
   */
  hear(message: Heard): void {
    if (this.mailbox.knows(message.body.messageId)) return;
    const { state } = this;
    if (message.name === 'hold' || message.name === 'release') {
      state.flags = { ...state.flags, onHold: message.name === 'hold' };
      state.lastActionAt = now(); // an idle clock that was stopped by a hold starts again from its release
    }
    if (message.name === 'confirmPhone') {
      const { administrator } = message.body;
      state.phones = state.phones?.map((one) =>
        one.administrator === administrator ? { ...one, confirmed: true } : one,
      );
    }
    this.mailbox.hear(message);
  }

  answerWhenRecorded(id: MessageId): void {
    this.moved.push(id);
  }

  /** What a message is answered, once the main loop has treated it. */
  async answer(id: MessageId): Promise<FilingAnswer> {
    await condition(() => this.mailbox.verdictOf(id) !== undefined);
    const verdict: Verdict = this.mailbox.verdictOf(id) ?? { kind: 'moved' };
    return { ...verdict, snapshot: this.latest };
  }

  /** A line for operators; no personal data, nothing a person has typed. */
  tell(text: string): void {
    this.state.told = [...this.state.told, { at: now(), text }].slice(-toldKept);
  }
}
