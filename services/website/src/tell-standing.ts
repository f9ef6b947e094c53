import type { domainStandingSchema } from '@beian/contracts/schemas';
import type { Database } from '@beian/platform';
import { typedDomain } from '@beian/rules';
import type { z } from 'zod';
import type { DomainStore } from './domain.store';

/**
 * What is known here of a domain, for *Verify Filing Type* (rules.md 1.3): its registrable form, whether an order runs,
 * and whether this account hosts it here already. Of other accounts only that it cannot be done (A17); one statement
 * whatever the answer.
 */
export async function tellStanding(
  { database, domains }: { readonly database: Database; readonly domains: DomainStore },
  query: { readonly accountId: string; readonly domain: string },
): Promise<z.output<typeof domainStandingSchema>> {
  const typed = typedDomain(query.domain);
  if (!typed.ok)
    return { domain: typed.registrable ?? '', runningOrder: false, hostedHere: false, refused: typed.code };
  const { running, filedBy } = await domains.useOf(database, typed.domain);
  return { domain: typed.domain, runningOrder: running !== undefined, hostedHere: filedBy === query.accountId };
}
