import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chinaDays } from '@beian/calendar';
import { examine, type Finding } from './check';
import { machineChecks } from './machine-checks';

const folder = mkdtempSync(join(tmpdir(), 'beian-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function finding(name: string, env: NodeJS.ProcessEnv): Promise<Finding | undefined> {
  return (await examine(machineChecks(folder, { HOME: folder, XDG_CACHE_HOME: folder, ...env }))).find(
    (one) => one.name === name,
  );
}

describe('the doctor, of the machine', () => {
  it.each([
    ['java', 'java', /[Jj]ava/],
    ['program temporal', 'go', /Go/],
    ['program kafka', 'mvn', /Maven/],
  ])('names %s and what to install where there is no %s', async (name, _tool, says) => {
    const found = await finding(name, { PATH: folder });
    expect(found).toMatchObject({ name, outcome: 'missing' });
    expect(`${found?.detail} ${found?.remedy}`).toMatch(says);
  });

  it('warns where the working days are known for a short while only, and says how to load more', async () => {
    const file = join(folder, 'calendar.json');
    writeFileSync(file, JSON.stringify({ ...chinaDays, coveredTo: '2007-12-31', daysOff: [], makeUpWorkdays: [] }));
    const found = await finding('calendar', { PATH: folder, CALENDAR_FILE: file });
    expect(found).toMatchObject({
      outcome: 'warning',
      detail: expect.stringContaining('to 2007-12-31 only') as string,
    });
    expect(found?.remedy).toContain('npm run calendar -- load');
  });
});
