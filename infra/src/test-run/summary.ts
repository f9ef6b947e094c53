import type { SpecOutcome } from './run-jest';

/** One line per project, as it ends. */
export function outcomeLine(outcome: SpecOutcome): string {
  const { project, passed, failed, skipped, seconds, seed } = outcome;
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  return `  ${failed === 0 ? 'ok' : 'NO'}  ${project.padEnd(22)} ${passed} passed, ${failed} failed${skips}  (${seconds.toFixed(1)} s, seed ${seed})`;
}

/** The last line of a test run. `others` are failures outside Jest: a build or a lint that did not pass. */
export function lastLine(outcomes: readonly SpecOutcome[], others = 0): string {
  const sum = (of: (outcome: SpecOutcome) => number): number =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed) + others} failed`;
}

export const isGreen = (outcomes: readonly SpecOutcome[], others = 0): boolean =>
  others === 0 && outcomes.length > 0 && outcomes.every(({ failed }) => failed === 0);
