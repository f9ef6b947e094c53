import type { UndoStep } from '@beian/contracts';
import type { Database, DossierStore, Tx } from '@beian/platform';
import { dossiersOf, type Pin, type PinStore } from './pin.store';
import type { SubjectStore } from './subject.store';
import { tell } from './tell';

export interface UnlockDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly subjects: SubjectStore;
  readonly pins: PinStore;
  readonly dossiers: Pick<DossierStore, 'remove'>;
}

/**
 * Frees the certificate of a submission, opens the draft for editing and takes its dossiers away. Idempotent; a no-op
 * if there was no pin, except that a pin which arrives later finds itself undone. Never touches what was granted, nor
 * a later submission that took the lock over. Needs no person's key, so it works after an erasure.
 */
export async function unlockSubject(deps: UnlockDeps, step: UndoStep): Promise<void> {
  const pin = await deps.database.transaction((tx) => undo(deps, tx, step));
  if (pin === undefined || pin.state === 'granted') return;
  // After the commit and on every call: an attempt that died here is finished by the next one.
  for (const ref of dossiersOf(pin)) await deps.dossiers.remove(ref);
}

async function undo({ subjects, pins }: UnlockDeps, tx: Tx, step: UndoStep): Promise<Pin | undefined> {
  const { filingId, submission } = step;
  if ((await subjects.readRow(tx, filingId, { hold: true })) === undefined) return undefined;
  const pin = await pins.read(tx, filingId, submission);
  const at = new Date(step.at);
  if (pin?.state === 'granted') return pin;
  if (pin?.state === 'pinned' && at < pin.at) return undefined; // an undo of an earlier try under the same number
  await pins.undo(tx, filingId, { submission, at });
  // Also where the pin was undone before: a lock that outlived it is found by reconciliation.
  if ((await pins.unlock(tx, filingId, { submission, at })) || pin?.state === 'pinned') {
    await tell({ subjects }, tx, { type: 'subject-unlocked', filingId, at: step.at, data: { submission } });
  }
  return pin;
}
