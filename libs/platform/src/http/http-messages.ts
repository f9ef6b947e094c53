import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as our middleware sees it: Node's, and what Express and we put on it. */
export interface HttpRequest extends IncomingMessage {
  readonly originalUrl?: string;
  readonly path?: string;
  readonly route?: { readonly path?: unknown };
  body?: unknown;
  /** The body's bytes as they came, for signatures. */
  rawBody?: Buffer;
}

export type HttpResponse = ServerResponse;
export type Next = (error?: unknown) => void;
export type Middleware = (request: HttpRequest, response: HttpResponse, next: Next) => void;
