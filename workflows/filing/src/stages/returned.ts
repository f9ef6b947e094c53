import type { FilingFacts, NextStage, PinnedRules } from '@beian/contracts';
import { planner, verification } from '../activities';
import { now } from '../deadlines';
import { idleTurns, planIdle } from '../idle-clock';
import { live, type Turn } from '../live';
import type { MessageBodies } from '../mailbox';
import { note } from '../note';
import type { FilingRecord } from '../record';
import { submitFiling } from '../submit-filing';

/** The applicant has it back, with reasons that may grow; what he must be able to change is undone. */
export async function returned(record: FilingRecord): Promise<NextStage<'returned'>> {
  const plan = planIdle(record);
  await record.begin(() => beginReturned(record, plan));
  return live<NextStage<'returned'>>(record, {
    plan,
    messages: {
      resubmit: () => submitFiling(record, (facts, rules) => mayUseFastLane(record, facts, rules)),
      abandon: () => ({ to: 'abandoned' }),
      addReasons: (body) => addReasons(record, body),
    },
    alarms: idleTurns(record, plan),
    cancelled: 'abandoned',
  });
}

async function beginReturned(record: FilingRecord, plan: () => Promise<void>): Promise<void> {
  await plan();
  await record.record((step) => verification('record the return').recordReturned(step));
  if (!record.ledger.hasOpen()) return;
  await record.ledger.undoOpen();
  await note(record);
}

async function addReasons(record: FilingRecord, { reasons }: MessageBodies['addReasons']): Promise<Turn<never>> {
  const known = new Set(record.state.reasons.map(({ id }) => id));
  record.state.reasons = [...record.state.reasons, ...reasons.filter(({ id }) => !known.has(id))];
  await note(record);
  return { stays: true };
}

/**
 * After a phone window that closed, an unchanged filing goes straight to the authority again, where the pack has that
 * (`rules.md` 8.6, pack `2018-09` on): reviewed before, no reason added since, all three revisions of the same hash. A
 * hold stops the hand-over, so then it takes the way through the review.
 */
async function mayUseFastLane(record: FilingRecord, facts: FilingFacts, rules: PinnedRules): Promise<boolean> {
  const { because, reviewPassed, reasons, flags, facts: before } = record.state;
  if (because !== 'phone-window-closed' || !reviewPassed || reasons.length > 0 || flags.onHold) return false;
  if (before === undefined || !isUnchanged(before, facts)) return false;
  return planner('may it use the fast lane').planFastLane({ ...record.context(now()), ...rules });
}

const isUnchanged = (before: FilingFacts, after: FilingFacts): boolean =>
  before.subject.sha256 === after.subject.sha256 &&
  before.website.sha256 === after.website.sha256 &&
  before.documents.sha256 === after.documents.sha256;
