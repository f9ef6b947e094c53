import type { DossierRef, Examination, Finding, SubjectFacts, SubmissionStep, WebsiteFacts } from '@beian/contracts';
import { type Database, type DossierStore, type Logger, problem, type Tx } from '@beian/platform';
import { codesOf, type ExamineDeps, examineWebsite, orErased } from './examine-website';
import { awayIn, domainsOf, type LookDeps, type Looked, lookOutside } from './look-outside';
import type { Pin } from './pin.store';
import { takeLocks } from './take-locks';
import { tell } from './tell';
import { Unfit } from './unfit';
import { sitesDossier } from './website-dossier';
import type { Reader, WebsitePart, WebsiteStore } from './website.store';

export interface PinDeps extends ExamineDeps, LookDeps {
  readonly database: Pick<Database, 'transaction'> & Reader;
  readonly websites: WebsiteStore;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  readonly logger: Pick<Logger, 'warn'>;
}

export type PinStep = SubmissionStep & { readonly subject: SubjectFacts };

/** An edit came between the look outside and the lock; the look is worth nothing then. */
class Changed extends Error {}

const mostLooks = 3;

/**
 * Examines the websites, freezes them as a revision, locks every domain, holds every service code and writes the
 * authority's dossier, in one transaction; or answers findings and leaves everything as it was (decisions 18). A domain
 * is locked only after its registrant's mark fits (A18). The same submission again gets the same answer, without asking
 * anybody. Throws `PartyAway` while registry or cloud give no answer: the workflow waits for it. Refuses (`too-late`)
 * an attempt that was undone or overtaken (I-7).
 */
export async function pinWebsite(deps: PinDeps, step: PinStep): Promise<Examination<WebsiteFacts>> {
  const answer = await orErased(() => lookAndPin(deps, step));
  return { ...answer, findings: answer.findings.map(plain) };
}

async function lookAndPin(deps: PinDeps, step: PinStep): Promise<Examination<WebsiteFacts>> {
  for (let look = 1; ; look++) {
    const seen = (await deps.websites.read(deps.database, step.filingId)) ?? problem('not-found');
    const before = answerOf(await deps.pins.read(deps.database, step.filingId, step.submission));
    if (before !== undefined) return before;
    const looked = await lookOutside(deps, deps.database, seen);
    const away = awayIn(looked);
    if (away !== undefined) throw away;
    try {
      return await pinOnce(deps, { step, seen, looked, written: [] });
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
      if (look === mostLooks)
        return problem('in-progress', { detail: 'the draft changes faster than it can be looked at' });
    }
  }
}

interface Attempt {
  readonly step: PinStep;
  readonly seen: WebsitePart;
  readonly looked: Looked;
  /** Objects written so far: they do not roll back with the transaction. */
  readonly written: DossierRef[];
}

async function pinOnce(deps: PinDeps, attempt: Attempt): Promise<Examination<WebsiteFacts>> {
  try {
    return await deps.database.transaction((tx) => pin(deps, tx, attempt));
  } catch (error) {
    await forget(deps, attempt.written);
    if (error instanceof Unfit) return { ok: false, findings: error.findings };
    throw error;
  }
}

async function pin(
  deps: PinDeps,
  tx: Tx,
  { step, seen, looked, written }: Attempt,
): Promise<Examination<WebsiteFacts>> {
  const { filingId, submission } = step;
  const part = (await deps.websites.read(tx, filingId, { hold: true })) ?? problem('not-found');
  const before = await deps.pins.read(tx, filingId, submission);
  const given = answerOf(before);
  if (given !== undefined) return given;
  await refuseOvertaken(deps, tx, { step, before });
  if (part.closed) return problem('not-allowed-now', { detail: 'the filing is over' });
  if (fingerprint(part) !== fingerprint(seen)) throw new Changed();

  const question = { part, subject: step.subject, rules: step, looked };
  const examined = await examineWebsite(deps, tx, question);
  if (!examined.ok) return examined;
  const at = new Date(step.at);
  await takeLocks(deps, tx, { part, submission, at });

  await forget(deps, written.splice(0)); // of an attempt that a deadlock rolled back
  const content = sitesDossier(part, { codes: await codesOf(deps, tx, part), looked });
  written.push(await deps.dossiers.put({ recipient: 'authority', filingId, submission, content }));
  const facts: WebsiteFacts = { ...examined.facts, dossiers: [...written] };
  const findings = examined.findings.map(plain);
  await deps.pins.freeze(tx, { part, submission, facts, findings, at });
  await deps.pins.record(tx, { part, submission, facts, findings, at });
  const data = { submission, revision: facts.revision, domains: domainsOf(part).length };
  await tell(deps, tx, { type: 'website-pinned', filingId, at: step.at, data });
  return { ok: true, findings, facts };
}

function answerOf(pin: Pin | undefined): Examination<WebsiteFacts> | undefined {
  if (pin?.facts === undefined || (pin.state !== 'pinned' && pin.state !== 'granted')) return undefined;
  return { ok: true, findings: pin.findings, facts: pin.facts };
}

/** A pin whose undo or whose successor is known already comes too late; its workflow has gone on. */
async function refuseOvertaken(
  { pins }: PinDeps,
  tx: Tx,
  { step, before }: { readonly step: PinStep; readonly before: Pin | undefined },
): Promise<void> {
  const running = await pins.running(tx, step.filingId);
  const isUndone = before?.state === 'undone' && new Date(step.at) < before.at;
  if (isUndone || before?.state === 'superseded' || (running !== undefined && running > step.submission)) {
    problem('too-late', { detail: `submission ${step.submission} was undone or overtaken` });
  }
}

const fingerprint = ({ sites }: WebsitePart): string =>
  sites.map(({ siteId, version }) => `${siteId}.${version}`).join();

/** Removes what a failed pin wrote. What cannot be removed now is swept like any object that no row names. */
async function forget({ dossiers, logger }: PinDeps, refs: readonly DossierRef[]): Promise<void> {
  for (const ref of refs) {
    await dossiers
      .remove(ref)
      .catch((err: unknown) => logger.warn({ err, key: ref.key }, 'a dossier without a pin was left'));
  }
}

/** What goes into a history quotes no value: the offending part of a name stays in pre-flight, over HTTP. */
function plain({ offending: _quoted, offendingSpan: _where, ...finding }: Finding): Finding {
  return finding;
}
