import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { developmentEnvironmentFor } from '@beian/platform';
import { join, resolve } from 'node:path';
import { calendarFileIn } from './environment';
import { Remedy } from './servers/parts';
import { dataFolder, readStack, rootFolder } from './stack';

const program = join(rootFolder, 'workflows', 'worker', 'dist', 'operations', 'main.js');

type OperatorTopic = 'calendar' | 'rules' | 'reconcile' | 'retention' | 'dossiers';

/**
 * `npm run calendar`, `npm run rules` and what `npm run operate` has the worker's own program do, against the stack that runs on
 * a data folder. Elsewhere it is called itself, with the environment of a worker.
 */
export async function runOperator(topic: OperatorTopic, args: readonly string[]): Promise<number> {
  const { tokens } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const data = tokens.find((token) => token.kind === 'option' && token.name === 'data');
  const dataDir = resolve(data?.kind === 'option' ? (data.value ?? '') : dataFolder());
  const stack = readStack(dataDir);
  if (stack === undefined) throw new Remedy(`Nothing runs on ${dataDir}: start it with \`npm start\`.`);

  const own = args.filter((_, i) => data?.kind !== 'option' || !isOf(data, i));
  const env = {
    ...developmentEnvironmentFor('worker'),
    CALENDAR_FILE: calendarFileIn(dataDir),
    ...process.env,
    TEMPORAL_ADDRESS: stack.addresses.temporal.address,
    TEMPORAL_NAMESPACE: stack.addresses.temporal.namespace,
  };
  const ended = spawnSync(process.execPath, [program, topic, ...own], { stdio: 'inherit', env });
  if (ended.error !== undefined) throw ended.error;
  return ended.status ?? 1;
}

/** Whether an argument belongs to an option: the option itself, or its value if that stands by itself. */
const isOf = (option: { readonly index: number; readonly inlineValue?: boolean | undefined }, i: number): boolean =>
  i === option.index || (option.inlineValue === false && i === option.index + 1);
