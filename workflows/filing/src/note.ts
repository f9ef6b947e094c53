import { verification } from './activities';
import type { FilingRecord } from './record';

/** Records flags, progress or ledger as they are now, in a stage that has been recorded already. */
export async function note(record: FilingRecord): Promise<undefined> {
  await record.record((step) => verification('note flags and progress').noteFlags(step));
  return undefined;
}
