import type { FilingFacts, FilingMoved, FilingSnapshot, Finding } from '@beian/contracts';
import { audit, outbox, type Database, type Tx } from '@beian/platform';
import type { PlaceStore } from '../identity/place.store';
import type { CallStore } from '../review/call.store';
import type { ReviewStore } from '../review/review.store';
import { dossiersFor, type FilingStore } from './filing.store';

export interface RecordDeps {
  readonly database: Database;
  readonly filings: Pick<FilingStore, 'record' | 'factsOf' | 'keepSubmission'>;
  readonly reviews: Pick<ReviewStore, 'keepQueue'>;
  readonly calls: Pick<CallStore, 'end'>;
  readonly places: Pick<PlaceStore, 'follow'>;
}

export interface Recording {
  readonly snapshot: FilingSnapshot;
  /** With the step that brings a submission's facts: they are kept with the stage. */
  readonly submitted?: { readonly facts: FilingFacts; readonly findings: readonly Finding[] };
}

/**
 * Records where a filing stands, inside the transaction of whatever belongs to it: the row (only if the snapshot carries the
 * next version), the audit entry, the event, the review queue, and the bookings that the stage ends. Answers false for a version that is recorded already; then
 * nothing changes and no second event is told (I-6, I-7). Throws for a version whose predecessor has not come.
 */
export async function recordStage(deps: RecordDeps, tx: Tx, { snapshot, submitted }: Recording): Promise<boolean> {
  const { filingId, submission, version, stage, at } = snapshot;
  if (!(await deps.filings.record(tx, snapshot))) return false;
  if (submitted !== undefined) {
    await deps.filings.keepSubmission(tx, { filingId, submission, openedAt: at, ...submitted });
  }
  await deps.reviews.keepQueue(tx, snapshot);
  if (stage !== 'provider-review') await deps.calls.end(tx, filingId, 'cancelled');
  await deps.places.follow(tx, snapshot);
  await audit.append(tx, {
    actor: 'filing-workflow',
    action: 'filing-recorded',
    object: `filing/${filingId}`,
    at,
    details: { stage, version, submission, because: snapshot.because },
  });
  const facts = await deps.filings.factsOf(snapshot, tx);
  const [dossier] = facts === undefined ? [] : dossiersFor(facts, 'notification');
  const data: FilingMoved = { snapshot, ...(dossier === undefined ? {} : { dossier }) };
  await outbox.append(tx, { type: 'filing-moved', filingId, sequence: version, at, data });
  return true;
}

/** Records a stage that has no effect of its own. */
export async function recordOnly(deps: RecordDeps, { snapshot }: Pick<Recording, 'snapshot'>): Promise<void> {
  await deps.database.transaction((tx) => recordStage(deps, tx, { snapshot }));
}
