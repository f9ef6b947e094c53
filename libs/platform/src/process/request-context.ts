import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request, activity or event carries along, for logs and for calls it makes. Never an identity. */
export interface RequestContext {
  readonly requestId: string;
}

// The only state of this module is the storage itself; what it holds belongs to one asynchronous call tree, so several
// services in one process do not see each other's.
const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` so that every log line and call below it carries this request id. */
export function withRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The id of the request that is being served, if one is. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}
