import type { ServiceCode } from '@beian/contracts';
import { audit, type Clock, type Database, problem } from '@beian/platform';
import { codeView } from './website-view';
import type { ServiceCodeStore } from './service-code.store';

export interface GrantCodeDeps {
  readonly database: Database;
  readonly codes: ServiceCodeStore;
  readonly clock: Clock;
}

export interface CodeGrant {
  readonly accountId: string;
  /** Account that may use the code; absent takes the grant back. */
  readonly grantedTo?: string | undefined;
}

/**
 * Lets another account file with a code of this one (rules.md 2.1), or takes that back while the code is still bound.
 * Refuses `not-found` for a code of somebody else, `service-code-unusable` once it is in use.
 */
export function grantServiceCode(
  { database, codes, clock }: GrantCodeDeps,
  id: string,
  { accountId, grantedTo }: CodeGrant,
): Promise<ServiceCode> {
  return database.transaction(async (tx) => {
    const code = await codes.byId(tx, id);
    if (code === undefined || code.owner !== accountId) return problem('not-found');
    const at = clock.now();
    if (!(await codes.grant(tx, accountId, { id, grantedTo, at }))) return problem('service-code-unusable');
    await audit.append(tx, {
      actor: accountId,
      action: grantedTo === undefined ? 'service-code-grant-taken-back' : 'service-code-granted',
      object: `service-code/${id}`,
      at,
      details: { grantedTo },
    });
    return codeView((await codes.byId(tx, id)) ?? problem('not-found'));
  });
}
