import type { FilingAnswer, Finding } from '@beian/contracts';
import { isProblemCode } from '@beian/contracts';
import type { ProblemEntry } from '@beian/contracts/schemas';
import { problem } from '@beian/platform';
import type { SignedIn } from '../access/signed-in';
import { Outcome } from '../acts/outcome';
import { actionsFor, statusFor, type Standing } from './filing-status';

/** Whom an answer is for. */
export interface Viewer {
  readonly me: SignedIn;
  readonly standing: Standing;
}

/**
 * What the workflow answered, as HTTP: moved → 200 with the status; findings → 422 with each of them; refused → the
 * status of the refusal, with what is allowed instead.
 */
export function answerMove(answer: FilingAnswer, { me, standing }: Viewer): Outcome {
  if (answer.kind === 'moved') return new Outcome(200, statusFor(answer.snapshot, me, standing));
  const filing = statusFor(answer.snapshot, me, standing);
  if (answer.kind === 'findings') {
    return problem('has-findings', {
      entries: answer.findings.map(entryOf),
      extra: { findings: answer.findings, filing },
    });
  }
  const code = isProblemCode(answer.refusal) ? answer.refusal : 'not-allowed-now';
  return problem(code, { extra: { allowedActions: actionsFor(answer.snapshot, me, standing), filing } });
}

const entryOf = ({ pointer, code, zh, en, remedyZh, remedyEn }: Finding): ProblemEntry => ({
  pointer,
  code,
  zh,
  en,
  remedyZh,
  remedyEn,
});
