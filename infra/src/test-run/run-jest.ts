import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SpecProject } from './projects';

/** What came of the specs of one project. A file that could not run counts as one failure. */
export interface SpecOutcome {
  readonly project: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly seed: string;
  /** What Jest says of each failure; empty if there is none. */
  readonly messages: readonly string[];
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly message: string }[];
}

export interface JestRun {
  readonly project: SpecProject;
  readonly root: string;
  /** Where the report and the full output go. */
  readonly logDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** Further arguments to Jest, such as a name pattern. */
  readonly args: readonly string[];
  readonly withinMinutes: number;
}

/** Runs Jest for one project in a process of its own, in random order; one that does not end is killed and has failed. */
export async function runJest(run: JestRun): Promise<SpecOutcome> {
  mkdirSync(run.logDir, { recursive: true });
  const { name, part } = run.project;
  const title = part === undefined ? name : `${name} ${part}`;
  const label = title.replace('@beian/', '').replaceAll(/\W/g, '-');
  const reportFile = join(run.logDir, `${label}.json`);
  rmSync(reportFile, { force: true });
  const began = Date.now();
  const jest = join(run.root, 'node_modules', 'jest', 'bin', 'jest.js');
  // Takes every word that follows, so an option has to follow.
  const chosen = part === undefined ? [] : ['--selectProjects', part];
  const workers = run.project.pure ? '--maxWorkers=2' : '--runInBand';
  // prettier-ignore
  const args = [jest, ...chosen, '--ci', '--randomize', '--showSeed', '--passWithNoTests', '--json', `--outputFile=${reportFile}`, workers, ...run.args];
  // Into the file as it comes, so that somebody can watch a long run.
  const logFile = join(run.logDir, `${label}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, args, { cwd: run.project.folder, env: run.env, stdio: ['ignore', log, log] });
  closeSync(log);
  const timer = setTimeout(() => child.kill('SIGKILL'), run.withinMinutes * 60_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearTimeout(timer));
  const output = readFileSync(logFile, 'utf8');
  const seconds = (Date.now() - began) / 1000;
  const seed = /Seed:\s+(-?\d+)/.exec(output)?.[1] ?? 'unknown';
  const report = readReport(reportFile);
  if (report === undefined) {
    const why =
      code === null
        ? `was stopped after ${run.withinMinutes} minutes or by a signal`
        : `ended with ${code} and no report`;
    const tail = output.trim().split('\n').slice(-40).join('\n');
    return { project: title, passed: 0, failed: 1, skipped: 0, seconds, seed, messages: [`Jest ${why}\n${tail}`] };
  }
  return { project: title, seconds, seed, ...countReport(report, code) };
}

function countReport(
  report: JestReport,
  code: number | null,
): Pick<SpecOutcome, 'passed' | 'failed' | 'skipped' | 'messages'> {
  const messages = report.testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, message }) => `${name}\n${message}`);
  const counted = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // Jest may fail without a failed test, for example on an error after the last one.
  const failed = counted === 0 && code !== 0 ? 1 : counted;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests, messages };
}

function readReport(file: string): JestReport | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JestReport) : undefined;
}
