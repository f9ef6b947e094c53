import type { Context } from '@temporalio/activity';
import { CancelledFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Logger } from '../process/logger';
import { traceparentIn } from '../tracing/temporal-headers';
import type { Step, Tracing } from '../tracing/tracing';
import { withRequest } from '../process/request-context';
import { toActivityFailure } from './activity-failures';

/** How often a running activity says that its process lives; a third of what a caller should wait for it. */
const beatEveryMs = 2_500;

/**
 * Around every activity: a span of the trace of the message that led to it; a heartbeat, so that a killed process is noticed long before its attempt would time out; a
 * request id (workflow id and activity id) that its log lines and its HTTP calls carry; and the mapping of its error. A failed attempt is logged here once, with the error's kind and stack.
 */
export function activityBoundary(logger: Logger, tracing: Tracing): ActivityInterceptorsFactory {
  return (context: Context) => ({
    inbound: {
      execute: (input, next) => {
        const { workflowExecution, activityId, activityType, attempt } = context.info;
        const requestId = `${workflowExecution?.workflowId ?? 'activity'}.${activityId}`;
        const workflowId = workflowExecution?.workflowId ?? '';
        const step: Step = {
          name: `activity ${activityType}`,
          kind: 'INTERNAL',
          parent: traceparentIn(input.headers),
          // The workflow lives for weeks: it is named, not a span above this one.
          attributes: {
            'temporal.workflow.id': workflowId,
            'temporal.run.id': workflowExecution?.runId ?? '',
            'temporal.activity.attempt': attempt,
          },
        };
        const work = async () => {
          const beating = setInterval(() => context.heartbeat(), beatEveryMs);
          beating.unref();
          try {
            return await next(input);
          } catch (error) {
            if (!(error instanceof CancelledFailure)) {
              logger.warn({ err: error, activity: activityType, attempt }, 'an attempt of an activity failed');
            }
            throw toActivityFailure(error);
          } finally {
            clearInterval(beating);
          }
        };
        return withRequest({ requestId, workflowId }, () => tracing.step(step, work));
      },
    },
  });
}
