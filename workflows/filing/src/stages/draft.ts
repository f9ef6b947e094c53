import type { NextStage } from '@beian/contracts';
import { verification } from '../activities';
import { idleTurns, planIdle } from '../idle-clock';
import { live, type Turn } from '../live';
import type { FilingRecord } from '../record';
import { submitFiling } from '../submit-filing';

/** The applicant fills in the form; what he saves tells the workflow nothing. An idle draft lapses on day 45. */
export async function draft(record: FilingRecord): Promise<NextStage<'draft'>> {
  const plan = planIdle(record);
  await record.begin(async () => {
    await plan();
    await record.record((step) => verification('record the draft').recordDraft(step));
  });
  return live<NextStage<'draft'>>(record, {
    plan,
    messages: {
      submit: async () => submitDraft(record),
      abandon: () => ({ to: 'abandoned' }),
    },
    alarms: idleTurns(record, plan),
    cancelled: 'abandoned',
  });
}

async function submitDraft(record: FilingRecord): Promise<Turn<'provider-review'>> {
  const turn = await submitFiling(record);
  if ('to' in turn && turn.to === 'hand-over') throw new Error('a first submission has no fast lane');
  return turn as Turn<'provider-review'>;
}
