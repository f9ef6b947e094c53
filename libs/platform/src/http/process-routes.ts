import type { Metrics } from '../process/metrics';
import type { Readiness } from '../process/readiness';
import type { HttpRequest, HttpResponse, Middleware } from './http-messages';
import { ProblemError } from './problem-error';
import { sendProblem } from './send-problem';

export interface ProcessRoutes {
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  /** Bearer for `/metrics`; without one only this machine may read them. */
  readonly metricsToken?: string;
}

/**
 * `/health/live`, `/health/ready` and `/metrics`, before Nest's routes, so that no guard of a service applies to them and
 * they are in no API document. Also measures every other request.
 */
export function processRoutes(parts: ProcessRoutes): Middleware {
  return (request, response, next) => {
    const path = (request.originalUrl ?? request.url ?? '').split('?')[0];
    if (path === '/health/live') answer(response, 200, { status: 'up' });
    else if (path === '/health/ready') void answerReadiness(parts.readiness, response);
    else if (path === '/metrics') void answerMetrics(parts, request, response);
    else {
      measure(parts.metrics, request, response);
      next();
    }
  };
}

async function answerReadiness(readiness: Readiness, response: HttpResponse): Promise<void> {
  const { ready, parts } = await readiness.ask();
  answer(response, ready ? 200 : 503, { status: ready ? 'up' : 'down', parts });
}

async function answerMetrics(
  { metrics, metricsToken }: ProcessRoutes,
  request: HttpRequest,
  response: HttpResponse,
): Promise<void> {
  const isAllowed =
    metricsToken === undefined ? isThisMachine(request) : request.headers.authorization === `Bearer ${metricsToken}`;
  if (!isAllowed) {
    sendProblem(response, new ProblemError('not-found'));
    return;
  }
  response.setHeader('content-type', metrics.registry.contentType);
  response.end(await metrics.text());
}

/** A proxy on this machine speaks for others and says so. */
function isThisMachine(request: HttpRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  return /^(::1|127\.|::ffff:127\.)/.test(address) && request.headers['x-forwarded-for'] === undefined;
}

function measure(metrics: Metrics, request: HttpRequest, response: HttpResponse): void {
  const stop = metrics.requestSeconds.startTimer();
  response.once('close', () => {
    const route = request.route?.path;
    stop({
      method: request.method ?? '',
      route: typeof route === 'string' ? route : 'unknown',
      status: response.writableFinished ? String(response.statusCode) : 'aborted',
    });
  });
}

function answer(response: HttpResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
