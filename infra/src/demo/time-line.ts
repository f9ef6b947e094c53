import type { Body } from './api-caller';

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as people in China read it, `2026-11-24 21:30`. */
export const inShanghai = (instant: string): string => shanghai.format(new Date(instant));

const days = (from: string, to: string): string => {
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  return hours < 1 ? '' : hours < 48 ? `after ${Math.round(hours)} h` : `after ${Math.round(hours / 24)} days`;
};

/** One line per stage: business time in Shanghai, stage, whose turn it was, how long the stage before lasted. */
export function timeLine(history: readonly Body[]): readonly string[] {
  const entries = history.filter((snapshot, index) => index === 0 || history[index - 1].stage !== snapshot.stage);
  return entries.map((snapshot, index) => {
    const before = entries[index - 1];
    const lasted = before === undefined ? '' : days(before.since as string, snapshot.since as string);
    const until = snapshot.deadline === undefined ? '' : `until ${inShanghai(snapshot.deadline.at as string)}`;
    const columns = [
      inShanghai(snapshot.since as string),
      String(snapshot.stage).padEnd(19),
      `waits on ${String(snapshot.waitingOn).padEnd(10)}`,
      until.padEnd(23),
      lasted,
    ];
    return columns.join('  ').trimEnd();
  });
}
