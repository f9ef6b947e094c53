import { parseArgs } from 'node:util';
import { examine, isReady, report } from './doctor/check';
import { composeChecks, composeOf } from './doctor/compose-checks';
import { machineChecks } from './doctor/machine-checks';
import { stackChecks } from './doctor/stack-checks';
import { ourProcesses } from './processes';
import { dataFolder, readStack } from './stack';

/** `npm run doctor`: which part is ready, which is not, why, and what to do. Exit code 1 if something is missing. */
export async function runDoctor(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, compose: { type: 'boolean' } },
  });
  return values.compose === true ? examineCompose(env) : examineStack(values.data ?? dataFolder(env), env);
}

async function examineStack(dataDir: string, env: NodeJS.ProcessEnv): Promise<number> {
  const machine = await examine(machineChecks(dataDir, env));
  console.log(`This machine\n${report(machine)}\n`);
  const stack = readStack(dataDir);
  if (stack === undefined) {
    console.log(
      `The stack\n  NO  nothing runs on ${dataDir}\n      → npm start (or, for containers: npm run doctor -- --compose)`,
    );
    return 1;
  }
  const running = await examine(stackChecks(stack, ourProcesses));
  console.log(`The stack on ${dataDir}\n${report(running)}`);
  return verdict(isReady([...machine, ...running]));
}

/** Containers need none of this machine's programs but Docker. */
async function examineCompose(env: NodeJS.ProcessEnv): Promise<number> {
  const checks = await composeChecks(composeOf(env), ourProcesses).catch((error: Error) => error);
  if (checks instanceof Error) {
    console.log(
      `Compose\n  NO  ${checks.message}\n      → start Docker, and \`docker compose up -d\` in the root of the clone; \`npx nx run-many -t build\` once`,
    );
    return 1;
  }
  const running = await examine(checks);
  console.log(`Compose\n${report(running)}`);
  return verdict(isReady(running));
}

function verdict(ready: boolean): number {
  console.log(ready ? '\nready' : '\nnot ready');
  return ready ? 0 : 1;
}
