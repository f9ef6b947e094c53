import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder, lookUp, runOperate } from '@beian/infra';
import { theStack } from './scene';

const root = join(__dirname, '..', '..');
const folder = join(root, 'docs', 'runbooks');
export const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** The commands under one heading of a page, in their order. */
export interface Block {
  /** `page.md#heading` */
  readonly where: string;
  readonly commands: readonly string[];
}

export const blocks: readonly Block[] = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/^## ([\w-]+)$([^]*?)(?=^## |$(?![^]))/gm)].flatMap(([, heading = '', body = '']) => {
    const fences = [...body.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, lines = '']) => lines);
    const commands = fences.flatMap((lines) => lines.split('\n').filter((line) => line !== ''));
    return commands.length === 0 ? [] : [{ where: `${name}#${heading}`, commands }];
  }),
);

export function blockOf(where: string): Block {
  const block = blocks.find((one) => one.where === where);
  if (block === undefined) throw new Error(`${where} has no commands`);
  return block;
}

export interface Said {
  readonly code: number;
  readonly said: string;
}

const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const dataDir = (): string => dirname(process.env['BEIAN_STORY_STACK'] ?? '');

/** What each kind of command is, when the stack of the stories is meant. A command of no kind here is executed by nobody. */
const kinds: readonly (readonly [begin: RegExp, run: (words: readonly string[]) => Promise<Said>])[] = [
  // It asks Temporal through a program of its own, whose words are read from that program.
  [/^npm run operate -- reconcile/, (words) => launcher(['operate', ...words.slice(4)])],
  [/^npm run operate -- /, (words) => inThisProcess(words.slice(4))],
  [/^npm run doctor$/, () => launcher(['doctor'])],
  [/^npm run calendar -- /, (words) => launcher(['calendar', ...words.slice(4).map(fileNamed)])],
  [/^temporal /, (words) => temporalProgram(words.slice(1))],
];

/** Executes one command as an operator would type it, on the stack of the stories. */
export function execute(command: string): Promise<Said> {
  const kind = kinds.find(([begin]) => begin.test(command));
  if (kind === undefined) throw new Error(`nobody knows how to execute "${command}"`);
  return kind[1](wordsOf(command));
}

async function inThisProcess(words: readonly string[]): Promise<Said> {
  const lines: string[] = [];
  const code = await runOperate([...words, '--data', dataDir()], (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

const launcher = (words: readonly string[]): Promise<Said> =>
  program(process.execPath, [join(root, 'infra', 'bin', 'beian.mjs'), ...words, '--data', dataDir()]);

async function temporalProgram(words: readonly string[]): Promise<Said> {
  const found = await lookUp('temporal', { env: process.env, cache: cacheFolder(process.env) });
  if (found === undefined) throw new Error('there is no program temporal, though its server runs');
  const { address, namespace } = theStack().addresses.temporal;
  return program(found.path, words, { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
}

async function program(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Said> {
  const child = spawn(file, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (ended) => resolve(ended ?? -1));
  });
  return { code, said };
}

/** The list of working days that a runbook names; an operator has it from the State Council's notice. */
function fileNamed(word: string): string {
  if (word !== 'next-year.json') return word;
  const file = join(mkdtempSync(join(tmpdir(), 'beian-runbook-')), word);
  const correction = { date: '2026-03-02', kind: 'day-off', source: 'a list of a story', madeOn: '2026-01-01' };
  writeFileSync(file, JSON.stringify({ source: 'a list of a story', confidence: 'low', corrections: [correction] }));
  return file;
}
