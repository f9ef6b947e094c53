import type { Context } from '@temporalio/activity';
import { CancelledFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Logger } from '../process/logger';
import { withRequest } from '../process/request-context';
import { toActivityFailure } from './activity-failures';

/**
 * Around every activity: a request id (workflow id and activity id) that its log lines and its HTTP calls carry, and
 * the mapping of its error. A failed attempt is logged here once, with the error's kind and stack.
 */
export function activityBoundary(logger: Logger): ActivityInterceptorsFactory {
  return (context: Context) => ({
    inbound: {
      execute: (input, next) => {
        const { workflowExecution, activityId, activityType, attempt } = context.info;
        const requestId = `${workflowExecution?.workflowId ?? 'activity'}.${activityId}`;
        return withRequest({ requestId }, async () => {
          try {
            return await next(input);
          } catch (error) {
            if (!(error instanceof CancelledFailure)) {
              logger.warn({ err: error, activity: activityType, attempt }, 'an attempt of an activity failed');
            }
            throw toActivityFailure(error);
          }
        });
      },
    },
  });
}
