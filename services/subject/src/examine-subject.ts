import type { Examination, Finding, PinnedRules, SubjectFacts } from '@beian/contracts';
import { type PersonVault, PersonKeyGone } from '@beian/platform';
import { checkSubjectDraft, needsFilingPassword } from '@beian/rules';
import { administratorsOf } from './administrators';
import { mobileIndex } from './blind-indexes';
import type { PinStore } from './pin.store';
import type { RegisterStore } from './register.store';
import { subjectFacts } from './subject-facts';
import {
  certificateInUse,
  dataErased,
  filingPasswordMissing,
  mobileServesOther,
  ownOrderRunning,
} from './subject-findings';
import type { Reader, SubjectPart, SubjectStore } from './subject.store';

export interface ExamineDeps {
  readonly subjects: SubjectStore;
  readonly pins: PinStore;
  readonly register: RegisterStore;
  readonly vault: PersonVault;
  readonly hmacKey: Buffer;
}

/**
 * Looks at a part as it stands: everything that is wrong with it, and what others may know of it. Takes no lock and
 * changes nothing; `pinSubject` asks the same function, so a submission finds nothing that this did not say before.
 */
export async function examineSubject(
  deps: ExamineDeps,
  reader: Reader,
  { part, rules }: { readonly part: SubjectPart; readonly rules: PinnedRules },
): Promise<Examination<SubjectFacts>> {
  const findings = [
    ...draftFindings(part, rules),
    ...(await certificateFindings(deps, reader, part)),
    ...(await mobileFindings(deps, reader, part)),
  ];
  const revision = (await deps.pins.lastRevision(reader, part.filingId)) + 1;
  const facts = subjectFacts(part, { hmacKey: deps.hmacKey, revision });
  const fit = facts !== undefined && !findings.some(({ severity }) => severity === 'error');
  return fit ? { ok: true, findings, facts } : { ok: false, findings, ...(facts ? { facts } : {}) };
}

/** What is cancelled goes as it is filed; only what has to be given for it is looked at. */
function draftFindings({ locked, draft }: SubjectPart, { pack, asOf }: PinnedRules): readonly Finding[] {
  const context = { ...locked, pack, asOf };
  const password = needsFilingPassword(context) && !draft.filingPassword ? [filingPasswordMissing] : [];
  return locked.filingType.startsWith('CANCEL') ? password : [...checkSubjectDraft(draft, context), ...password];
}

/** Whether somebody else runs or holds the certificate. The own filing's lock is no obstacle to itself. */
export async function certificateFindings(
  { register }: Pick<ExamineDeps, 'register'>,
  reader: Reader,
  part: SubjectPart,
): Promise<readonly Finding[]> {
  const { heldBy, running } = await register.useOf(reader, part.certificateIndex);
  const foreignHolder = heldBy !== undefined && heldBy !== part.accountId;
  const otherOrder = running !== undefined && running.filingId !== part.filingId;
  if (foreignHolder || (otherOrder && running.accountId !== part.accountId)) return [certificateInUse];
  return otherOrder ? [ownOrderRunning(running.filingId)] : [];
}

async function mobileFindings(
  { register, vault }: ExamineDeps,
  reader: Reader,
  part: SubjectPart,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [key, { mobile }] of administratorsOf(part)) {
    if (mobile && (await register.mobileServesOther(reader, mobileIndex(vault, mobile), part.certificateIndex))) {
      findings.push(mobileServesOther(key));
    }
  }
  return findings;
}

/** An erased person is an answer, not a fault to try again: the filing comes to a clean end (rel 4.9). */
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
