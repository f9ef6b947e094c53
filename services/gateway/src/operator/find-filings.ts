import { filingIdOf, filingWorkflowType } from '@beian/contracts';
import type { filingSearchSchema, foundFilingsSchema } from '@beian/contracts/schemas';
import { problem } from '@beian/platform';
import type { Client } from '@temporalio/client';
import type { z } from 'zod';
import { isTemporalAway } from '../filings/temporal-errors';
import { visibilityQuery, type Condition } from './visibility-query';

/** The query of a search over running filings. */
export function searchQuery(search: z.infer<typeof filingSearchSchema>): string {
  const { stage, waitingOn, province, filingType, pack, overdue, reason, deadlineBefore, attemptAtLeast } = search;
  const equal = {
    IcpStage: stage,
    IcpWaitingOn: waitingOn,
    IcpProvince: province,
    IcpFilingType: filingType,
    IcpRulePack: pack,
    IcpReasonCodes: reason,
  } as const;
  const conditions = Object.entries(equal).flatMap(([attribute, value]): readonly Condition[] =>
    value === undefined ? [] : [{ attribute: attribute as keyof typeof equal, is: '=', value }],
  );
  return visibilityQuery([
    { attribute: 'WorkflowType', is: '=', value: filingWorkflowType },
    { attribute: 'ExecutionStatus', is: '=', value: 'Running' },
    ...conditions,
    ...(overdue === undefined ? [] : [{ attribute: 'IcpOverdue', is: '=', value: overdue === 'true' } as const]),
    ...(deadlineBefore === undefined
      ? []
      : [{ attribute: 'IcpDeadline', is: '<', value: new Date(deadlineBefore) } as const]),
    ...(attemptAtLeast === undefined ? [] : [{ attribute: 'IcpAttempt', is: '>=', value: attemptAtLeast } as const]),
  ]);
}

const most = 1_000;

/** Counts running filings and names up to a thousand. Visibility lags a moment behind: for operators' lists only. */
export async function findFilings(
  temporal: Client,
  search: z.infer<typeof filingSearchSchema>,
): Promise<z.infer<typeof foundFilingsSchema>> {
  const query = searchQuery(search);
  try {
    const { count } = await temporal.workflow.count(query);
    const items: string[] = [];
    for await (const { workflowId } of temporal.workflow.list({ query, pageSize: most })) {
      const filingId = filingIdOf(workflowId);
      if (filingId !== undefined) items.push(filingId);
      if (items.length === most) break;
    }
    return { query, count, items: items.sort() };
  } catch (error) {
    if (isTemporalAway(error)) return problem('temporarily-unavailable', { cause: error });
    throw error;
  }
}
