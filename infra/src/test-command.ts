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
import { inLanes } from './test-run/in-lanes';
import { specProjects, type SpecProject } from './test-run/projects';
import { runJest, type SpecOutcome } from './test-run/run-jest';
import { isGreen, lastLine, outcomeLine } from './test-run/summary';

/** Bounds specs that hang; the stories of `test/` need about twenty on two quiet cores. */
const minutesPerProject = 60;

/** Specs wait for servers and clocks as much as they compute, so two runs beside each other fill two cores. */
const usualLanes = 2;

interface TestPlan {
  readonly projects: readonly SpecProject[];
  readonly lint: boolean;
  readonly jestArgs: readonly string[];
  readonly lanes: number;
}

/**
 * `npm test`: build, lint, all specs, the stories; servers are started once and found through BEIAN_TEST_STACK. Ends with
 * one line, `N passed, N failed`, and the exit code to it. A build or lint that fails counts as one failure.
 */
export async function runTest(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { project: { type: 'string', multiple: true }, 'no-lint': { type: 'boolean' }, lanes: { type: 'string' } },
  });
  const all = specProjects(rootFolder);
  const named = values.project?.map((name) => `@beian/${name.replace('@beian/', '')}`);
  const projects = named === undefined ? all : all.filter(({ name }) => named.includes(name));
  if (projects.length === 0) throw new Remedy(`No such project; there are ${all.map(({ name }) => name).join(', ')}.`);
  const lint = values['no-lint'] !== true && named === undefined;
  return runPlan({ projects, lint, jestArgs: positionals, lanes: lanesOf(values.lanes) });
}

/** `npm run story`: only the stories across processes. */
export async function runStories(args: readonly string[]): Promise<number> {
  const projects = specProjects(rootFolder).filter(({ name }) => name === '@beian/test');
  return runPlan({ projects, lint: false, jestArgs: args, lanes: usualLanes });
}

function lanesOf(given: string | undefined): number {
  const lanes = Number(given ?? usualLanes);
  if (!Number.isInteger(lanes) || lanes < 1) throw new Remedy(`--lanes ${given}: expected a whole number from 1.`);
  return lanes;
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
    if (needsServers(plan)) servers = await startForSpecs(dataDir, progress);
    let linted = true;
    const lint = async (): Promise<readonly SpecOutcome[]> => {
      linted = await nxStep('lint', progress, ['--exclude-task-dependencies', '--parallel=1']);
      return [];
    };
    const jobsOf = (projects: readonly SpecProject[]) =>
      projects.map((project) => async () => [await runSpecs(project, plan, dataDir)]);
    // The stories take half of the time, so they begin first where something else can begin beside them.
    const isFirst = ({ part }: SpecProject): boolean => plan.lanes > 1 && part === 'stories';
    const first = jobsOf(plan.projects.filter(isFirst));
    const others = jobsOf(plan.projects.filter((project) => !isFirst(project)));
    const outcomes = await inLanes([...first, ...(plan.lint ? [lint] : []), ...others], plan.lanes);
    return finish(outcomes.flat(), linted ? 0 : 1);
  } catch (error) {
    console.error(error instanceof Remedy ? error.message : error);
    return finish([], 1);
  } finally {
    await servers?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const needsServers = (plan: TestPlan): boolean => plan.projects.some(({ pure }) => !pure);

async function nxStep(target: 'build' | 'lint', progress: Progress, args: readonly string[] = []): Promise<boolean> {
  const done = progress.begin(target, 'all projects', 60);
  const code = await runNx(['run-many', '-t', target, '--output-style=static', ...args], true);
  done(code === 0 ? 'passed' : 'FAILED');
  return code === 0;
}

const stackFile = (dataDir: string): string => join(dataDir, 'test-stack.json');

async function startForSpecs(dataDir: string, progress: Progress): Promise<RunningServers> {
  const servers = await startServers({ dataDir, ports: 'any', temporal: { namespaces: specNamespaces }, progress });
  for (const server of servers.running) {
    server.onUnexpectedExit((exit) =>
      progress.note(`${server.part} ended (${exit.code ?? exit.signal}), see ${server.logFile}`),
    );
  }
  writeTestStack(stackFile(dataDir), servers.addresses);
  return servers;
}

async function runSpecs(project: SpecProject, plan: TestPlan, dataDir: string): Promise<SpecOutcome> {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: '0' };
  const own = { CI: 'true', NODE_ENV: 'test', BEIAN_TEST_STACK: stackFile(dataDir), BEIAN_BUILT: '1' };
  const outcome = await runJest({
    project,
    root: rootFolder,
    logDir: join(rootFolder, '.beian', 'test-logs'),
    env: { ...process.env, ...own, ...colour },
    args: plan.jestArgs,
    withinMinutes: minutesPerProject,
  });
  console.log(outcomeLine(outcome));
  for (const message of outcome.messages) console.log(message);
  return outcome;
}
