import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { isOpen, type FilingSnapshot } from '@beian/contracts';
import { searchAttributeKeys as keys } from '@beian/contracts/messages';
import { currentDetails, type DetailsMore } from './current-details';
import type { FilingRecord } from './record';

/** Shows operators where the filing stands: current details, and one upsert of what has changed in the search attributes. */
export function show(record: FilingRecord): void {
  const snapshot = record.snapshot();
  setCurrentDetails(currentDetails(snapshot, detailsMore(record)));
  const changed = attributesOf(snapshot).filter((pair) => !isShown(pair));
  if (changed.length > 0) upsertSearchAttributes(changed);
}

function detailsMore({ state, opened }: FilingRecord): DetailsMore {
  const { told, unusable } = state;
  return { told, unusable, ...(opened.pages !== undefined && { pages: opened.pages }) };
}

function attributesOf(snapshot: FilingSnapshot): readonly SearchAttributeUpdatePair[] {
  const { stage, reasons, deadline, flags } = snapshot;
  const isWaitingForOperator = flags.onHold || flags.parked;
  return [
    { key: keys.stage, value: stage },
    { key: keys.waitingOn, value: isWaitingForOperator ? 'operator' : snapshot.waitingOn },
    { key: keys.province, value: snapshot.province },
    { key: keys.filingType, value: snapshot.filingType },
    { key: keys.subjectType, value: snapshot.nature },
    { key: keys.rulePack, value: snapshot.pack },
    { key: keys.attempt, value: snapshot.submission },
    { key: keys.overdue, value: flags.overdue },
    { key: keys.deadline, value: deadline === undefined ? null : new Date(deadline.at) },
    ...(isOpen(stage) ? [] : [{ key: keys.outcome, value: stage }]),
    // codes of the last return stay while it is mended and reviewed again
    ...(reasons.length === 0 ? [] : [{ key: keys.reasonCodes, value: [...new Set(reasons.map(({ code }) => code))] }]),
  ];
}

function isShown({ key, value }: SearchAttributeUpdatePair): boolean {
  const shown = workflowInfo().typedSearchAttributes.get(key) ?? null;
  return JSON.stringify(shown) === JSON.stringify(value);
}
