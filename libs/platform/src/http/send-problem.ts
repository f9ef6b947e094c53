import { problemBody, problemMediaType } from './problem-body';
import type { HttpResponse } from './http-messages';
import type { ProblemError } from './problem-error';

/** Seconds after which it is worth trying again, for problems that time heals. */
const retryAfterSeconds: Readonly<Partial<Record<ProblemError['code'], number>>> = {
  'too-many-requests': 60,
  'temporarily-unavailable': 5,
  'in-progress': 1,
};

/** Answers a problem, the only way in which this happens. Does nothing to an answer that has already begun but end it. */
export function sendProblem(response: HttpResponse, error: ProblemError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = problemBody(error);
  response.statusCode = body.status;
  response.setHeader('content-type', problemMediaType);
  const wait = retryAfterSeconds[error.code];
  // Who refused may know it better, as the rate limit does: his word stays.
  if (wait !== undefined && !response.hasHeader('retry-after')) response.setHeader('retry-after', String(wait));
  if (error.code === 'unauthenticated') response.setHeader('www-authenticate', 'Bearer');
  response.end(JSON.stringify(body));
}
