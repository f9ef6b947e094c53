import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Says what fails, and not that a history is replayed. */
export const quiet = new DefaultLogger('ERROR');

/** Once per process, before any replay: replays that fail are told by the gate, with their file, and not by Temporal's core. */
export function installQuietRuntime(): void {
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger: quiet, telemetryOptions: { logging: { filter, forward: {} } } });
}
