import { driftKinds, type DriftKind, type DriftLine, type ReconcileReport } from '@beian/contracts';

const mostLines = 200;

export const emptyReport = (dryRun: boolean): ReconcileReport => ({
  dryRun,
  compared: 0,
  tooYoung: 0,
  underWay: 0,
  authorityAway: 0,
  found: Object.fromEntries(Object.keys(driftKinds).map((kind) => [kind, 0])) as Record<DriftKind, number>,
  repaired: 0,
  forAPerson: 0,
  failed: 0,
  lines: [],
});

export function withLine(report: ReconcileReport, line: DriftLine): ReconcileReport {
  const one = (state: DriftLine['state']): number => (line.state === state ? 1 : 0);
  return {
    ...report,
    found: { ...report.found, [line.kind]: report.found[line.kind] + 1 },
    repaired: report.repaired + one('repaired'),
    forAPerson: report.forAPerson + one('for-a-person'),
    failed: report.failed + one('failed'),
    lines: report.lines.length < mostLines ? [...report.lines, line] : report.lines,
  };
}

/** For operators, beside the run: how far it is, and what it found, a line each for the first twenty. */
export function reportDetails(report: ReconcileReport): string {
  const { dryRun, compared, tooYoung, underWay, found, repaired, forAPerson, failed, lines } = report;
  const total = Object.values(found).reduce((sum, count) => sum + count, 0);
  const did = dryRun ? 'Dry run: nothing is changed.' : `Repaired ${repaired}, failed ${failed}.`;
  return [
    `**${compared} filings compared**, ${total} differences, ${forAPerson} for a person. ${did}`,
    `Left for the next time: ${tooYoung} recorded just now, ${underWay} under way.`,
    ...Object.entries(found).flatMap(([kind, count]) => (count === 0 ? [] : [`- ${kind}: ${count}`])),
    '',
    ...lines.slice(0, 20).map(({ filingId, kind, detail, state }) => `- \`${filingId}\` ${kind}: ${detail} (${state})`),
  ].join('\n');
}
