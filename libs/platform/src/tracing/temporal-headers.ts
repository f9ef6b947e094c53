import type { Payload } from '@temporalio/common';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { currentTraceparent } from '../process/request-context';

/** The header under which a trace travels through Temporal; `@beian/filing` hands it on from messages to activities. */
export const traceHeader = 'traceparent';

type Headers = Record<string, Payload>;
const encoding = Buffer.from('json/plain');

/** Headers with the current trace, or as they are where it is not kept: then histories do not grow. */
function traced(headers: Headers): Headers {
  const traceparent = currentTraceparent();
  if (traceparent?.endsWith('-01') !== true) return headers;
  return { ...headers, [traceHeader]: { metadata: { encoding }, data: Buffer.from(JSON.stringify(traceparent)) } };
}

/** What a header says, or undefined if it says nothing. */
export function traceparentIn(headers: Headers): string | undefined {
  const data = headers[traceHeader]?.data;
  if (data === undefined || data === null) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined; // a trace that cannot be read is no trace; the activity runs all the same
  }
}

/** Every start, signal and update that a client sends carries the trace of the request that it is sent in. */
export const traceMessages: WorkflowClientInterceptor = {
  startWithDetails: (input, next) => next({ ...input, headers: traced(input.headers) }),
  signal: (input, next) => next({ ...input, headers: traced(input.headers) }),
  signalWithStart: (input, next) => next({ ...input, headers: traced(input.headers) }),
  startUpdate: (input, next) => next({ ...input, headers: traced(input.headers) }),
  startUpdateWithStart: (input, next) =>
    next({
      ...input,
      workflowStartHeaders: traced(input.workflowStartHeaders),
      updateHeaders: traced(input.updateHeaders),
    }),
};
