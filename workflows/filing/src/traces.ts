import type { Payload, WorkflowInterceptors } from '@temporalio/workflow';

/** The header under which a trace comes with a message and goes on with an activity. */
const traceHeader = 'traceparent';

type Headers = Readonly<Record<string, Payload>>;

/**
 * Hands the trace of the last message on to the activities that follow from it, until a timer fires: what the clock does
 * belongs to nobody's request. The filing itself, which lives for weeks, is no span; its id stands in the spans of its
 * activities. Without traces no header comes and none is written, so histories stay as they are; a header decides
 * nothing and is never compared at a replay.
 */
export function interceptors(): WorkflowInterceptors {
  let heard: Payload | undefined;
  const hear = ({ headers }: { readonly headers: Headers }): void => {
    heard = headers[traceHeader];
  };
  return {
    inbound: [
      {
        execute: (input, next) => {
          hear(input);
          return next(input);
        },
        handleSignal: (input, next) => {
          hear(input);
          return next(input);
        },
        handleUpdate: (input, next) => {
          hear(input);
          return next(input);
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) =>
          next(heard === undefined ? input : { ...input, headers: { ...input.headers, [traceHeader]: heard } }),
        startTimer: (input, next) => {
          const fired = next(input);
          // Beside the way of the timer itself, so that it takes no turn more than without traces.
          fired.then(
            () => {
              heard = undefined;
            },
            () => undefined, // cancelled: nothing has fired
          );
          return fired;
        },
      },
    ],
  };
}
