import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { specProjects } from './projects';
import { runJest, type SpecOutcome } from './run-jest';
import { isGreen, lastLine, outcomeLine } from './summary';

const root = join(__dirname, '..', '..', '..');

describe('a run over all specs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beian-run-jest-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const plain = 'module.exports = { rootDir: __dirname };';
  const project = (name: string, spec: string, { config = plain, part }: { config?: string; part?: string } = {}) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name: `@beian/${name}` }));
    writeFileSync(join(folder, name, 'jest.config.cjs'), config);
    writeFileSync(join(folder, name, 'one.test.js'), spec);
    symlinkSync(join(root, 'node_modules'), join(folder, name, 'node_modules'));
    const withinMinutes = 0.2;
    return runJest({
      project: {
        name: `@beian/${name}`,
        folder: join(folder, name),
        pure: true,
        ...(part === undefined ? {} : { part }),
      },
      ...{ root, logDir: join(folder, 'logs'), env: process.env, args: [], withinMinutes },
    });
  };
  const of = ({ passed, failed, skipped }: SpecOutcome) => ({ passed, failed, skipped });

  it('counts what passed, failed and was skipped, and tells the seed and the failure', async () => {
    const outcome = await project(
      'mixed',
      `it('a', () => {}); it('b', () => { throw new Error('broken rule'); }); it.skip('c', () => {});`,
    );
    expect(of(outcome)).toEqual({ passed: 1, failed: 1, skipped: 1 });
    expect(outcome.seed).toMatch(/^-?\d+$/);
    expect(outcome.messages.join()).toContain('broken rule');
  });

  it('runs only the part that is named, and says so', async () => {
    const aPart = (displayName: string, file: string) =>
      `{ rootDir: __dirname, displayName: '${displayName}', testMatch: ['<rootDir>/${file}'] }`;
    const config = `module.exports = { projects: [${aPart('wanted', 'one.test.js')}, ${aPart('other', 'package.json')}] };`;
    const outcome = await project('parted', `it('a', () => {});`, { config, part: 'wanted' });
    expect([outcome.project, of(outcome)]).toEqual(['@beian/parted wanted', { passed: 1, failed: 0, skipped: 0 }]);
  });

  it('counts a file that cannot run as a failure', async () => {
    expect(of(await project('unreadable', 'this is no JavaScript'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a run that dies or never ends as a failure', async () => {
    expect(of(await project('dying', `it('a', () => process.kill(process.pid, 'SIGKILL'));`))).toMatchObject({
      failed: 1,
    });
    expect(of(await project('endless', `it('a', () => { for (;;); });`))).toMatchObject({ failed: 1 });
  }, 60_000);

  it('ends with one sum, green only if all is', () => {
    const outcome: SpecOutcome = {
      project: 'p',
      passed: 2,
      failed: 0,
      skipped: 1,
      seconds: 1,
      seed: '7',
      messages: [],
    };
    expect(outcomeLine(outcome)).toMatch(/ok {2}p +2 passed, 0 failed, 1 skipped {2}\(1\.0 s, seed 7\)/);
    expect(lastLine([outcome, { ...outcome, failed: 1 }], 1)).toBe('4 passed, 2 failed');
    expect(isGreen([outcome])).toBe(true);
    expect([isGreen([]), isGreen([outcome], 1), isGreen([{ ...outcome, failed: 1 }])]).toEqual([false, false, false]);
  });

  it('covers every project of the clone, stories last', () => {
    const all = specProjects(root);
    const names = all.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['@beian/rules', '@beian/gateway', '@beian/filing', '@beian/infra']));
    expect(names.at(-1)).toBe('@beian/test');
    const parts = all.filter(({ name }) => name === '@beian/test').map(({ part }) => part);
    expect(parts).toEqual(['tree', 'stories', 'releases', 'faults']);
  });
});
