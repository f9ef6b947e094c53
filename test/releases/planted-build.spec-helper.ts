import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildBundle } from '@beian/worker';
import { transformFileSync } from '@swc/core';
import { quiet } from './quiet';

/** A change of the workflow's sources. What is replaced must stand there exactly once. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const project = join(dirname(require.resolve('@beian/filing')), '..');

/** The bundle of the real sources with these changes, compiled and bundled in a folder of its own. */
export async function plantedBundle(changes: readonly Change[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'beian-planted-'));
  try {
    const source = join(folder, 'src');
    cpSync(join(project, 'src'), source, { recursive: true });
    symlinkSync(join(project, '..', '..', 'node_modules'), join(folder, 'node_modules'));
    for (const change of changes) plant(source, change);
    compile(source);
    return await buildBundle({ workflowsPath: join(source, 'index.js'), logger: quiet });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function plant(source: string, { file, from, to }: Change): void {
  const parts = readFileSync(join(source, file), 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times: ${from}`);
  writeFileSync(join(source, file), parts.join(to));
}

function compile(source: string): void {
  const isCode = (file: string) =>
    file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('.spec-helper.ts');
  const target = { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } } as const;
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(isCode)) {
    const { code } = transformFileSync(join(source, file), { ...target, swcrc: false });
    writeFileSync(join(source, file.replace(/\.ts$/, '.js')), code);
    rmSync(join(source, file));
  }
}

export const plantedPatch = 'entry-told';

const enters = 'record.enter(await steps[record.stage](record)); // the loop acts';

/** Somebody is told of every stage that a filing enters: one step more in each, behind a branch. */
export const tellEntries: readonly Change[] = [
  {
    file: 'filing.workflow.ts',
    from: "import { allHandlersFinished, CancellationScope, condition } from '@temporalio/workflow';",
    to: "import { allHandlersFinished, CancellationScope, condition, patched } from '@temporalio/workflow';\nimport { remind } from './remind';",
  },
  {
    file: 'filing.workflow.ts',
    from: enters,
    to: `${enters}\n      if (patched('${plantedPatch}')) await remind(record, 'stuck-step', { occasion: record.stage });`,
  },
];

/** What operators read may change at any time: no replay compares it. */
export const anotherSummary: Change = {
  file: 'note.ts',
  from: 'note flags and progress',
  to: 'note where the filing stands',
};

const plans = 'await plan();';
const records = "await record.record((step) => verification('record the draft').recordDraft(step));";

/** The draft is recorded before it is planned: another order of two steps that every filing takes. */
export const draftReordered: Change = {
  file: 'stages/draft.ts',
  from: `${plans}\n    ${records}`,
  to: `${records}\n    ${plans}`,
};
