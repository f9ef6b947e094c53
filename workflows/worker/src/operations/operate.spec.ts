import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chinaDays, withList } from '@beian/calendar';
import { developmentEnvironment } from '@beian/platform';
import { testStack } from '@beian/testing';
import { writeCalendarData } from '../calendar-file';
import { operate, usage } from './operate';

describe('the operator’s program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beian-operate-'));
  const file = join(folder, 'calendar.json');
  const env = { ...developmentEnvironment, TEMPORAL_ADDRESS: testStack().temporal.address, CALENDAR_FILE: file };
  afterAll(() => rmSync(folder, { recursive: true }));

  async function say(
    ...args: readonly string[]
  ): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
    const lines: string[] = [];
    return { code: await operate(args, env, (line) => lines.push(line)), lines };
  }

  it('says who gave a day and that it was corrected', async () => {
    const corrections = [{ date: '2026-12-31', kind: 'day-off', source: 'a notice', madeOn: '2026-11-20' }];
    writeCalendarData(file, withList(chinaDays, { source: 'a notice', confidence: 'high', corrections }, '2026-11-21'));
    const { code, lines } = await say('calendar', 'show', '2026-12-31');
    expect(code).toBe(0);
    expect(JSON.parse(lines[0]!)).toEqual({
      date: '2026-12-31',
      kind: 'day-off',
      source: 'a notice',
      confidence: 'high',
      correction: { madeOn: '2026-11-20', was: 'workday' },
    });
    expect((await say('calendar', 'show')).lines.join('\n')).toContain(
      '2026-12-31 is a day-off: a notice, corrected 2026-11-20',
    );
  });

  it('refuses a list with every fault, and a file that is no JSON', async () => {
    const list = join(folder, 'list.json');
    writeFileSync(list, JSON.stringify({ source: '', confidence: 'sure', from: '2027-02-30', to: '2027-12-31' }));
    const { code, lines } = await say('calendar', 'load', list);
    expect(code).toBe(1);
    expect(lines).toEqual([
      'refused, and nothing was changed:',
      '  source: a text is missing',
      '  confidence: not one of high, medium, low, inferred',
      '  from: not a date YYYY-MM-DD: 2027-02-30',
      '  daysOff: a list is missing',
      '  makeUpWorkdays: a list is missing',
    ]);
    writeFileSync(list, '{');
    expect(await say('calendar', 'load', list)).toMatchObject({ code: 1 });
  });

  it('knows its words, and says them to who does not', async () => {
    expect(await say('calendar', 'sell')).toEqual({ code: 2, lines: [usage] });
    expect(await say()).toEqual({ code: 2, lines: [usage] });
    expect(await say('rules', 'preview', '2018-07', '--as-of', '2018-07-01')).toMatchObject({ code: 2 });
  });
});
