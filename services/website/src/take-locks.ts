import type { Finding } from '@beian/contracts';
import type { Tx } from '@beian/platform';
import { finding } from '@beian/rules';
import type { DomainStore, SiteDomain } from './domain.store';
import { codesOf } from './examine-website';
import { domainsOf } from './look-outside';
import { needsServer } from './needs-server';
import { Unfit } from './unfit';
import type { When } from './pin.store';
import type { ServiceCodeStore } from './service-code.store';
import { tell } from './tell';
import { domainInUse } from './website-findings';
import type { WebsitePart, WebsiteStore } from './website.store';

export interface LockDeps {
  readonly websites: WebsiteStore;
  readonly domains: DomainStore;
  readonly codes: ServiceCodeStore;
}

/**
 * Takes every domain and every service code of a part for one submission, all or none: throws `Unfit` with everything
 * that was lost to somebody faster (I-4, T27, T28). What an earlier submission of the same filing holds passes on.
 */
export async function takeLocks(deps: LockDeps, tx: Tx, taking: When & { readonly part: WebsitePart }): Promise<void> {
  const lost = [...(await takeDomains(deps, tx, taking)), ...(await takeCodes(deps, tx, taking))];
  if (lost.length > 0) throw new Unfit(lost);
}

async function takeDomains(
  { domains }: LockDeps,
  tx: Tx,
  { part, submission, at }: When & { part: WebsitePart },
): Promise<readonly Finding[]> {
  const wanted = domainsOf(part);
  const pointerOf = ({ domain }: SiteDomain): string =>
    wanted.find((one) => one.domain === domain)?.pointer ?? '/sites';
  const taken = await domains.lock(tx, part, { domains: wanted, submission, at });
  const foreign: SiteDomain[] = [];
  for (const one of wanted) {
    // A lock waits for whoever held it before; what that filing wrote into the register is visible only now.
    const { filedBy } = await domains.useOf(tx, one.domain);
    if (filedBy !== undefined && filedBy !== part.accountId) foreign.push(one);
  }
  return [...new Set([...taken, ...foreign].map(pointerOf))].map(domainInUse);
}

async function takeCodes(
  deps: LockDeps,
  tx: Tx,
  { part, submission, at }: When & { part: WebsitePart },
): Promise<readonly Finding[]> {
  if (!needsServer(part)) return [];
  const { filingId } = part;
  const freed = await deps.codes.freeAll(tx, filingId, at);
  const known = [...(await codesOf(deps, tx, part))].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
  const lost: Finding[] = [];
  const held: string[] = [];
  for (const [siteId, { id: codeId }] of known) {
    if (await deps.codes.hold(tx, part, { siteId, codeId, submission, at })) held.push(codeId);
    else lost.push(finding('service-code-in-progress', { pointer: `/sites/${siteId}/serviceCode` }));
  }
  const moves = [
    ...freed.filter((id) => !held.includes(id)).map((id) => [id, 'bound'] as const),
    ...held.filter((id) => !freed.includes(id)).map((id) => [id, 'in-progress'] as const),
  ];
  for (const [serviceCodeId, state] of moves) {
    await tell(deps, tx, {
      type: 'service-code-moved',
      filingId,
      at: at.toISOString(),
      data: { serviceCodeId, state, submission },
    });
  }
  return lost;
}
