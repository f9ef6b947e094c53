import type { DossierRef, Examination, Finding, SubjectFacts, SubmissionStep } from '@beian/contracts';
import { type Database, type DossierStore, type Logger, problem, type Tx } from '@beian/platform';
import { certificateFindings, type ExamineDeps, examineSubject, orErased } from './examine-subject';
import { certificateInUse } from './subject-findings';
import type { Pin } from './pin.store';
import { subjectDossiers } from './subject-dossiers';
import type { SubjectPart } from './subject.store';
import { tell } from './tell';

export interface PinDeps extends ExamineDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Rolls a pin back once its lock is taken; carries what the applicant is told. */
class Unfit extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super('the part is not fit to be pinned');
  }
}

/**
 * Examines the subject, freezes it as a revision, takes its certificate and writes the dossiers, all in one transaction;
 * or answers findings and leaves everything as it was (decisions 18). The same submission again gets the same answer.
 * Refuses (`too-late`) an attempt that was overtaken: its submission was undone after it was asked for, or a later one
 * runs (I-7).
 */
export async function pinSubject(deps: PinDeps, step: SubmissionStep): Promise<Examination<SubjectFacts>> {
  const written: DossierRef[] = [];
  try {
    const answer = await orErased(() => deps.database.transaction((tx) => pin(deps, tx, { step, written })));
    return withoutOffending(answer);
  } catch (error) {
    await forget(deps, written);
    if (error instanceof Unfit) return withoutOffending({ ok: false, findings: error.findings });
    throw error;
  }
}

interface Attempt {
  readonly step: SubmissionStep;
  /** Objects written so far: they do not roll back with the transaction. */
  readonly written: DossierRef[];
}

async function pin(deps: PinDeps, tx: Tx, { step, written }: Attempt): Promise<Examination<SubjectFacts>> {
  const { filingId, submission } = step;
  const part = (await deps.subjects.read(tx, filingId, { hold: true })) ?? problem('not-found');
  const before = await deps.pins.read(tx, filingId, submission);
  if ((before?.state === 'pinned' || before?.state === 'granted') && before.facts) {
    return { ok: true, findings: before.findings, facts: before.facts };
  }
  await refuseOvertaken(deps, tx, { step, before });
  if (part.closed) return problem('not-allowed-now', { detail: 'the filing is over' });

  const examined = await examineSubject(deps, tx, { part, rules: step });
  if (!examined.ok) return examined;
  const at = new Date(step.at);
  if (!(await deps.pins.lock(tx, part, { submission, at }))) return { ok: false, findings: [certificateInUse] };
  await refuseForeign(deps, tx, part);

  await forget(deps, written.splice(0)); // of an attempt that a deadlock rolled back
  const facts: SubjectFacts = { ...examined.facts, dossiers: await write(deps, { part, submission, written }) };
  const findings = examined.findings.map(plain);
  await deps.pins.freeze(tx, { part, submission, facts, findings, at });
  await deps.pins.record(tx, { part, submission, facts, findings, at });
  await tell(deps, tx, {
    type: 'subject-pinned',
    filingId,
    at: step.at,
    data: { submission, revision: facts.revision },
  });
  return { ok: true, findings, facts };
}

/** A pin whose undo or whose successor is known already comes too late; its workflow has gone on. */
async function refuseOvertaken(
  { pins }: PinDeps,
  tx: Tx,
  { step, before }: { readonly step: SubmissionStep; readonly before: Pin | undefined },
): Promise<void> {
  const running = await pins.running(tx, step.filingId);
  const isUndone = before?.state === 'undone' && new Date(step.at) < before.at;
  if (isUndone || before?.state === 'superseded' || (running !== undefined && running > step.submission)) {
    problem('too-late', { detail: `submission ${step.submission} was undone or overtaken` });
  }
}

/** The lock waits for whoever held it before; what that filing wrote into the register is visible only now. */
async function refuseForeign(deps: PinDeps, tx: Tx, part: SubjectPart): Promise<void> {
  const findings = await certificateFindings(deps, tx, part);
  if (findings.length > 0) throw new Unfit(findings);
}

async function write(
  { dossiers }: PinDeps,
  {
    part,
    submission,
    written,
  }: { readonly part: SubjectPart; readonly submission: number; readonly written: DossierRef[] },
): Promise<readonly DossierRef[]> {
  for (const { recipient, content } of subjectDossiers(part)) {
    written.push(await dossiers.put({ recipient, filingId: part.filingId, submission, content }));
  }
  return [...written];
}

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

const withoutOffending = (answer: Examination<SubjectFacts>): Examination<SubjectFacts> => ({
  ...answer,
  findings: answer.findings.map(plain),
});
