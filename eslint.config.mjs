import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** The boundary table: which tag may import which of ours, and which third-party packages it must never reach. */
const may = (tag, tags, external = {}) => ({
  sourceTag: `type:${tag}`,
  onlyDependOnLibsWithTags: tags.map((t) => (t === '*' ? '*' : `type:${t}`)),
  ...external,
});
const pure = ['@nestjs/*', '@temporalio/*', 'typeorm', 'pg', 'kafkajs', 'minio'];
const builtins = builtinModules.flatMap((name) => [name, `node:${name}`]);
const noBuiltins = (message) => builtins.map((name) => ({ name, message }));
const specs = ['**/*.spec.ts', '**/*.spec-helper.ts', '**/*.fixture.ts', 'test/**/*.ts', 'libs/testing/**/*.ts'];

/** Extra rules of one folder. Each message says what to do instead. */
const restricted = (files, paths) => ({
  files,
  ignores: ['**/*.spec.ts', '**/*.spec-helper.ts', '**/scripts/**'],
  rules: { 'no-restricted-imports': ['error', { paths }] },
});

export default tseslint.config(
  { ignores: ['**/dist/**', '**/*.mjs', '**/*.cjs', '**/*.js'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-params': ['error', 3],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'Name what you export; start narrow, widen when somebody needs it.',
        },
        {
          selector: "CallExpression[callee.name='forwardRef']",
          message: 'A cycle is solved by moving the shared word to contracts, not by forwardRef.',
        },
        {
          selector: "Decorator[expression.callee.name='Inject'] Literal",
          message: 'Inject by class or symbol; a string token connects things that no compiler sees.',
        },
      ],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          banTransitiveDependencies: false,
          enforceBuildableLibDependency: false,
          depConstraints: [
            may('contracts', ['contracts'], {
              allowedExternalImports: ['@temporalio/common', '@temporalio/workflow', 'zod'],
            }),
            may('calendar', ['calendar'], { bannedExternalImports: pure }),
            may('rules', ['contracts', 'calendar'], { bannedExternalImports: pure }),
            may('workflow', ['contracts'], {
              bannedExternalImports: [
                '@nestjs/*',
                '@temporalio/client',
                '@temporalio/worker',
                '@temporalio/activity',
                'zod',
              ],
            }),
            may('worker', ['workflow', 'contracts', 'rules', 'calendar', 'platform']),
            may('platform', ['contracts']),
            may('gateway', ['contracts', 'platform']),
            may('service', ['contracts', 'rules', 'calendar', 'platform']),
            may('web', ['contracts', 'rules', 'calendar'], { bannedExternalImports: ['@nestjs/*', '@temporalio/*'] }),
            may('client', [], { bannedExternalImports: pure }),
            may('testing', ['contracts', 'rules', 'calendar', 'platform']),
            may('infra', ['contracts', 'calendar', 'platform', 'gateway', 'service', 'worker']),
            may('test', ['*']),
          ],
        },
      ],
    },
  },
  {
    // Specs may import the testing library, and beside the workflow also client and worker (they drive a real server).
    files: specs,
    rules: { '@nx/enforce-module-boundaries': 'off', 'max-params': 'off' },
  },
  {
    files: ['**/*.ts'],
    ignores: [...specs, '**/*.config.ts', 'infra/**', '**/*.spec-helper.ts', '**/scripts/**', '**/main.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment once, in *.config.ts, through a schema.' },
      ],
    },
  },
  restricted(
    ['workflows/filing/**/*.ts'],
    [
      ...noBuiltins('Workflow code is deterministic: anything from outside is an activity.'),
      {
        name: '@beian/contracts/schemas',
        message: 'Import the type from @beian/contracts: zod adds a megabyte to every bundle.',
      },
    ],
  ),
  restricted(
    ['libs/calendar/**/*.ts', 'libs/contracts/**/*.ts'],
    noBuiltins('This library runs in workflows and in the browser: no Node module.'),
  ),
  restricted(['libs/client/**/*.ts'], noBuiltins('The client runs in the browser: no Node module.')),
  restricted(
    ['libs/rules/**/*.ts', 'services/portal/**/*.ts'],
    [
      ...noBuiltins('This code runs in the browser: no Node module.'),
      {
        name: '@beian/contracts/messages',
        message: 'Messages need @temporalio/workflow, which the browser must not load.',
      },
    ],
  ),
);
