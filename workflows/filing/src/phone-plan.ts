import type { Instant, PhonePlan } from '@beian/contracts';
import { planner } from './activities';
import { asOfAfter } from './deadlines';
import type { FilingRecord } from './record';

/**
 * Who confirms his phone, and by when, counted from `at`. The day of the hand-over decides whether the step applies
 * (`rules.md` 8.1): the pinned day and the days since.
 */
export function planPhones(record: FilingRecord, at: Instant): Promise<PhonePlan> {
  const { asOf, pinnedAt } = record.state;
  const { subject, website } = record.facts();
  return planner('plan the phone step').planPhones({
    ...record.context(at),
    handOverDay: asOfAfter(asOf, pinnedAt, at),
    administrators: subject.administrators,
    sites: website.sites.map(({ siteId, administrator }) => ({ siteId, administrator })),
  });
}
