import type { NextStage } from '@beian/contracts';
import { planner, verification } from '../activities';
import { endOf } from '../alarms';
import { live } from '../live';
import type { FilingRecord } from '../record';
import { overdue } from '../remind';

/** The authority looks at it within its range of working days (`rules.md` 9.1). Over it the filing goes on waiting. */
export async function authorityReview(record: FilingRecord): Promise<NextStage<'authority-review'>> {
  const plan = () => planAuthority(record);
  await record.begin(async () => {
    await plan();
    await record.record((step) => verification('record the authority review').recordAuthorityReview(step));
  });
  return live<NextStage<'authority-review'>>(record, {
    plan,
    alarms: { 'authority-overdue': (alarm) => overdue(record, 'authority-overdue', alarm) },
    until: {
      holds: () => record.state.authorityAnswer?.submission === record.state.submission,
      then: () => afterAnswer(record),
    },
  });
}

async function planAuthority(record: FilingRecord): Promise<void> {
  const deadline = await planner('plan the authority review').planAuthority(record.context());
  const occasion = `submission-${record.state.submission}`;
  record.plan(deadline, [endOf('authority-overdue', deadline, occasion)]);
}

function afterAnswer(record: FilingRecord): NextStage<'authority-review'> {
  const { state } = record;
  const answer = state.authorityAnswer;
  if (answer?.outcome === 'granted') {
    state.numbers = answer.numbers;
    state.reasons = [];
    return 'granted';
  }
  record.ledger.settle('cancel-authority-order'); // the authority has closed it
  Object.assign(state, { because: 'authority-rejected', reasons: answer?.reasons ?? [] });
  return 'returned';
}
