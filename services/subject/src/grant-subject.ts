import type { FilingNumbers, UndoStep } from '@beian/contracts';
import { type Database, problem, type Tx } from '@beian/platform';
import type { PinStore } from './pin.store';
import { entersRegister, type RegisterStore } from './register.store';
import type { SubjectStore } from './subject.store';
import { tell } from './tell';

export interface GrantDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly subjects: SubjectStore;
  readonly pins: PinStore;
  readonly register: RegisterStore;
}

export type GrantStep = UndoStep & { readonly numbers: FilingNumbers };

/**
 * Writes into the register what the authority granted, frees the certificate and closes the part, in one transaction.
 * The same grant again changes nothing. Refuses a submission that is not pinned: that is a contradiction for people.
 */
export function grantSubject(deps: GrantDeps, step: GrantStep): Promise<void> {
  return deps.database.transaction((tx) => grant(deps, tx, step));
}

async function grant({ subjects, pins, register }: GrantDeps, tx: Tx, step: GrantStep): Promise<void> {
  const { filingId, submission } = step;
  const row = (await subjects.readRow(tx, filingId, { hold: true })) ?? problem('not-found');
  if ((await pins.read(tx, filingId, submission))?.state === 'granted') return;
  const at = new Date(step.at);
  if (!(await pins.grant(tx, filingId, { submission, at }))) {
    problem('not-allowed-now', { detail: `submission ${submission} is not pinned and cannot be granted` });
  }
  if (entersRegister(row.filing_type)) {
    const entered = await register.enter(tx, {
      certificateIndex: row.certificate_index,
      accountId: row.account_id,
      subjectNumber: step.numbers.subject,
      province: row.province,
      nature: row.nature,
      filingId,
      filedAt: at,
    });
    if (!entered) problem('not-possible-here', { detail: 'the certificate is filed under another account' });
  }
  if (row.filing_type === 'CANCEL_SUBJECT') await register.cancel(tx, row.certificate_index, at);
  await pins.unlock(tx, filingId, { submission, at });
  await subjects.close(tx, filingId, at);
  const details = { number: step.numbers.subject };
  await tell({ subjects }, tx, { type: 'subject-granted', filingId, at: step.at, data: { submission }, details });
}
