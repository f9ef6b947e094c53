import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, type RunningStack } from './launch';
import { runNx } from './nx';
import { superviseProcesses } from './run/supervise';
import { Remedy } from './servers/parts';
import { createProgress, type Progress } from './servers/progress';
import { dataFolder, type Stack } from './stack';
import { untilStopped } from './until-stopped';
import { watchSources } from './watch-sources';

/** `npm start`: gets and starts everything, says when it is ready, stops it on Ctrl-C. */
export async function runStart(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      split: { type: 'boolean' },
      fresh: { type: 'boolean' },
      watch: { type: 'boolean' },
      'no-build': { type: 'boolean' },
      data: { type: 'string' },
      ports: { type: 'string' },
    },
  });
  const began = Date.now();
  const progress = createProgress(process.stdout);
  const failed = new AbortController();
  const stopped = untilStopped(process, failed.signal);
  const starting = launch({
    dataDir: resolve(values.data ?? dataFolder()),
    split: values.split ?? false,
    fresh: values.fresh ?? false,
    ports: values.ports === 'any' ? 'any' : 'usual',
    progress,
    ...(values['no-build'] === true ? {} : { alongside: () => buildAll(progress) }),
  });
  starting.catch(() => failed.abort()); // what did not start must not hold the terminal
  const running = await Promise.race([starting, stopped.then(() => undefined)]);
  if (running === undefined) {
    progress.note('stopping before everything was up');
    await starting.then(
      (late) => late.close(),
      () => undefined,
    );
    return 130;
  }
  progress.note(welcome(running.stack, Math.round((Date.now() - began) / 1000)));
  const unwatch = values.watch === true ? watchSources(() => rebuild(running, progress)) : () => undefined;
  superviseProcesses(running, (line) => progress.note(line));
  await stopped;
  unwatch();
  progress.note('stopping; Ctrl-C once more ends it at once');
  await running.close();
  return 0;
}

export async function buildAll(progress: Progress): Promise<void> {
  const done = progress.begin('build', 'TypeScript of all projects', 60);
  const code = await runNx(['run-many', '-t', 'build', '--output-style=static'], true);
  done(code === 0 ? 'built' : 'failed');
  if (code !== 0) throw new Remedy('The build failed; the lines above say where.');
}

async function rebuild(running: RunningStack, progress: Progress): Promise<void> {
  try {
    await buildAll(progress);
    await Promise.all(running.processes.map((one) => one.restart()));
    progress.note('restarted with the new code');
  } catch (error) {
    // A mistake while typing must not end the session: the old code goes on until the next save.
    progress.note((error as Error).message);
  }
}

function welcome(stack: Stack, seconds: number): string {
  const { addresses, urls } = stack;
  const rows = [
    ['API', `${urls['gateway']}/docs`],
    ['Temporal UI', `${addresses.temporal.ui}/namespaces/${addresses.temporal.namespace}/workflows`],
    ['World outside', urls['sandbox'] ?? ''],
    ['MinIO console', `${addresses.s3.console}  (${addresses.s3.accessKey} / ${addresses.s3.secretKey})`],
    ['Postgres', addresses.postgres.adminUrl.replace(/\/postgres$/, '/beian')],
    ['Kafka', addresses.kafka.brokers.join(', ')],
    ['Temporal', `${addresses.temporal.address}, namespace ${addresses.temporal.namespace}`],
    ['Logs', stack.logDir],
  ];
  return [
    '',
    `ready in ${seconds} s`,
    '',
    ...rows.map(([name, where]) => `  ${name?.padEnd(14)} ${where}`),
    '',
    'Ctrl-C stops everything.',
  ].join('\n');
}
