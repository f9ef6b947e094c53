import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { enterpriseInTianjin } from '@beian/infra';
import { Journey } from './journey';
import { theScene } from './scene';

const root = join(__dirname, '..', '..');
const dataDir = dirname(process.env['BEIAN_STORY_STACK'] ?? '');
const kept = join(dataDir, 'calendar.json');
const isKept = (): string | undefined => (existsSync(kept) ? readFileSync(kept, 'utf8') : undefined);

/** `npm run calendar -- …` against the stack of the stories. */
function calendar(...args: readonly string[]) {
  const command = [join(root, 'infra', 'bin', 'beian.mjs'), 'calendar', ...args, '--data', dataDir];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

function fileOf(list: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'beian-calendar-')), 'list.json');
  writeFileSync(file, JSON.stringify({ source: 'a list of this story', confidence: 'low', ...list }));
  return file;
}

/** A list by which this day is off: a correction of a known day, or a year of its own beyond the cover. */
function withDayOff(day: string): object {
  const covered = / to (\d{4}-\d{2}-\d{2})/.exec(calendar('show').said)?.[1] ?? '';
  if (day <= covered)
    return { corrections: [{ date: day, kind: 'day-off', source: 'a list of this story', madeOn: '2026-01-01' }] };
  const from = new Date(Date.parse(covered) + 86_400_000).toISOString().slice(0, 10);
  const off = { from: day, to: day, zh: '试验假日', en: 'a day off' };
  return { from, to: `${day.slice(0, 4)}-12-31`, daysOff: [off], makeUpWorkdays: [] };
}

/** The stack is shared, and what it plans by with it: the story looks at what a list would do and loads none. */
describe('working days, through the launcher on a whole stack (rules.md 11; docs/calendar.md)', () => {
  it('a correction would move a running review; the dry run says so and changes nothing', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'provider-review' });
    const { deadline } = await journey.status();
    const day = new Date(Date.parse(deadline.at as string) + 8 * 3_600_000).toISOString().slice(0, 10);
    const before = isKept();
    const file = fileOf(withDayOff(day));
    let answer = calendar('load', file, '--dry-run');
    // Which filings run is asked of Temporal's visibility, which lags.
    for (let tries = 0; tries < 20 && !answer.said.includes(journey.filingId); tries += 1)
      answer = calendar('load', file, '--dry-run');
    expect(answer.status).toBe(0);
    expect(answer.said).toContain(journey.filingId);
    expect(isKept()).toBe(before);
    expect((await journey.status()).deadline).toEqual(deadline);
  });

  it('refuses a list with a gap, names the fault, and changes nothing', () => {
    const before = isKept();
    const far = { from: '2090-01-01', to: '2090-12-31', daysOff: [], makeUpWorkdays: [] };
    const { status, said } = calendar('load', fileOf(far));
    expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining('from: must be') as unknown });
    expect(isKept()).toBe(before);
  });
});
