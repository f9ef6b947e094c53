import type { VerificationActivities } from '@beian/contracts';
import { judgeAcross } from '@beian/rules';
import { recordStage, type RecordDeps } from './record-stage';

type OpenReview = VerificationActivities['openReview'];

/**
 * Judges what crosses the parts (rules.md 3.2, 3.5, 10; the pinned pack) and opens the provider's review: facts, row, queue
 * and event in one transaction. With an error among the findings nothing changes and all findings are answered, as
 * pre-flight would have said them; warnings are kept with the submission for the reviewer.
 */
export async function openReview(
  deps: RecordDeps,
  { snapshot, facts }: Parameters<OpenReview>[0],
): Promise<Awaited<ReturnType<OpenReview>>> {
  const findings = judgeAcross(facts.subject, facts.website, facts.documents, snapshot);
  if (findings.some(({ severity }) => severity === 'error')) return { ok: false, findings };
  await deps.database.transaction((tx) => recordStage(deps, tx, { snapshot, submitted: { facts, findings } }));
  return { ok: true };
}
