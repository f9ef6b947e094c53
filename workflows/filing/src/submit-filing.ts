import {
  changesIn,
  type FilingFacts,
  type Finding,
  type Instant,
  type PinnedRules,
  type SubmissionStep,
} from '@beian/contracts';
import { documents, planner, subject, verification, website } from './activities';
import { endOf, type Alarm } from './alarms';
import { now } from './deadlines';
import type { Turn } from './live';
import { note } from './note';
import type { FilingRecord } from './record';
import { freshStage, type FilingState } from './state';
import { surely } from './surely';

type Pinned = { readonly facts: FilingFacts } | { readonly findings: readonly Finding[] };

/**
 * A submission (`decisions`: the lifecycle, 18): subject, then website and documents beside each other, each examines and
 * pins its part; then `verification` judges what crosses parts and opens the review. Findings undo the pins, and the
 * filing stays where it is. `mayUseFastLane` is asked once the new fact sheets are there.
 */
export async function submitFiling(
  record: FilingRecord,
  mayUseFastLane: (facts: FilingFacts, rules: PinnedRules) => Promise<boolean> = async () => false,
): Promise<Turn<'provider-review' | 'hand-over'>> {
  const { state } = record;
  state.lastActionAt = now();
  const rules = await pinRules(record);
  const submission = (state.tried += 1);
  const pinned = await pin(record, { filingId: record.id, submission, at: now(), ...rules });
  if ('findings' in pinned) return pinned;

  const changes = { ...rules, pinnedAt: now(), submission, facts: pinned.facts, reasons: [], because: undefined };
  if (await mayUseFastLane(pinned.facts, rules)) {
    Object.assign(state, changes);
    return { to: 'hand-over' };
  }
  return openReview(record, {
    ...changes,
    reviewPassed: false,
    identity: undefined,
    phones: undefined,
    numbers: undefined,
  });
}

function pinRules({ state }: FilingRecord): Promise<PinnedRules> {
  const given = state.asOfGiven === undefined ? {} : { asOf: state.asOfGiven };
  return planner('pin the rules of this submission').planRules({ pack: state.pack, at: now(), ...given });
}

async function pin(record: FilingRecord, step: SubmissionStep): Promise<Pinned> {
  const { ledger } = record;
  const { submission } = step;
  const label = `submission ${submission}`;

  ledger.note('unlock-subject', submission);
  const subjects = await surely(record, () => subject(`pin the subject, ${label}`).pinSubject(step));
  if (!subjects.ok) {
    ledger.forget('unlock-subject', submission);
    return { findings: subjects.findings };
  }

  ledger.note('release-website', submission);
  ledger.note('unseal-documents', submission);
  const withSubject = { ...step, subject: subjects.facts };
  const [websites, papers] = await Promise.all([
    surely(record, () => website(`pin websites, ${label}`).pinWebsite(withSubject)),
    surely(record, () => documents(`seal documents, ${label}`).pinDocuments(withSubject)),
  ]);
  if (!websites.ok) ledger.forget('release-website', submission);
  if (!papers.ok) ledger.forget('unseal-documents', submission);
  if (!websites.ok || !papers.ok) {
    await undoPins(record);
    return { findings: [...subjects.findings, ...websites.findings, ...papers.findings] };
  }
  return { facts: { subject: subjects.facts, website: websites.facts, documents: papers.facts } };
}

async function undoPins(record: FilingRecord): Promise<void> {
  await record.ledger.undoOpen();
  if (record.ledger.hasParked()) await note(record);
}

interface ReviewToPlan extends PinnedRules {
  readonly at: Instant;
  readonly submission: number;
  readonly facts: FilingFacts;
}

/** The review's deadline and alarms, in the order in which they ring. */
export async function planReview(record: FilingRecord, { at, submission, facts, ...rules }: ReviewToPlan) {
  const context = { ...record.context(at), ...rules, changes: changesIn(facts) };
  const plan = await planner('plan the review').planReview(context);
  const occasion = `submission-${submission}`;
  const alarms: readonly Alarm[] = [
    { name: 'review-half-time', at: plan.halfTimeAt, occasion },
    endOf('review-overdue', plan.deadline, occasion),
    { name: 'stuck-step', at: plan.stuckAt, occasion },
  ];
  return { deadline: plan.deadline, identityAfterReview: plan.identityAfterReview, alarms };
}

type Submitted = Partial<FilingState> & PinnedRules & { readonly submission: number; readonly facts: FilingFacts };

async function openReview(record: FilingRecord, submitted: Submitted): Promise<Turn<'provider-review'>> {
  const at = now();
  const { pack, asOf, submission, facts } = submitted;
  const { deadline, alarms, identityAfterReview } = await planReview(record, { pack, asOf, at, submission, facts });
  const changes: Partial<FilingState> = {
    ...submitted,
    ...freshStage('provider-review', at),
    flags: { ...record.state.flags, overdue: false, rePlanned: false, provisional: deadline.provisional },
    deadline,
    alarms,
    identityAfterReview,
    entered: true,
  };
  const snapshot = record.propose(changes);
  const review = verification(`open the review, submission ${submission}`);
  const opened = await surely(record, () => review.openReview({ snapshot, facts }));
  if (!opened.ok) {
    await undoPins(record);
    return { findings: opened.findings };
  }
  record.tell(`${record.stage} → provider-review`);
  record.adopt(changes, snapshot);
  return { to: 'provider-review' };
}
