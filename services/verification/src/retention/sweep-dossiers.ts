import type { DossierPage, ListedDossiers } from '@beian/contracts';
import { audit, type Clock, type Database, type DossierStore } from '@beian/platform';
import type { DossierReferences } from './dossier-references';

export interface SweepDossiersDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly dossiers: Pick<DossierStore, 'old' | 'remove'>;
  readonly references: DossierReferences;
}

/**
 * Dossiers that are old enough to be looked at. Their keys do not say who wrote them, so each owner is asked which it
 * refers to; what nobody knows was left behind by an attempt that failed (`DossierStore.put`).
 */
export async function listDossiers(
  { dossiers, references }: SweepDossiersDeps,
  { before, after, limit }: DossierPage,
): Promise<ListedDossiers> {
  const { keys, next } = await dossiers.old({ before: new Date(before), after, limit });
  const held = new Set(await references.ofHeldFilings(keys));
  return { keys: keys.filter((key) => !held.has(key)), ...(next === undefined ? {} : { next }) };
}

/** Removes dossiers that nobody refers to, each with its entry in the audit log. Doing so twice is fine. */
export async function removeDossiers(
  { database, clock, dossiers }: SweepDossiersDeps,
  keys: readonly string[],
): Promise<void> {
  const at = clock.now();
  for (const key of keys) {
    await dossiers.remove({ key });
    const [filingId] = key.split('/');
    await database.transaction((tx) =>
      audit.append(tx, {
        actor: 'verification',
        action: 'orphaned-dossier-removed',
        object: `filing/${filingId}`,
        at,
        details: { key },
      }),
    );
  }
}
