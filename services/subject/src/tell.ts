import type { EventType, Instant } from '@beian/contracts';
import { audit, outbox, type Tx } from '@beian/platform';
import type { SubjectStore } from './subject.store';

export interface Told {
  readonly type: Extract<EventType, `subject-${string}`>;
  readonly filingId: string;
  readonly at: Instant;
  /** Numbers and codes only; stands in the event. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What the log keeps beside it. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Tells a fact that the workflow brought about: one event and one line in the log, in the transaction of the fact. */
export async function tell({ subjects }: { readonly subjects: SubjectStore }, tx: Tx, told: Told): Promise<void> {
  const { type, filingId, at, data, details } = told;
  await outbox.append(tx, { type, filingId, sequence: await subjects.nextEvent(tx, filingId), at, data });
  await audit.append(tx, {
    actor: 'workflow',
    action: type,
    object: `filing/${filingId}`,
    at,
    details: { ...data, ...details },
  });
}
