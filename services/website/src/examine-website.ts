import type { Examination, Finding, PinnedRules, SubjectFacts, WebsiteFacts } from '@beian/contracts';
import { canonicalJson, filingMark, PersonKeyGone } from '@beian/platform';
import type { DomainStore, DomainUse } from './domain.store';
import { filedDomainsToCheck } from './filed-domains';
import { judgeWebsite } from './judge-website';
import { domainsOf, type Looked } from './look-outside';
import type { PinStore } from './pin.store';
import type { KnownCode, ServiceCodeStore } from './service-code.store';
import { dataErased } from './website-findings';
import type { Reader, WebsitePart } from './website.store';

export interface ExamineDeps {
  readonly pins: PinStore;
  readonly domains: DomainStore;
  readonly codes: ServiceCodeStore;
  readonly hmacKey: Buffer;
}

export interface Question {
  readonly part: WebsitePart;
  readonly subject: SubjectFacts;
  readonly rules: PinnedRules & { readonly at: string };
  /** What registry and cloud said before; nobody is asked here. */
  readonly looked: Looked;
}

/**
 * Looks at the websites of a filing as they stand: everything that is wrong, and what others may know. Takes no lock;
 * `pinWebsite` asks the same function inside its transaction.
 */
export async function examineWebsite(
  deps: ExamineDeps,
  reader: Reader,
  question: Question,
): Promise<Examination<WebsiteFacts>> {
  const { part } = question;
  const { findings, sites } = judgeWebsite({
    ...question,
    uses: await usesOf(deps, reader, part),
    codes: await codesOf(deps, reader, part),
    filedDomains: await filedDomainsToCheck(deps, reader, part),
    hmacKey: deps.hmacKey,
  });
  const facts: WebsiteFacts = {
    revision: (await deps.pins.lastRevision(reader, part.filingId)) + 1,
    // Keyed like every mark, and without versions: the fast lane asks whether the content changed.
    sha256: filingMark(
      deps.hmacKey,
      part.filingId,
      canonicalJson(part.sites.map(({ siteId, draft }) => ({ siteId, draft }))),
    ),
    sites,
    lastChange: part.changedAt.toISOString(),
  };
  const fit = !findings.some(({ severity }) => severity === 'error');
  return fit ? { ok: true, findings, facts } : { ok: false, findings, facts };
}

async function usesOf(
  { domains }: ExamineDeps,
  reader: Reader,
  part: WebsitePart,
): Promise<ReadonlyMap<string, DomainUse>> {
  const uses = new Map<string, DomainUse>();
  for (const { domain } of domainsOf(part)) uses.set(domain, await domains.useOf(reader, domain));
  return uses;
}

export async function codesOf(
  { codes }: Pick<ExamineDeps, 'codes'>,
  reader: Reader,
  part: WebsitePart,
): Promise<ReadonlyMap<string, KnownCode>> {
  const known = new Map<string, KnownCode>();
  for (const { siteId, draft } of part.sites) {
    const code = draft.serviceCode ? await codes.byCode(reader, draft.serviceCode) : undefined;
    if (code) known.set(siteId, code);
  }
  return known;
}

/** An erased filing is an answer, not a fault to try again: it comes to a clean end (rel 4.9). */
export async function orErased<Answer>(
  work: () => Promise<Answer>,
): Promise<Answer | { ok: false; findings: readonly Finding[] }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PersonKeyGone) return { ok: false, findings: [dataErased] };
    throw error;
  }
}
