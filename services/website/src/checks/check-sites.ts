import type { CheckedSites, CheckSitesStep } from '@beian/contracts';
import type { websiteCheckedSchema } from '@beian/contracts/schemas';
import { type Clock, type Database, problem } from '@beian/platform';
import type { z } from 'zod';
import { tell } from '../tell';
import type { WebsiteStore } from '../website.store';
import { lookAtSite, type LookAtSiteDeps, rulesOf } from './check-site';
import { expectedFooter, type SiteFinding, siteFindings } from './site-check-findings';
import type { FiledDomainRow } from './site-check.store';

export interface CheckSitesDeps extends LookAtSiteDeps {
  readonly database: Database;
  readonly websites: WebsiteStore;
  readonly clock: Clock;
}

const atOnce = 5;
const usualBatch = 50;
const mostInBatch = 200;

/** One batch of the periodic check; see the contract. Domains are looked at a few at a time. */
export async function checkSites(
  deps: CheckSitesDeps,
  { at, limit = usualBatch }: CheckSitesStep,
): Promise<CheckedSites> {
  const before = new Date(at);
  const most = Math.min(mostInBatch, Math.max(1, limit));
  const { rows, all } = await deps.checks.due(deps.database, { before, limit: most });
  const waiting = [...rows];
  let withFindings = 0;
  const work = async (): Promise<void> => {
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      const findings = await checkDomain(deps, row, before);
      if (findings.length > 0) withFindings += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { checked: rows.length, withFindings, left: all - rows.length };
}

/** An owner asks again and again: what was seen this minute is still what there is to see. */
const freshMs = 60_000;

/** A look at one's own site now; what was seen in the last minute counts. Refuses a number that the account has not filed. */
export async function checkOwnSite(
  deps: CheckSitesDeps,
  { accountId, siteNumber }: { readonly accountId: string; readonly siteNumber: string },
): Promise<readonly FiledDomainRow[]> {
  const isWanted = (row: FiledDomainRow): boolean => row.siteNumber === siteNumber;
  const rows = (await deps.checks.ofAccount(deps.database, accountId)).filter(isWanted);
  if (rows.length === 0) problem('not-found');
  const now = deps.clock.now();
  for (const row of rows) {
    if (row.checkedAt !== null && now.getTime() - row.checkedAt.getTime() < freshMs) continue;
    await checkDomain(deps, row, now);
  }
  return (await deps.checks.ofAccount(deps.database, accountId)).filter(isWanted);
}

/** Looks, keeps what was seen, and tells when the findings are others than before. */
async function checkDomain(deps: CheckSitesDeps, row: FiledDomainRow, begunAt: Date): Promise<readonly SiteFinding[]> {
  // A round may be begun ahead of this machine's clock: it must not find the same domain again.
  const at = new Date(Math.max(begunAt.getTime(), deps.clock.now().getTime()));
  const seen = await lookAtSite(deps, row, at);
  const expected = expectedFooter(row.siteNumber, rulesOf(deps, at));
  const findings = siteFindings(seen, { domain: row.domain, expected });
  const codes = codesOf(findings);
  await deps.database.transaction(async (tx) => {
    if (!(await deps.checks.keep(tx, row.id, { at, seen, findings }))) return;
    if (codes.join() === codesOf(row.findings ?? []).join()) return;
    const { siteNumber, accountId: owner, filingId } = row;
    const data: z.input<typeof websiteCheckedSchema> = { owner, siteNumber, faults: [...codes] };
    await tell(deps, tx, { type: 'website-checked', filingId, at: at.toISOString(), data });
  });
  return findings;
}

const codesOf = (findings: readonly SiteFinding[]): readonly SiteFinding['code'][] =>
  [...new Set(findings.map(({ code }) => code))].sort();
