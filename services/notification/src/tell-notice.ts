import type { DossierRef, FilingSnapshot, ReminderStep } from '@beian/contracts';
import { filingMovedSchema } from '@beian/contracts/schemas';
import type { Event, Tx } from '@beian/platform';
import { decideNotices, factsOf, reminderNotices } from './decide-notices';
import { notices, type NoticeKind } from './notices';
import type { NoticeStore } from './notices.store';

interface Occasion {
  readonly snapshot: FilingSnapshot;
  readonly kind: NoticeKind;
  readonly occasion: string;
  readonly at: string;
  readonly day?: string;
  readonly dossier?: DossierRef | undefined;
}

/**
 * A filing has moved: what the applicant should hear of it is written down, once per version and kind. Sending is
 * somebody else's work. An older version than the last one heard of is ignored.
 */
export async function hearFilingMoved(store: NoticeStore, event: Pick<Event, 'data' | 'at'>, tx: Tx): Promise<void> {
  const moved = filingMovedSchema.parse(event.data);
  // zod's optional members are `T | undefined`, the contract's are absent; the values are the same.
  const snapshot = moved.snapshot as FilingSnapshot;
  const before = await store.lockFiling(tx, snapshot);
  if (before !== undefined && before.version >= snapshot.version) return;
  await store.saveFiling(tx, snapshot);
  for (const kind of decideNotices(before, snapshot)) {
    const occasion = `${snapshot.filingId}.${snapshot.version}.${kind}`;
    await tell(store, tx, { snapshot, kind, occasion, at: snapshot.at, dossier: moved.dossier });
  }
}

/** A reminder of the workflow: once per filing, kind and occasion, however often the activity is tried. */
export async function remind(store: NoticeStore, step: ReminderStep): Promise<void> {
  const { filingId, kind: reminder, occasion, at, snapshot } = step;
  await store.database.transaction(async (tx) => {
    await store.lockFiling(tx, snapshot);
    for (const kind of reminderNotices[reminder]) {
      const key = `${filingId}.remind.${kind}.${occasion}`;
      await tell(store, tx, { snapshot, kind, occasion: key, at, day: occasion });
    }
  });
}

async function tell(
  store: NoticeStore,
  tx: Tx,
  { snapshot, kind, occasion, at, day, dossier }: Occasion,
): Promise<void> {
  await store.add(tx, {
    filingId: snapshot.filingId,
    accountId: snapshot.owner,
    kind,
    occasion,
    facts: factsOf(snapshot, day),
    dossier,
    at,
    inApp: notices[kind].channels.some((channel) => channel === 'in-app'),
  });
}
