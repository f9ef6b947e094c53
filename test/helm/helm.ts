import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'beian');
const helmVersion = '3.22.0';
const validatorVersion = '1.37.0';
const root = join(__dirname, '..', '..');

const say = (
  program: string,
  words: readonly string[],
  more: { env?: NodeJS.ProcessEnv; input?: string } = {},
): string =>
  execFileSync(program, words, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 64_000_000,
    ...more,
  });

/** Helm of the pinned version: from the cache, else built once from its Go module. Answers how to run it. */
export function helmProgram(): (...words: string[]) => string {
  const folder = join(cache, `helm-${helmVersion}`);
  const program = join(folder, 'helm');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    say('go', ['install', '-trimpath', '-ldflags=-s -w', `helm.sh/helm/v3/cmd/helm@v${helmVersion}`], {
      env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
    });
  }
  return (...words) => say(program, words);
}

/** The validator of the pinned version, in a Python environment of its own. Throws what it finds wrong with one document. */
export function validator(): (files: readonly string[]) => string {
  const folder = join(cache, `kubernetes-validate-${validatorVersion}`);
  const program = join(folder, 'bin', 'kubernetes-validate');
  if (!existsSync(program)) {
    say('python3', ['-m', 'venv', folder]);
    say(join(folder, 'bin', 'pip'), ['install', '--quiet', `kubernetes-validate==${validatorVersion}`]);
  }
  return (files) => say(program, ['--strict', '--quiet', ...files]);
}
