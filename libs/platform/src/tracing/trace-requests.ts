import { SpanStatusCode } from '@opentelemetry/api';
import type { Middleware } from '../http/http-messages';
import { currentRequest, withRequest } from '../process/request-context';
import type { Tracing } from './tracing';

/**
 * A span around every request, which goes on where the caller's `traceparent` left off. It is named by the route, never by
 * the path, which holds ids.
 */
export function traceRequests(tracing: Tracing): Middleware {
  return (request, response, next) => {
    const { method = '' } = request;
    const parent = request.headers['traceparent'];
    const attributes = { 'http.request.method': method };
    const header = typeof parent === 'string' ? parent : undefined;
    const span = tracing.begin({ name: method, kind: 'SERVER', parent: header, attributes });
    const context = currentRequest();
    if (span === undefined || context === undefined) return next();
    response.once('close', () => {
      const route: unknown = request.route?.path;
      if (typeof route === 'string') span.updateName(`${method} ${route}`).setAttribute('http.route', route);
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    return withRequest({ ...context, span: span.spanContext() }, next);
  };
}
