import type { NextStage } from '@beian/contracts';
import type { ReviewDecision } from '@beian/contracts/messages';
import { clearedUnlessHeld, handOverOnRelease } from '../clear';
import { live, type Turn } from '../live';
import type { FilingRecord } from '../record';
import { overdue, remind } from '../remind';
import { planReview } from '../submit-filing';

/** The provider reviews within one working day (`rules.md` 7). The clock reminds; it never decides. */
export async function providerReview(record: FilingRecord): Promise<NextStage<'provider-review'>> {
  return live<NextStage<'provider-review'>>(record, {
    plan: () => planAgain(record), // planned and recorded for the first time by the submission
    messages: {
      decideReview: (decision) => decide(record, decision),
      withdraw: () => ({ to: 'withdrawn' }),
    },
    alarms: {
      'review-half-time': (alarm) => remind(record, 'review-half-time', alarm),
      'review-overdue': (alarm) => overdue(record, 'review-overdue', alarm),
      'stuck-step': (alarm) => remind(record, 'stuck-step', alarm),
    },
    until: handOverOnRelease(record),
    cancelled: 'withdrawn',
  });
}

async function planAgain(record: FilingRecord): Promise<void> {
  const { pack, asOf, clockFrom: at, submission, cleared } = record.state;
  if (cleared) return;
  const { deadline, alarms, identityAfterReview } = await planReview(record, {
    pack,
    asOf,
    at,
    submission,
    facts: record.facts(),
  });
  record.state.identityAfterReview = identityAfterReview;
  record.plan(deadline, alarms);
}

async function decide(
  record: FilingRecord,
  { decision, reasons }: ReviewDecision,
): Promise<Turn<NextStage<'provider-review'>>> {
  const { state } = record;
  if (decision === 'approve') {
    state.reviewPassed = true;
    return state.identityAfterReview ? { to: 'identity-check' } : clearedUnlessHeld(record);
  }
  Object.assign(state, { reasons, because: 'reviewer' });
  return { to: decision === 'return' ? 'returned' : 'refused' };
}
