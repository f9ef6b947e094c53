import type { FilingNumbers, UndoStep } from '@beian/contracts';
import { type Database, problem, type Tx } from '@beian/platform';
import type { DomainStore } from './domain.store';
import type { PinStore } from './pin.store';
import type { ServiceCodeStore } from './service-code.store';
import { tell } from './tell';
import type { WebsiteStore } from './website.store';

export interface GrantDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly websites: WebsiteStore;
  readonly pins: PinStore;
  readonly domains: DomainStore;
  readonly codes: ServiceCodeStore;
}

export type GrantStep = UndoStep & { readonly numbers: FilingNumbers };

/**
 * Consumes the service codes for good (rules.md 2.1), writes the sites and their numbers into the register or strikes out
 * what was cancelled or left out by a change, frees the
 * domain locks and closes the part, in one transaction. The same grant again changes nothing. Refuses a submission that
 * is not pinned: that is a contradiction for people.
 */
export function grantWebsite(deps: GrantDeps, step: GrantStep): Promise<void> {
  return deps.database.transaction((tx) => grant(deps, tx, step));
}

async function grant(deps: GrantDeps, tx: Tx, step: GrantStep): Promise<void> {
  const { websites, pins, domains, codes } = deps;
  const { filingId, submission } = step;
  const row = (await websites.readRow(tx, filingId, { hold: true })) ?? problem('not-found');
  if ((await pins.read(tx, filingId, submission))?.state === 'granted') return;
  const at = new Date(step.at);
  if (!(await pins.grant(tx, filingId, { submission, at }))) {
    problem('not-allowed-now', { detail: `submission ${submission} is not pinned and cannot be granted` });
  }
  const numbers: Readonly<Record<string, string>> = Object.fromEntries(
    step.numbers.sites.map(({ siteId, number }) => [siteId, number]),
  );
  const held = await domains.held(tx, filingId, submission);
  if (row.filing_type.startsWith('CANCEL')) {
    await domains.cancel(tx, row.account_id, { domains: held.map(({ domain }) => domain), at });
  } else {
    const filed = held.map((one) => ({ ...one, siteNumber: numbers[one.siteId] }));
    const foreign = await domains.enter(tx, { filingId, accountId: row.account_id }, { domains: filed, at });
    if (foreign.length > 0) problem('not-possible-here', { detail: 'a domain is filed under another account' });
    const kept = new Set(filed.map(({ domain }) => domain));
    const left = (await websites.domainsFiledBefore(tx, filingId)).filter((domain) => !kept.has(domain));
    await domains.cancel(tx, row.account_id, { domains: left, at });
  }
  for (const serviceCodeId of await codes.consume(tx, filingId, { submission, at, numbers })) {
    await tell(deps, tx, {
      type: 'service-code-moved',
      filingId,
      at: step.at,
      data: { serviceCodeId, state: 'filed', submission },
    });
  }
  await domains.unlock(tx, filingId, { submission, at });
  await websites.close(tx, filingId, at);
  await tell(deps, tx, {
    type: 'website-granted',
    filingId,
    at: step.at,
    data: { submission, sites: step.numbers.sites },
  });
}
