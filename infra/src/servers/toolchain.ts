import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Remedy } from './parts';

const run = promisify(execFile);

/** Programs that must be on the machine; everything else we get ourselves. */
export const tools = ['node', 'go', 'java', 'maven'] as const;
export type Tool = (typeof tools)[number];

interface ToolNeed {
  readonly title: string;
  readonly command: (env: NodeJS.ProcessEnv) => string;
  readonly args: readonly string[];
  readonly version: RegExp;
  readonly atLeast: readonly [number, number];
  readonly remedy: string;
}

/** The Java that JAVA_HOME names, else the one on PATH. */
export const javaProgram = (env: NodeJS.ProcessEnv): string =>
  env['JAVA_HOME'] ? join(env['JAVA_HOME'], 'bin', 'java') : 'java';

export const toolNeeds: Readonly<Record<Tool, ToolNeed>> = {
  node: {
    title: 'Node.js 20.19 or newer',
    command: () => process.execPath,
    args: ['--version'],
    version: /v(\d+)\.(\d+)/,
    atLeast: [20, 19],
    remedy: 'install it from https://nodejs.org or with `nvm install` in this folder',
  },
  go: {
    title: 'Go 1.26 or newer (builds the Temporal CLI and MinIO)',
    command: () => 'go',
    args: ['version'],
    version: /go(\d+)\.(\d+)/,
    atLeast: [1, 26],
    remedy: 'install it from https://go.dev/dl, or name own binaries by BEIAN_TEMPORAL_BIN and BEIAN_MINIO_BIN',
  },
  java: {
    title: 'Java 17 or newer (runs Kafka)',
    command: javaProgram,
    args: ['-version'],
    version: /version "(\d+)(?:\.(\d+))?/,
    atLeast: [17, 0],
    remedy:
      'install a JRE, on Debian and Ubuntu `apt-get install openjdk-17-jre-headless`, on macOS `brew install openjdk@17`',
  },
  maven: {
    title: 'Maven 3 (fetches the Kafka broker)',
    command: () => (process.platform === 'win32' ? 'mvn.cmd' : 'mvn'),
    args: ['--version'],
    version: /Apache Maven (\d+)\.(\d+)/,
    atLeast: [3, 0],
    remedy:
      'install it, on Debian and Ubuntu `apt-get install maven`, or name the libs folder of a Kafka 4.4 by BEIAN_KAFKA_LIBS',
  },
};

/** What is wrong with a tool: one line with the remedy, or `undefined` when it is fit. */
export async function toolProblem(tool: Tool, env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const need = toolNeeds[tool];
  const output = await run(need.command(env), [...need.args], { env }).then(
    (done) => done.stdout + done.stderr,
    () => undefined,
  );
  if (output === undefined) return `${need.title} is missing: ${need.remedy}.`;
  const found = need.version.exec(output);
  const [major, minor] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
  const [wantMajor, wantMinor] = need.atLeast;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return undefined;
  return `${need.title} is needed, found ${found === null ? 'an unknown version' : `${major}.${minor}`}: ${need.remedy}.`;
}

/** Refuses, before anything is built, with every missing tool in one message. */
export async function requireTools(needed: Iterable<Tool>, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const problems = await Promise.all([...new Set(needed)].map((tool) => toolProblem(tool, env)));
  const lines = problems.filter((line) => line !== undefined);
  if (lines.length > 0)
    throw new Remedy(['Something is missing on this machine:', ...lines.map((line) => `  - ${line}`)].join('\n'));
}
