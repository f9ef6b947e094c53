import { Runtime, type LogLevel } from '@temporalio/worker';
import type { Logger } from '../process/logger';

/** Temporal's native runtime exists once per process, however many services run in it: the first one sets it up. */
let installed = false;

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Sets up the runtime before the first worker: our logger, and no signal handlers, for Nest owns the signals. */
export function installTemporalRuntime(logger: Logger): void {
  if (installed) return;
  installed = true;
  const write = (level: LogLevel, message: string, meta?: Record<string | symbol, unknown>) => {
    logger[levels[level]]({ ...meta }, message);
  };
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: write,
      trace: (message, meta) => write('TRACE', message, meta),
      debug: (message, meta) => write('DEBUG', message, meta),
      info: (message, meta) => write('INFO', message, meta),
      warn: (message, meta) => write('WARN', message, meta),
      error: (message, meta) => write('ERROR', message, meta),
    },
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  });
}
