import { AsyncLocalStorage } from 'node:async_hooks';
import type { SpanContext } from '@opentelemetry/api';
import { toTraceparent } from '../tracing/traceparent';

/** What one request, activity or event carries along, for logs and for calls it makes. Never an identity. */
export interface RequestContext {
  readonly requestId: string;
  /** The workflow whose activity runs. */
  readonly workflowId?: string;
  /** The step of a trace that runs; absent where nothing is traced. */
  readonly span?: SpanContext;
}

// The only state of this module is the storage itself; what it holds belongs to one asynchronous call tree, so several
// services in one process do not see each other's.
const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` so that every log line and call below it carries this request id. */
export function withRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** What is being served, if anything is. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** The id of the request that is being served, if one is. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

/** The header `traceparent` for what is called or told now, if it belongs to a trace. */
export function currentTraceparent(): string | undefined {
  const span = storage.getStore()?.span;
  return span === undefined ? undefined : toTraceparent(span);
}
