import type { Finding, Message, MessageId, PinnedRules, AdministratorKey, IdentityMethod } from '@beian/contracts';
import type { ReasonRef, Refusal, UndoName } from '@beian/contracts';
import type { PhotoDecision, ReviewDecision } from '@beian/contracts/messages';

/** What each update that the main loop treats carries. */
export interface MessageBodies {
  readonly submit: Message;
  readonly resubmit: Message;
  readonly withdraw: Message;
  readonly abandon: Message;
  readonly decideReview: ReviewDecision;
  readonly addReasons: Message & { readonly reasons: readonly ReasonRef[] };
  readonly chooseIdentityMethod: Message & { readonly method: IdentityMethod };
  readonly photoUploaded: Message & { readonly versionId: string };
  readonly decidePhoto: PhotoDecision;
  readonly confirmPhone: Message & { readonly administrator: AdministratorKey };
  readonly hold: Message;
  readonly release: Message;
  readonly extendWindow: Message & { readonly hours: number };
  readonly rulePackMoved: Message & PinnedRules;
  readonly retryUndo: Message & { readonly undo: UndoName };
}
export type MessageName = keyof MessageBodies;
export type Heard = { [N in MessageName]: { readonly name: N; readonly body: MessageBodies[N] } }[MessageName];

/** How the main loop has treated a message; the snapshot is added when it is told. */
export type Verdict =
  | { readonly kind: 'moved' }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Ids seen, oldest first, with what became of them. Plain data, carried over continue-as-new. */
export type CarriedIds = readonly (readonly [MessageId, Verdict])[];

const idsKept = 500;
const findingsKept = 5;

/** Messages in the order in which they were heard. Each is treated once, whatever number of times it is sent. */
export class Mailbox {
  private readonly queue: Heard[] = [];
  private readonly pending = new Map<MessageId, MessageName>();
  private readonly seen: Map<MessageId, Verdict>;

  constructor(carried: CarriedIds = []) {
    this.seen = new Map(carried);
  }

  hear(message: Heard): void {
    const id = message.body.messageId;
    if (this.knows(id)) return;
    this.pending.set(id, message.name);
    this.queue.push(message);
  }

  /** For signals, which set a fact instead of waiting in the queue. False: seen before. */
  isNew(id: MessageId): boolean {
    if (this.knows(id)) return false;
    this.remember(id, { kind: 'moved' });
    return true;
  }

  knows(id: MessageId): boolean {
    return this.pending.has(id) || this.seen.has(id);
  }

  hasNext(): boolean {
    return this.queue.length > 0;
  }

  take(): Heard | undefined {
    return this.queue.shift();
  }

  settle(id: MessageId, verdict: Verdict): void {
    this.pending.delete(id);
    this.remember(id, verdict);
  }

  verdictOf(id: MessageId): Verdict | undefined {
    return this.seen.get(id);
  }

  /** Recorded and not yet answered: counts in every decision about the next message. */
  isActingOn(names: readonly MessageName[]): boolean {
    return [...this.pending.values()].some((name) => names.includes(name));
  }

  /** The findings of old submissions are long, and whoever asked has them: only the newest are carried. */
  carry(): CarriedIds {
    const entries = [...this.seen];
    const withFindings = entries.filter(([, { kind }]) => kind === 'findings').slice(-findingsKept);
    const kept = new Set(withFindings.map(([id]) => id));
    return entries.map(([id, verdict]) =>
      verdict.kind === 'findings' && !kept.has(id) ? [id, { kind: 'findings', findings: [] }] : [id, verdict],
    );
  }

  private remember(id: MessageId, verdict: Verdict): void {
    this.seen.set(id, verdict);
    for (const oldest of this.seen.keys()) {
      if (this.seen.size <= idsKept) break;
      this.seen.delete(oldest);
    }
  }
}
