import { ActivityFailure, condition, log } from '@temporalio/workflow';
import type { FilingRecord } from './record';
import { show } from './show';

/**
 * Asks for an effect until it is done. One that fails for good must not end the filing with half its steps done: it puts
 * the filing on hold, an operator mends the cause, and `release` asks for the effect again.
 */
export async function surely<T>(record: FilingRecord, effect: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await effect();
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.error('a step failed for good; the filing waits for release', { activity: error.activityType });
      record.state.flags = { ...record.state.flags, onHold: true };
      record.tell(`${error.activityType} failed for good: mend the cause, then send release`);
      show(record);
      await condition(() => !record.state.flags.onHold);
    }
  }
}
