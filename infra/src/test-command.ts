import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNx } from './nx';
import { obtainPrograms } from './servers/obtain';
import { parts, Remedy } from './servers/parts';
import { createProgress, type Progress } from './servers/progress';
import { startServers, type RunningServers } from './servers/start-servers';
import { specNamespaces, writeTestStack } from './servers-command';
import { rootFolder } from './stack';
import { specProjects, type SpecProject } from './test-run/projects';
import { runJest, type SpecOutcome } from './test-run/run-jest';
import { isGreen, lastLine, outcomeLine } from './test-run/summary';

/** Bounds a project whose specs hang; the stories and the kills of `test/` need about thirty on two quiet cores. */
const minutesPerProject = 60;

interface TestPlan {
  readonly projects: readonly SpecProject[];
  readonly lint: boolean;
  readonly jestArgs: readonly string[];
}

/**
 * `npm test`: build, lint, all specs, the stories; servers are started once and found through BEIAN_TEST_STACK. Ends with
 * one line, `N passed, N failed`, and the exit code to it. A build or lint that fails counts as one failure.
 */
export async function runTest(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { project: { type: 'string', multiple: true }, 'no-lint': { type: 'boolean' } },
  });
  const all = specProjects(rootFolder);
  const named = values.project?.map((name) => `@beian/${name.replace('@beian/', '')}`);
  const projects = named === undefined ? all : all.filter(({ name }) => named.includes(name));
  if (projects.length === 0) throw new Remedy(`No such project; there are ${all.map(({ name }) => name).join(', ')}.`);
  return runPlan({ projects, lint: values['no-lint'] !== true && named === undefined, jestArgs: positionals });
}

/** `npm run story`: only the stories across processes. */
export async function runStories(args: readonly string[]): Promise<number> {
  return runPlan({ projects: specProjects(rootFolder).filter(({ name }) => name === '@beian/test'), lint: false, jestArgs: args });
}

async function runPlan(plan: TestPlan): Promise<number> {
  const progress = createProgress(process.stdout);
  const finish = (outcomes: readonly SpecOutcome[], others: number): number => {
    console.log(lastLine(outcomes, others));
    return isGreen(outcomes, others) ? 0 : 1;
  };
  let servers: RunningServers | undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-test-'));
  try {
    // What is missing on the machine is told before minutes are spent on the build.
    const obtaining = needsServers(plan) ? obtainPrograms(parts, progress) : Promise.resolve(undefined);
    const [built] = await Promise.all([nxStep('build', progress), obtaining]);
    if (!built) return finish([], 1);
    const linted = !plan.lint || (await nxStep('lint', progress));
    if (needsServers(plan)) servers = await startForSpecs(dataDir, progress);
    const outcomes = await runAll(plan, dataDir);
    return finish(outcomes, linted ? 0 : 1);
  } catch (error) {
    console.error(error instanceof Remedy ? error.message : error);
    return finish([], 1);
  } finally {
    await servers?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const needsServers = (plan: TestPlan): boolean => plan.projects.some(({ pure }) => !pure);

async function nxStep(target: 'build' | 'lint', progress: Progress): Promise<boolean> {
  const done = progress.begin(target, 'all projects', 60);
  const code = await runNx(['run-many', '-t', target, '--output-style=static'], true);
  done(code === 0 ? 'passed' : 'FAILED');
  return code === 0;
}

const stackFile = (dataDir: string): string => join(dataDir, 'test-stack.json');

async function startForSpecs(dataDir: string, progress: Progress): Promise<RunningServers> {
  const servers = await startServers({ dataDir, ports: 'any', temporal: { namespaces: specNamespaces }, progress });
  for (const server of servers.running) {
    server.onUnexpectedExit((exit) => progress.note(`${server.part} ended (${exit.code ?? exit.signal}), see ${server.logFile}`));
  }
  writeTestStack(stackFile(dataDir), servers.addresses);
  return servers;
}

async function runAll(plan: TestPlan, dataDir: string): Promise<readonly SpecOutcome[]> {
  const outcomes: SpecOutcome[] = [];
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: '0' };
  const env = { ...process.env, CI: 'true', NODE_ENV: 'test', ...colour, BEIAN_TEST_STACK: stackFile(dataDir) };
  const logDir = join(rootFolder, '.beian', 'test-logs');
  for (const project of plan.projects) {
    const outcome = await runJest({ project, root: rootFolder, logDir, env, args: plan.jestArgs, withinMinutes: minutesPerProject });
    outcomes.push(outcome);
    console.log(outcomeLine(outcome));
    for (const message of outcome.messages) console.log(message);
  }
  return outcomes;
}
