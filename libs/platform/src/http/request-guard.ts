import { newId } from '../process/new-id';
import { withRequest } from '../process/request-context';
import type { HttpResponse, Middleware } from './http-messages';
import { ProblemError } from './problem-error';
import { sendProblem } from './send-problem';
import { isStorable } from './strict-json';

/** Headers of every answer, errors included (rel S15). Answers hold personal data more often than not: never stored. */
const securityHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * The first thing every request meets: security headers, a request id (the caller's if it looks like one, or a new one)
 * that its log lines and further calls carry, no TRACE, and no path or query that cannot be stored as text.
 */
export const requestGuard: Middleware = (request, response, next) => {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w.:-]{8,100}$/.test(given) ? given : newId();
  response.setHeader('x-request-id', requestId);
  withRequest({ requestId }, () => {
    const wrong = wrongTarget(request.method ?? '', request.originalUrl ?? request.url ?? '', response);
    if (wrong) sendProblem(response, wrong);
    else next();
  });
};

function wrongTarget(method: string, url: string, response: HttpResponse): ProblemError | undefined {
  if (method === 'TRACE' || method === 'TRACK') {
    response.setHeader('connection', 'close');
    return new ProblemError('not-found');
  }
  try {
    if (isStorable(decodeURIComponent(url))) return undefined;
  } catch {
    return new ProblemError('invalid-request', { detail: 'the address is not well encoded' });
  }
  return new ProblemError('invalid-request', { detail: 'the address holds a forbidden character' });
}
