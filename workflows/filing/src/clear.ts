import type { FilingRecord } from './record';
import { note } from './note';

/**
 * Everything before the hand-over is done. A hold stops our own moves, and the hand-over is one: until `release` the
 * filing stays where it is, and can still be withdrawn.
 */
export async function clearedUnlessHeld(
  record: FilingRecord,
): Promise<{ readonly to: 'hand-over' } | { readonly stays: true }> {
  if (!record.state.flags.onHold) return { to: 'hand-over' };
  record.state.cleared = true;
  record.state.waitingOn = 'operator';
  record.plan(undefined, []);
  await note(record);
  return { stays: true };
}

export const handOverOnRelease = (record: FilingRecord) => ({
  holds: () => record.state.cleared && !record.state.flags.onHold,
  then: () => 'hand-over' as const,
});
