import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

interface Breach {
  readonly row: string;
  /** An existing file of the project, whose content is replaced by the breach for the check only. */
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

const boundary = '@nx/enforce-module-boundaries';
const restricted = 'no-restricted-imports';
const use = (name: string) => `import * as planted from '${name}';\nexport { planted };\n`;

/** One wrong import per row of the boundary table, and the rules that lint adds per folder. */
const breaches: readonly Breach[] = [
  { row: 'contracts reach rules', file: 'libs/contracts/src/index.ts', code: use('@beian/rules'), rule: boundary },
  { row: 'contracts reach Nest', file: 'libs/contracts/src/index.ts', code: use('@nestjs/common'), rule: boundary },
  { row: 'contracts reach Node', file: 'libs/contracts/src/index.ts', code: use('node:fs'), rule: restricted },
  {
    row: 'calendar reaches contracts',
    file: 'libs/calendar/src/index.ts',
    code: use('@beian/contracts'),
    rule: boundary,
  },
  { row: 'calendar reaches Node', file: 'libs/calendar/src/index.ts', code: use('node:path'), rule: restricted },
  { row: 'rules reach platform', file: 'libs/rules/src/index.ts', code: use('@beian/platform'), rule: boundary },
  {
    row: 'rules reach Temporal',
    file: 'libs/rules/src/index.ts',
    code: use('@beian/contracts/messages'),
    rule: restricted,
  },
  { row: 'rules reach Node', file: 'libs/rules/src/index.ts', code: use('node:crypto'), rule: restricted },
  {
    row: 'the workflow reaches platform',
    file: 'workflows/filing/src/index.ts',
    code: use('@beian/platform'),
    rule: boundary,
  },
  {
    row: 'the workflow reaches rules',
    file: 'workflows/filing/src/index.ts',
    code: use('@beian/rules'),
    rule: boundary,
  },
  {
    row: 'the workflow reaches the client',
    file: 'workflows/filing/src/index.ts',
    code: use('@temporalio/client'),
    rule: boundary,
  },
  {
    row: 'the workflow reaches zod',
    file: 'workflows/filing/src/index.ts',
    code: use('@beian/contracts/schemas'),
    rule: restricted,
  },
  {
    row: 'the workflow reaches Node',
    file: 'workflows/filing/src/index.ts',
    code: use('node:fs/promises'),
    rule: restricted,
  },
  {
    row: 'the worker reaches a service',
    file: 'workflows/worker/src/index.ts',
    code: use('@beian/subject'),
    rule: boundary,
  },
  { row: 'platform reaches rules', file: 'libs/platform/src/index.ts', code: use('@beian/rules'), rule: boundary },
  {
    row: 'platform reaches a service',
    file: 'libs/platform/src/index.ts',
    code: use('@beian/subject'),
    rule: boundary,
  },
  {
    row: 'the gateway reaches rules',
    file: 'services/gateway/src/index.ts',
    code: use('@beian/rules'),
    rule: boundary,
  },
  {
    row: 'the gateway reaches a service',
    file: 'services/gateway/src/index.ts',
    code: use('@beian/website'),
    rule: boundary,
  },
  {
    row: 'a service reaches another',
    file: 'services/subject/src/index.ts',
    code: use('@beian/website'),
    rule: boundary,
  },
  {
    row: 'a service reaches another by path',
    file: 'services/subject/src/index.ts',
    code: use('../../website/src/index'),
    rule: boundary,
  },
  {
    row: 'a service reaches the workflow',
    file: 'services/subject/src/index.ts',
    code: use('@beian/filing'),
    rule: boundary,
  },
  {
    row: 'a service reaches testing',
    file: 'services/subject/src/index.ts',
    code: use('@beian/testing'),
    rule: boundary,
  },
  {
    row: 'the client reaches contracts',
    file: 'libs/client/src/index.ts',
    code: use('@beian/contracts'),
    rule: boundary,
  },
  { row: 'the client reaches Node', file: 'libs/client/src/index.ts', code: use('node:crypto'), rule: restricted },
  { row: 'infra reaches testing', file: 'infra/src/index.ts', code: use('@beian/testing'), rule: boundary },
  {
    row: 'an index exports all',
    file: 'libs/rules/src/index.ts',
    code: "export * from './look-up';\n",
    rule: 'no-restricted-syntax',
  },
  {
    row: 'a service reads the environment outside its config',
    file: 'services/subject/src/index.ts',
    code: "export const planted = process.env['PORT'];\n",
    rule: 'no-restricted-properties',
  },
  {
    row: 'a workflow forgets a promise',
    file: 'workflows/filing/src/index.ts',
    code: "import { sleep } from '@temporalio/workflow';\nexport function planted(): void {\n  sleep(1);\n}\n",
    rule: '@typescript-eslint/no-floating-promises',
  },
];

describe('lint holds the boundaries', () => {
  let broken: readonly (readonly string[])[];

  beforeAll(() => {
    const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NODE_OPTIONS: '' };
    // Without a cached project graph the boundary rule skips itself and everything looks allowed.
    execFileSync('npx', ['nx', 'graph', '--file', join(root, '.nx', 'graph.json')], { cwd: root, env, stdio: 'pipe' });
    const output = execFileSync('node', [join(__dirname, 'lint-planted.mjs'), root], {
      cwd: root,
      env,
      input: JSON.stringify(breaches),
      encoding: 'utf8',
    });
    broken = JSON.parse(output) as readonly (readonly string[])[];
  }, 300_000);

  it.each(breaches.map((breach, index) => ({ ...breach, index })))('$row: caught', ({ rule, index }) => {
    expect(broken[index]).toContain(rule);
  });
});
