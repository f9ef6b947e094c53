import { verification } from '../activities';
import { live } from '../live';
import { note } from '../note';
import type { FilingRecord } from '../record';

/** A final stage other than `granted`: everything is undone, newest first. What is parked waits for `retryUndo`. */
export async function ending(record: FilingRecord): Promise<void> {
  const { state, ledger } = record;
  await record.begin(async () => {
    const hasToUndo = ledger.hasOpen();
    if (hasToUndo) state.waitingOn = 'system';
    await record.record((step) => verification('record the end').recordEnd(step));
    if (!hasToUndo) return;

    await ledger.undoOpen();
    state.waitingOn = ledger.hasParked() ? 'operator' : 'nobody';
    await note(record);
  });
  await live<'undone'>(record, {
    until: { holds: () => !ledger.hasParked() && !record.mailbox.hasNext(), then: () => 'undone' },
  });
}
