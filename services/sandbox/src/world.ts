import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DomainRecord, InstanceRecord } from '@beian/contracts';
import type { Script } from './scripts';

/** One call that the outside world received, in the order of arrival. */
export interface Received {
  readonly party: Party;
  readonly kind: string;
  /** The caller's idempotency key; the same key again is a repeated call, not a second effect. */
  readonly key: string;
  readonly at: string;
  readonly repeated: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

export const parties = ['authority', 'registry', 'cloud', 'carrier', 'courier', 'mail', 'dns', 'web'] as const;
export type Party = (typeof parties)[number];

/** A message that left the outside world towards the gateway, and what became of it. */
export interface Callback {
  readonly party: 'authority' | 'carrier' | 'courier';
  readonly messageId: string;
  readonly body: Readonly<Record<string, unknown>>;
  state: 'waiting' | 'taken' | 'given-up';
  attempts: number;
  lastStatus?: number;
}

export interface AuthorityOrder {
  readonly transactionId: string;
  readonly key: string;
  readonly filingId: string;
  readonly submission: number;
  readonly province: string;
  readonly at: string;
  readonly order: Readonly<Record<string, unknown>>;
  state: 'under-review' | 'granted' | 'rejected' | 'cancelled';
  /** What was decided, as it is told to who asks; also when its message was never sent. */
  answer?: Readonly<Record<string, unknown>>;
}

export interface Shipment {
  readonly shipmentId: string;
  readonly reference: string;
  readonly to: Readonly<Record<string, string>>;
  state: 'ordered' | 'shipped' | 'delivered' | 'lost' | 'cancelled';
}

/** What the ministry knows of a subject, by certificate number. */
export interface NationalSubject {
  readonly subjectNumber?: string;
  readonly domains: readonly string[];
  /** Suffix of the number of each domain's site; without one the place in `domains` counts. */
  readonly suffixes?: Readonly<Record<string, number>>;
  /** The highest suffix ever given: a number that was cancelled is never given again. */
  readonly lastSuffix?: number;
}

interface State {
  domains: Record<string, DomainRecord>;
  instances: Record<string, InstanceRecord>;
  national: Record<string, NationalSubject>;
  orders: AuthorityOrder[];
  shipments: Shipment[];
  received: Received[];
  callbacks: Callback[];
  scripts: Script[];
  answers: Record<string, unknown>;
  serial: number;
}

const emptyState = (): State => ({
  domains: {},
  instances: {},
  national: {},
  orders: [],
  shipments: [],
  received: [],
  callbacks: [],
  scripts: [],
  answers: {},
  serial: 0,
});

/** Everything the outside world knows. Kept in one file, so that a restarted sandbox still knows what it promised. */
export class World {
  readonly state: State;
  private readonly file: string | undefined;

  constructor(folder: string | undefined) {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    this.file = folder === undefined ? undefined : join(folder, 'world.json');
    this.state = this.read();
  }

  /** Writes the state down: called after each change, before the answer leaves. */
  save(): void {
    if (this.file === undefined) return;
    writeFileSync(`${this.file}.new`, JSON.stringify(this.state));
    renameSync(`${this.file}.new`, this.file);
  }

  /** Next number of a sequence of the outside world (transactions, parcels, messages, filing numbers). */
  nextSerial(): number {
    this.state.serial += 1;
    return this.state.serial;
  }

  /** Notes a received call; the first of a key is the effect, the others are repeats. */
  receive(call: Omit<Received, 'repeated' | 'at'>): Received {
    const repeated = this.state.received.some(
      ({ party, kind, key }) => party === call.party && kind === call.kind && key === call.key,
    );
    const received: Received = { ...call, at: new Date().toISOString(), repeated };
    this.state.received.push(received);
    this.save();
    return received;
  }

  /** The answer already given under a key, so that a repeated call hears the same. */
  answerTo(party: Party, key: string): unknown {
    return this.state.answers[`${party} ${key}`];
  }

  /** Remembers the answer of a key and gives it. */
  remember<Answer>(party: Party, { key, answer }: { key: string; answer: Answer }): Answer {
    this.state.answers[`${party} ${key}`] = answer;
    this.save();
    return answer;
  }

  private read(): State {
    if (this.file === undefined) return emptyState();
    try {
      return { ...emptyState(), ...(JSON.parse(readFileSync(this.file, 'utf8')) as Partial<State>) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyState();
      throw error;
    }
  }
}
