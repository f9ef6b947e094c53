import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ProblemCode } from '@beian/contracts';
import { PersonKeyGone } from '../crypto/person-vault';
import { isConflict, isDatabaseAway } from '../database/database-error';
import { Logger } from '../process/logger';
import type { HttpResponse } from './http-messages';
import { ProblemError } from './problem-error';
import { sendProblem } from './send-problem';

/** Statuses that Nest and Express answer by themselves, in our words. */
const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-found',
  413: 'body-too-large',
  415: 'media-type',
  429: 'too-many-requests',
  503: 'temporarily-unavailable',
};

/**
 * Every error that leaves a controller becomes a problem here: ours by the table, Nest's by their status, a database
 * that is away as 503, data that was erased as 404: there is nothing of it any more. Anything else is a bug: it is
 * logged with the request id, and the answer says nothing of it.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(Logger) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(host.switchToHttp().getResponse<HttpResponse>(), this.toProblem(error));
  }

  private toProblem(error: unknown): ProblemError {
    if (error instanceof ProblemError) return error;
    if (error instanceof PersonKeyGone) return new ProblemError('not-found');
    if (isDatabaseAway(error) || isConflict(error)) {
      this.logger.warn({ err: error }, 'the database could not do a request now');
      return new ProblemError('temporarily-unavailable');
    }
    const status = error instanceof HttpException ? error.getStatus() : 500;
    const known = byStatus[status];
    if (known !== undefined) return new ProblemError(known);
    if (status >= 400 && status < 500) return new ProblemError('invalid-request');
    this.logger.error({ err: error }, 'a request failed unexpectedly');
    return new ProblemError('internal-error');
  }
}
