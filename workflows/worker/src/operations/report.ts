import type { Deadline } from '@beian/contracts';
import type { CalendarReport } from './load-calendar-list';
import type { PackMoveReport } from './preview-pack-move';

const shanghaiMs = 8 * 3_600_000;
const day = (at: string): string =>
  `${new Date(Date.parse(at) + shanghaiMs).toISOString().slice(0, 16).replace('T', ' ')} CST`;

function dateOf(deadline: Deadline | undefined): string {
  if (deadline === undefined) return 'no date';
  const range = deadline.from === undefined ? '' : `${day(deadline.from)} – `;
  return `${range}${day(deadline.at)}${deadline.provisional ? ' (provisional)' : ''}`;
}

const changeWords = {
  moves: 'moves   ',
  settles: 'settles ',
  unforeseen: 'told    ',
} as const satisfies Record<CalendarReport['replanned'][number]['change'], string>;

/** The report of a load as lines; ids, stages and dates, nothing of what people wrote. */
export function calendarLines(report: CalendarReport, isPreview: boolean): readonly string[] {
  const { coveredTo, running, told, replanned, provisional, notYet } = report;
  const moved = replanned.filter(({ change }) => change === 'moves').length;
  return [
    `known to ${coveredTo.before} → ${coveredTo.after}`,
    `${running} filings run; ${told} count working days and ${isPreview ? 'would be' : 'were'} told; ${moved} move`,
    ...replanned.map(
      ({ filingId, stage, change, before, after }) =>
        `  ${changeWords[change]} ${filingId}  ${stage.padEnd(18)}  ${dateOf(before)} → ${
          change === 'unforeseen' ? 'as the filing plans it' : dateOf(after)
        }`,
    ),
    `${provisional.length} reach beyond the cover and stay provisional`,
    ...provisional.map((filingId) => `  ${filingId}`),
    ...(notYet.length === 0
      ? []
      : [`${notYet.length} told, and not planned again yet: look again`, ...notYet.map((id) => `  ${id}`)]),
  ];
}

/** The preview of a move as lines. */
export function packMoveLines(report: PackMoveReport): readonly string[] {
  const { running, fixed, same, changes, unforeseen } = report;
  return [
    `${running} filings run: ${changes.length} would change, ${same.length} would not, ${fixed.length} keep their pack (drafts, and from the hand-over on)`,
    ...changes.flatMap(({ filingId, stage, from, deadline, steps }) => [
      `  ${filingId}  ${stage}  ${from.pack}, ${from.asOf}`,
      ...(deadline === undefined ? [] : [`      date: ${dateOf(deadline.before)} → ${dateOf(deadline.after)}`]),
      ...steps.map(({ step, before, after }) => `      ${step}: ${before} → ${after}`),
    ]),
    ...unforeseen.map((filingId) => `  ${filingId}  its date cannot be foreseen: planned by an older version`),
  ];
}
