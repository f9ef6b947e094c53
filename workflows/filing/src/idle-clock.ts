import type { Instant } from '@beian/contracts';
import { documents, planner, subject, website } from './activities';
import { idleAlarms, type Alarm } from './alarms';
import { later, now } from './deadlines';
import { note } from './note';
import type { Plan } from './plan-again';
import type { FilingRecord } from './record';
import { remind } from './remind';
import { surely } from './surely';

/** Plans an idle clock (`rules.md` 7: reminders on days 7, 15, 30; the order expires on day 45) from its start. */
export const planIdle =
  (record: FilingRecord): Plan =>
  async () => {
    const plan = await planner('plan the idle clock').planIdle(record.context());
    record.plan(plan.deadline, idleAlarms(plan, record.state.clockFrom));
  };

/**
 * The alarms of an idle clock. Saving a draft tells the workflow nothing; so when one rings, the parts are asked for their
 * last change, and if there was one the clock starts again from it. Late is possible, early is not.
 */
export const idleTurns = (record: FilingRecord, plan: Plan) => ({
  'idle-reminder': async (alarm: Alarm): Promise<undefined> => {
    if (!(await startsAgain(record, plan))) await remind(record, 'idle', alarm);
  },
  'idle-lapse': async (): Promise<'lapsed' | undefined> => ((await startsAgain(record, plan)) ? undefined : 'lapsed'),
});

async function startsAgain(record: FilingRecord, plan: Plan): Promise<boolean> {
  const newest = await lastChange(record);
  if (newest <= record.state.clockFrom) return false;
  record.state.clockFrom = newest;
  await plan();
  await note(record);
  return true;
}

/** The newest change of any part or of the applicant's messages; a service's clock that runs ahead counts as now. */
async function lastChange(record: FilingRecord): Promise<Instant> {
  const step = { filingId: record.id };
  const changes = await surely(record, () =>
    Promise.all([
      subject('ask for the last change').subjectChangedAt(step),
      website('ask for the last change').websiteChangedAt(step),
      documents('ask for the last change').documentsChangedAt(step),
    ]),
  );
  const newest = [...changes, record.state.lastActionAt].reduce(later);
  return newest > now() ? now() : newest;
}
