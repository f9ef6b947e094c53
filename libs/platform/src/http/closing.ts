import type { Readiness } from '../process/readiness';
import type { Middleware } from './http-messages';
import { ProblemError } from './problem-error';
import { sendProblem } from './send-problem';

/** Refuses requests that arrive while the service closes; those that came before are answered (F-G2). */
export function refuseWhenClosing(readiness: Readiness): Middleware {
  return (_request, response, next) => {
    if (!readiness.isClosing) {
      next();
      return;
    }
    response.setHeader('connection', 'close');
    sendProblem(response, new ProblemError('temporarily-unavailable'));
  };
}
