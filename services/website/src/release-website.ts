import type { UndoStep } from '@beian/contracts';
import type { Database, DossierStore, Tx } from '@beian/platform';
import type { DomainStore } from './domain.store';
import { dossiersOf, type Pin, type PinStore } from './pin.store';
import type { ServiceCodeStore } from './service-code.store';
import { tell } from './tell';
import type { WebsiteStore } from './website.store';

export interface ReleaseDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly websites: WebsiteStore;
  readonly pins: PinStore;
  readonly domains: DomainStore;
  readonly codes: ServiceCodeStore;
  readonly dossiers: Pick<DossierStore, 'remove'>;
}

/**
 * Frees the domains of a submission, makes its service codes usable again, opens the drafts for editing and takes the
 * dossier away. Idempotent; a no-op if there was no pin, except that a pin which arrives later finds itself undone.
 * Never touches what was granted, nor a later submission. Needs no key, so it works after an erasure.
 */
export async function releaseWebsite(deps: ReleaseDeps, step: UndoStep): Promise<void> {
  const pin = await deps.database.transaction((tx) => undo(deps, tx, step));
  if (pin === undefined || pin.state === 'granted') return;
  // After the commit and on every call: an attempt that died here is finished by the next one.
  for (const ref of dossiersOf(pin)) await deps.dossiers.remove(ref);
}

async function undo(deps: ReleaseDeps, tx: Tx, step: UndoStep): Promise<Pin | undefined> {
  const { websites, pins, domains, codes } = deps;
  const { filingId, submission } = step;
  if ((await websites.readRow(tx, filingId, { hold: true })) === undefined) return undefined;
  const pin = await pins.read(tx, filingId, submission);
  const at = new Date(step.at);
  if (pin?.state === 'granted') return pin;
  if (pin?.state === 'pinned' && at < pin.at) return undefined; // an undo of an earlier try under the same number
  await pins.undo(tx, filingId, { submission, at });
  // Also where the pin was undone before: what outlived it is found by reconciliation.
  await domains.unlock(tx, filingId, { submission, at });
  for (const serviceCodeId of await codes.free(tx, filingId, { submission, at })) {
    await tell(deps, tx, {
      type: 'service-code-moved',
      filingId,
      at: step.at,
      data: { serviceCodeId, state: 'bound', submission },
    });
  }
  if (pin?.state === 'pinned') {
    await tell(deps, tx, { type: 'website-released', filingId, at: step.at, data: { submission } });
  }
  return pin;
}
