import { runAsProcess, type Environment, type Running } from '@beian/platform';
import { ourProcesses } from '../processes';
import { imageEnvironment } from './image-environment';
import { jobs } from './jobs';

/** The guard of the operators' Temporal UI is no part of the default run, where the development server brings its UI. */
const processes = [...ourProcesses, { name: 'guard', package: '@beian/guard' }];

/** Entry of the image: runs the process or the job that the container's command names. */
async function main(name: string | undefined): Promise<void> {
  const env = imageEnvironment(name ?? '', process.env);
  const job = name === undefined ? undefined : jobs[name];
  if (job !== undefined) {
    console.log(`${name}: ${await job(env)}`);
    return;
  }
  const found = processes.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`Say what to run: ${[...processes.map((one) => one.name), ...Object.keys(jobs)].join(', ')}.`);
  }
  const { boot } = require(found.package) as { boot: (env: Environment) => Promise<Running> };
  await runAsProcess(boot, env);
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
