import type { Client } from '@temporalio/client';
import type { Calendar } from '@beian/calendar';
import {
  allowedActions,
  type Deadline,
  type FilingId,
  type FilingSnapshot,
  type PinnedRules,
  type Stage,
} from '@beian/contracts';
import { fastLaneAllowed, identityMethods, identityStep, phoneStep } from '@beian/rules';
import { createPlanner } from '../planner';
import { contextOf, foresee, hasMoved } from './foresee';
import { allRunning } from './running-filings';

/** A step that is still ahead of a filing and would be another one. */
export interface StepChange {
  readonly step: 'identity-check' | 'phone-verification' | 'fast-lane';
  readonly before: string;
  readonly after: string;
}

export interface PackMovePreview {
  readonly filingId: FilingId;
  readonly stage: Stage;
  readonly from: PinnedRules;
  /** Present if the date would move. Never to an earlier one: a running clock is not shortened. */
  readonly deadline?: { readonly before: Deadline; readonly after: Deadline };
  readonly steps: readonly StepChange[];
}

export interface PackMoveReport {
  readonly running: number;
  /** Their stage allows no move, and they keep their pack: drafts, and what is past the point of no return. */
  readonly fixed: readonly FilingId[];
  /** Would be pinned to the pack, and nothing else would change. */
  readonly same: readonly FilingId[];
  readonly changes: readonly PackMovePreview[];
  /** Planned by a version that did not keep where the clock began: their date cannot be said before the move. */
  readonly unforeseen: readonly FilingId[];
}

/** What moving every running filing to these rules would change; nobody is told and nothing is moved. */
export async function previewPackMove(client: Client, calendar: Calendar, to: PinnedRules): Promise<PackMoveReport> {
  const filings = await allRunning(client);
  const movable = filings.filter(({ snapshot }) => allowedActions(snapshot).includes('rulePackMoved'));
  const looked = await Promise.all(movable.map(({ snapshot }) => previewOne(calendar, snapshot, to)));
  const previews = looked.map(({ preview }) => preview);
  const changes = previews.filter(({ deadline, steps }) => deadline !== undefined || steps.length > 0);
  return {
    running: filings.length,
    fixed: filings.filter((filing) => !movable.includes(filing)).map(({ filingId }) => filingId),
    same: previews.filter((preview) => !changes.includes(preview)).map(({ filingId }) => filingId),
    changes,
    unforeseen: looked.filter(({ isForeseen }) => !isForeseen).map(({ preview }) => preview.filingId),
  };
}

async function previewOne(calendar: Calendar, snapshot: FilingSnapshot, to: PinnedRules) {
  const { filingId, stage, pack, asOf, deadline: before } = snapshot;
  const foreseen = await foresee(createPlanner(calendar), snapshot, to);
  const after = 'unforeseen' in foreseen ? undefined : laterOf(before, foreseen.deadline);
  const preview: PackMovePreview = {
    filingId,
    stage,
    from: { pack, asOf },
    ...(before && after && hasMoved(before, after) && { deadline: { before, after } }),
    steps: stepChanges(snapshot, to),
  };
  return { preview, isForeseen: !('unforeseen' in foreseen) };
}

const laterOf = (before: Deadline | undefined, after: Deadline | undefined): Deadline | undefined =>
  before !== undefined && after !== undefined && after.at <= before.at ? before : after;

/** Steps that are behind a filing, or that it is in, stay as they are; only the methods of a running check are renewed. */
function stepChanges(snapshot: FilingSnapshot, to: PinnedRules): readonly StepChange[] {
  const before = stepsOf(snapshot, snapshot);
  const after = stepsOf(snapshot, to);
  return (Object.keys(before) as StepChange['step'][])
    .filter((step) => before[step] !== after[step])
    .map((step) => ({ step, before: before[step], after: after[step] }));
}

function stepsOf(snapshot: FilingSnapshot, rules: PinnedRules): Readonly<Record<StepChange['step'], string>> {
  const context = contextOf(snapshot, rules, snapshot.since);
  const methods = identityMethods(context).join(', ') || 'none';
  // The day of the hand-over decides about the provinces; it lies ahead, so this says it for a hand-over on that day.
  const phones = phoneStep(context);
  return {
    'identity-check': snapshot.stage === 'identity-check' ? methods : `${identityStep(context)}: ${methods}`,
    'phone-verification': phones.asked ? `${phones.windowHours} hours` : 'none',
    'fast-lane': fastLaneAllowed(context) ? 'yes' : 'no',
  };
}
