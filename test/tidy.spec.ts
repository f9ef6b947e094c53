import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const sources = tracked.filter(
  (file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts') && existsSync(join(root, file)),
);
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const lines = (file: string): number => text(file).split('\n').length - 1;

/** Files that may be longer than 300 lines, and why. */
const longFiles: Readonly<Record<string, string>> = {};

/** Data written down once, read as tables: length says nothing about them. */
const isData = (file: string): boolean => /(\.records\.ts|\.fixture\.ts|\.data\.ts)$/.test(file);

/** Words that name a bag instead of a thing. */
const bagNames = /(^|[-./])(common|shared|utils?|helpers?|manager|base)([-./]|$)/;

describe('the tree is tidy', () => {
  it('no source file is longer than 300 lines without a reason', () => {
    const long = sources.filter((file) => !isData(file) && !/\.spec\.ts$/.test(file) && lines(file) > 300);
    expect(long.filter((file) => longFiles[file] === undefined)).toEqual([]);
  });

  it('an exception from the length rule still exists and still needs it', () => {
    expect(Object.keys(longFiles).filter((file) => !sources.includes(file) || lines(file) <= 300)).toEqual([]);
  });

  it('no file or folder is named after a bag', () => {
    const bags = tracked.filter(
      (file) => bagNames.test(file) && file !== 'tsconfig.base.json' && !file.endsWith('.spec-helper.ts'),
    );
    expect(bags).toEqual([]);
  });

  it('source files are kebab-case with a role', () => {
    const odd = sources.filter(
      (file) => !/^[a-z0-9.@-]+$/.test(file.split('/').at(-1) ?? '') && !/^\d+/.test(file.split('/').at(-1) ?? ''),
    );
    expect(odd).toEqual([]);
  });

  it('an index file stands only at the top of a project', () => {
    const strays = sources.filter(
      (file) =>
        /\/index\.ts$/.test(file) &&
        !/^(libs|services|workflows)\/[^/]+\/src\/index\.ts$|^infra\/src\/index\.ts$/.test(file),
    );
    expect(strays).toEqual([]);
  });

  it('nobody re-exports everything', () => {
    expect(sources.filter((file) => /^export \* /m.test(text(file)))).toEqual([]);
  });

  it('no test is skipped, focused or asleep', () => {
    const specs = sources.filter((file) => /\.spec\.ts$/.test(file) && file !== 'test/tidy.spec.ts');
    expect(specs.filter((file) => /\b(it|test|describe)\.(only|todo)\b|\bf(it|describe)\(/.test(text(file)))).toEqual(
      [],
    );
  });

  it('nothing is left to do without an issue', () => {
    const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`);
    expect(sources.filter((file) => marks.test(text(file)))).toEqual([]);
  });

  it('every project and top folder says in a README what it holds', () => {
    const projects = tracked
      .filter((file) => file.endsWith('package.json') && file !== 'package.json')
      .map((file) => dirname(file));
    expect(projects.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
  });

  it('the root README names every top folder', () => {
    const folders = [...new Set(tracked.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))];
    const readme = text('README.md');
    expect(folders.filter((folder) => !folder?.startsWith('.') && !readme.includes(`\`${folder}/\``))).toEqual([]);
  });

  it('the lock file holds one protobufjs 8, and all Temporal packages agree', () => {
    const { packages } = JSON.parse(text('package-lock.json')) as { packages: Record<string, { version?: string }> };
    const of = (pattern: RegExp) =>
      Object.entries(packages)
        .filter(([path]) => pattern.test(path))
        .map(([, { version }]) => version);
    expect(of(/node_modules\/protobufjs$/).filter((version) => version?.startsWith('8.'))).toHaveLength(1);
    expect(
      new Set(of(/^node_modules\/@temporalio\/(activity|client|common|worker|workflow|proto|testing)$/)).size,
    ).toBe(1);
  });

  it('no file names a machine path or a registry host', () => {
    const host = new RegExp(['registry', 'npmjs', 'org'].join('\\.'));
    const files = tracked.filter(
      (file) => /\.(ts|mjs|cjs|json|md|ya?ml|sh)$/.test(file) && existsSync(join(root, file)),
    );
    expect(files.filter((file) => host.test(text(file)) || /\/root\/|\/home\/[a-z]/.test(text(file)))).toEqual([]);
  });
});
