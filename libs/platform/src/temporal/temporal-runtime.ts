import { createServer, type AddressInfo } from 'node:net';
import { Runtime, type LogLevel } from '@temporalio/worker';
import type { Logger } from '../process/logger';
import type { Metrics } from '../process/metrics';

/** Temporal's native runtime exists once per process, however many services run in it: the first one sets it up. */
let installed: Promise<void> | undefined;

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/**
 * Sets up the runtime before the first worker: our logger, no signal handlers (Nest owns the signals), and the metrics of
 * Temporal's core, which it serves on a port of its own on this machine; `/metrics` of the service passes them on.
 */
export function installTemporalRuntime(logger: Logger, metrics?: Metrics): Promise<void> {
  installed ??= install(logger, metrics);
  return installed;
}

async function install(logger: Logger, metrics: Metrics | undefined): Promise<void> {
  const write = (level: LogLevel, message: string, meta?: Record<string | symbol, unknown>) => {
    logger[levels[level]]({ ...meta }, message);
  };
  const bindAddress = metrics === undefined ? undefined : `127.0.0.1:${await freePort()}`;
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
    telemetryOptions: {
      logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
      ...(bindAddress === undefined ? {} : { metrics: { prometheus: { bindAddress, useSecondsForDurations: true } } }),
    },
  });
  if (bindAddress === undefined) return;
  metrics?.addSource(async () => {
    const answer = await fetch(`http://${bindAddress}/metrics`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok ? answer.text() : '';
  });
}

/** The core takes an address and does not tell which port it got for 0. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
