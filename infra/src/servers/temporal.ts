import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { searchAttributes } from '@beian/contracts';
import { Connection } from '@temporalio/client';
import { plainEnvironment, type ServerSetup, type SetupInput } from './server';

export interface TemporalOptions {
  /** The first is the one our processes use; the others are for specs that want one for themselves. */
  readonly namespaces: readonly [string, ...string[]];
  /** Codec server that the UI asks in the reader's browser, so that payloads can be read there. */
  readonly codecEndpoint?: string | undefined;
}

/** Temporal's development server: one process, one SQLite file, with the UI and with time skipping switched on. */
export function setUpTemporal(input: SetupInput, options: TemporalOptions): ServerSetup {
  const folder = join(input.dataDir, 'temporal');
  const address = `127.0.0.1:${input.ports.main}`;
  const [namespace] = options.namespaces;
  return {
    part: 'temporal',
    readyWithinSeconds: 60,
    addresses: { temporal: { address, namespace, ui: `http://127.0.0.1:${input.ports.second}` } },
    prepare: async () => void (await mkdir(folder, { recursive: true })),
    order: () => ({
      name: 'temporal',
      logFile: join(input.dataDir, 'logs', 'temporal.log'),
      command: input.path,
      args: temporalArguments(input, options),
      env: plainEnvironment(process.env, ['TEMPORAL_']),
      cwd: folder,
      stopSignal: 'SIGTERM',
      graceMs: 8_000,
    }),
    probe: async () => {
      const connection = await Connection.connect({ address, connectTimeout: 2_000 });
      try {
        await connection.workflowService.describeNamespace({ namespace });
        // The namespace answers before its search attributes do; a workflow started in between would be refused.
        const known = await connection.operatorService.listSearchAttributes({ namespace });
        const missing = Object.keys(searchAttributes).filter((name) => !(name in (known.customAttributes ?? {})));
        if (missing.length > 0) throw new Error(`search attributes not there yet: ${missing.join(', ')}`);
      } finally {
        await connection.close();
      }
    },
  };
}

function temporalArguments(input: SetupInput, options: TemporalOptions): string[] {
  return [
    ...[
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--port',
      String(input.ports.main),
      '--ui-port',
      String(input.ports.second),
    ],
    // By its name within the folder it starts in: the server writes the name down, and a data folder may be moved.
    ...['--db-filename', 'temporal.sqlite', '--log-level', 'warn', '--ui-disable-news-fetch'],
    ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
    ...options.namespaces.flatMap((namespace) => ['--namespace', namespace]),
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    ...(options.codecEndpoint === undefined ? [] : ['--ui-codec-endpoint', options.codecEndpoint]),
  ];
}
