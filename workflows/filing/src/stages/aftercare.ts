import type { FilingNumbers } from '@beian/contracts';
import { planner, subject, verification, website } from '../activities';
import { now } from '../deadlines';
import { live } from '../live';
import type { FilingRecord } from '../record';
import { remind } from '../remind';
import { surely } from '../surely';

/**
 * Granted: the number is kept, what was locked is used up for good. Where a website was opened the run stays open until the
 * applicant has been told of his last duty, the filing with the public security within thirty days (`rules.md` 9.5).
 */
export async function aftercare(record: FilingRecord): Promise<void> {
  await record.begin(async () => {
    const { deadline, remindAt } = await planner('plan the aftercare').planAftercare(record.context());
    record.plan(
      deadline,
      remindAt === undefined ? [] : [{ name: 'public-security', at: remindAt, occasion: 'granted' }],
    );
    record.ledger.settleAll();
    await grant(record, requiredNumbers(record));
  });
  await live<'told'>(record, {
    alarms: { 'public-security': (alarm) => remind(record, 'public-security-due', alarm) },
    until: { holds: () => record.state.alarms.length === 0 && !record.ledger.hasParked(), then: () => 'told' },
  });
}

function requiredNumbers({ state }: FilingRecord): FilingNumbers {
  if (state.numbers === undefined) throw new Error('granted without numbers: a bug of the lifecycle');
  return state.numbers;
}

async function grant(record: FilingRecord, numbers: FilingNumbers): Promise<void> {
  const step = { filingId: record.id, submission: record.state.submission, at: now(), numbers };
  await Promise.all([
    record.record((stage) => verification('record the grant').recordGranted(stage)),
    surely(record, () => subject('register the subject').grantSubject(step)),
    surely(record, () => website('register the websites').grantWebsite(step)),
  ]);
}
