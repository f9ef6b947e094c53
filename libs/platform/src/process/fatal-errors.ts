import type { Logger } from './logger';

/**
 * What a part reports when it can never work again (a worker whose run has failed). The process then ends, and whoever
 * supervises it starts it anew; a half-dead process would only hide the fault. Also the injection token.
 */
export class FatalErrors {
  constructor(private readonly end: (error: unknown) => void) {}

  report(error: unknown): void {
    this.end(error);
  }
}

/** Writes the error and ends the process with status 1. */
export function endProcess(logger: Logger): (error: unknown) => void {
  return (error) => {
    logger.fatal({ err: error }, 'a part of the process has failed for good; ending');
    process.exit(1);
  };
}
