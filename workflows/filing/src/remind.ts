import type { ReminderKind } from '@beian/contracts';
import { notification } from './activities';
import type { Alarm } from './alarms';
import { now } from './deadlines';
import { note } from './note';
import type { FilingRecord } from './record';
import { surely } from './surely';

/** Has a reminder sent that only time brings about, once per occasion. The filing stays where it is. */
export async function remind(record: FilingRecord, kind: ReminderKind, { occasion }: Alarm): Promise<undefined> {
  const step = { filingId: record.id, kind, occasion, at: now(), snapshot: record.lastSnapshot };
  await surely(record, () => notification(`reminder: ${kind} ${occasion}`).remind(step));
  return undefined;
}

/** A promise or an expectation is over: somebody is told and the filing marked. The clock reminds; it never decides. */
export async function overdue(record: FilingRecord, kind: ReminderKind, alarm: Alarm): Promise<undefined> {
  record.state.flags = { ...record.state.flags, overdue: true };
  record.tell(`${kind}`);
  await note(record);
  return remind(record, kind, alarm);
}
