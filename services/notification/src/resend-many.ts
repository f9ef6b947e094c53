import type { ResendFilter } from '@beian/contracts';
import { audit, newId, type Clock, type Database, type Logger } from '@beian/platform';
import type { ResendProgress, ResendRunStore } from './resend-runs.store';

export interface ResendManyDeps {
  readonly database: Database;
  readonly runs: ResendRunStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface ResendMany {
  readonly actor: string;
  readonly filter: ResendFilter;
  readonly dryRun: boolean;
  readonly atMost: number;
  readonly stopAfter: number;
  /** Makes a repeated request the same run. */
  readonly messageId?: string | undefined;
}

/** After the first message was taken so many are on their way at once. */
const batch = 20;

/** Begins to send parked messages again; a dry run only counts them. Which and how far: `ResendProgress`. */
export async function beginResend(
  deps: ResendManyDeps,
  { actor, filter, dryRun, atMost, stopAfter, messageId }: ResendMany,
): Promise<{ readonly matching: number; readonly runId?: string }> {
  const matching = await deps.runs.count(filter);
  if (dryRun || matching === 0) return { matching };
  const runId = messageId ?? newId();
  await deps.database.transaction(async (tx) => {
    await deps.runs.add(tx, { runId, actor, filter, atMost, stopAfter });
    const details = { filter, atMost, stopAfter, matching };
    await audit.append(tx, { actor, action: 'resend-begun', object: `resend/${runId}`, at: deps.clock.now(), details });
  });
  return { matching, runId };
}

/**
 * Takes the running resend one step on. The stop rule: one message goes first; only when it was taken do more follow, and
 * as many as `stopAfter` that fail again end the run, so that a carrier that is still broken is not asked about each.
 * Answers false if nothing is to be done now.
 */
export async function stepResend(deps: ResendManyDeps): Promise<boolean> {
  return deps.database.transaction(async (tx) => {
    const run = await deps.runs.lockRunning(tx);
    if (run === undefined || inFlight(run) > 0) return false;
    if (run.failed >= run.stopAfter) {
      await deps.runs.end(tx, run.runId, 'stopped');
      deps.logger.warn({ runId: run.runId, failed: run.failed }, 'a resend was stopped: its messages fail again');
      return true;
    }
    const most = Math.min(run.sent === 0 ? 1 : batch, run.atMost - run.released);
    const released = most > 0 ? await deps.runs.release(tx, run, most) : [];
    if (released.length === 0) await deps.runs.end(tx, run.runId, 'done');
    for (const deliveryId of released) {
      const object = `delivery/${deliveryId}`;
      await audit.append(tx, { actor: run.actor, action: 'delivery-resent', object, at: deps.clock.now() });
    }
    return true;
  });
}

const inFlight = ({ released, sent, failed }: ResendProgress): number => released - sent - failed;
