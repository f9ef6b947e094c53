import { parseArgs } from 'node:util';
import { examine, isReady, report } from './doctor/check';
import { machineChecks } from './doctor/machine-checks';
import { stackChecks } from './doctor/stack-checks';
import { ourProcesses } from './processes';
import { dataFolder, readStack } from './stack';

/** `npm run doctor`: which part is ready, which is not, why, and what to do. Exit code 1 if something is missing. */
export async function runDoctor(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } });
  const dataDir = values.data ?? dataFolder();
  const machine = await examine(machineChecks());
  console.log(`This machine\n${report(machine)}\n`);
  const stack = readStack(dataDir);
  if (stack === undefined) {
    console.log(`The stack\n  NO  nothing runs on ${dataDir}\n      → npm start`);
    return 1;
  }
  const running = await examine(stackChecks(stack, ourProcesses));
  console.log(`The stack on ${dataDir}\n${report(running)}`);
  const ready = isReady([...machine, ...running]);
  console.log(ready ? '\nready' : '\nnot ready');
  return ready ? 0 : 1;
}
