import { audit, type Clock, type Database, problem } from '@beian/platform';
import { maskedValueAt } from './mask-subject';
import type { SubjectStore } from './subject.store';

export interface UnmaskDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly subjects: SubjectStore;
  readonly clock: Clock;
}

export interface Unmask {
  readonly actor: string;
  readonly pointer: string;
  readonly reason: string;
}

/**
 * Shows a member of staff one value in clear, and writes down who looked, at what, why (rel A20). One transaction: no
 * entry in the log, no value. Refuses a pointer behind which nothing is masked as `not-found`.
 */
export function unmaskValue(
  { database, subjects, clock }: UnmaskDeps,
  filingId: string,
  { actor, pointer, reason }: Unmask,
) {
  return database.transaction(async (tx) => {
    const part = (await subjects.read(tx, filingId)) ?? problem('not-found');
    const value = maskedValueAt(part, pointer) ?? problem('not-found');
    const object = `filing/${filingId}`;
    await audit.append(tx, {
      actor,
      action: 'subject-unmasked',
      object,
      reason,
      at: clock.now(),
      details: { pointer },
    });
    return { pointer, value };
  });
}
