import type { DomainRecord, InstanceRecord } from '@beian/contracts';
import { domainsAreChecked, typedDomain } from '@beian/rules';
import type { CloudAccount } from './cloud-account';
import type { DomainStore } from './domain.store';
import type { DomainRegistry } from './domain-registry';
import { filedDomainsToCheck } from './filed-domains';
import { PartyAway } from './party-away';
import { needsServer } from './needs-server';
import type { ServiceCodeStore } from './service-code.store';
import type { Reader, WebsitePart } from './website.store';

export interface LookDeps {
  readonly registry: DomainRegistry;
  readonly cloud: CloudAccount;
  readonly codes: ServiceCodeStore;
  readonly domains: DomainStore;
}

/** What an outside party said; `away` is no answer, and not a verdict. */
export type Said<Answer> = { readonly answer: Answer | undefined } | { readonly away: PartyAway };

/** What the outside says of a part: by domain in ASCII, and by instance. Missing: it was not asked. */
export interface Looked {
  readonly domains: ReadonlyMap<string, Said<DomainRecord>>;
  readonly instances: ReadonlyMap<string, Said<InstanceRecord>>;
}

const atOnce = 5;

/** Asks registry and cloud about everything in a part, a few at a time, outside any transaction. Never throws `PartyAway`. */
export async function lookOutside(deps: LookDeps, reader: Reader, part: WebsitePart): Promise<Looked> {
  const { registry, cloud, codes } = deps;
  const named = domainsAreChecked(part) ? domainsOf(part) : [];
  const domains = [...named, ...(await filedDomainsToCheck(deps, reader, part))].map(({ domain }) => domain);
  const instances: string[] = [];
  for (const { draft } of needsServer(part) ? part.sites : []) {
    const code = draft.serviceCode ? await codes.byCode(reader, draft.serviceCode) : undefined;
    if (code?.instanceId) instances.push(code.instanceId);
  }
  return {
    domains: await askAll(domains, (domain) => registry.lookUp(domain)),
    instances: await askAll(instances, (instanceId) => cloud.lookUp(instanceId)),
  };
}

/** The first party that gave no answer, if one did not. */
export function awayIn({ domains, instances }: Looked): PartyAway | undefined {
  const said = [...domains.values(), ...instances.values()].find((one) => 'away' in one);
  return said !== undefined && 'away' in said ? said.away : undefined;
}

export interface DomainAt {
  readonly siteId: string;
  readonly domain: string;
  /** `/sites/<siteId>/domains/<n>`. */
  readonly pointer: string;
}

/** Every domain of a part that can be filed, with its place. */
export const domainsOf = ({ sites }: Pick<WebsitePart, 'sites'>): readonly DomainAt[] =>
  sites.flatMap(({ siteId, draft }) =>
    (draft.domains ?? []).flatMap((text, n) => {
      const typed = typedDomain(text);
      return typed.ok ? [{ siteId, domain: typed.domain, pointer: `/sites/${siteId}/domains/${n}` }] : [];
    }),
  );

async function askAll<Answer>(
  names: readonly string[],
  ask: (name: string) => Promise<Answer | undefined>,
): Promise<ReadonlyMap<string, Said<Answer>>> {
  const said = new Map<string, Said<Answer>>();
  const waiting = [...new Set(names)];
  const work = async (): Promise<void> => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) said.set(name, await askOne(name, ask));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return said;
}

async function askOne<Answer>(name: string, ask: (name: string) => Promise<Answer | undefined>): Promise<Said<Answer>> {
  try {
    return { answer: await ask(name) };
  } catch (error) {
    if (error instanceof PartyAway) return { away: error };
    throw error;
  }
}
