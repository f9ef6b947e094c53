/** One thing that must be there. `look` gives a short detail when it is, and throws with the reason when it is not. */
export interface Check {
  readonly name: string;
  readonly look: () => Promise<string>;
  /** What to do when it is not. */
  readonly remedy: string;
  /** A failed one is told, and does not make the whole not ready. */
  readonly warningOnly?: boolean;
}

export interface Finding {
  readonly name: string;
  readonly outcome: 'ready' | 'missing' | 'warning';
  readonly detail: string;
  readonly remedy?: string;
}

const patienceMs = 10_000;

/** Looks at everything side by side. A look that takes longer than ten seconds counts as missing. */
export async function examine(checks: readonly Check[]): Promise<readonly Finding[]> {
  return Promise.all(
    checks.map(async (check): Promise<Finding> => {
      try {
        return { name: check.name, outcome: 'ready', detail: await withinPatience(check.look()) };
      } catch (error) {
        const outcome = check.warningOnly === true ? 'warning' : 'missing';
        return { name: check.name, outcome, detail: reasonOf(error), remedy: check.remedy };
      }
    }),
  );
}

export const isReady = (findings: readonly Finding[]): boolean =>
  findings.every(({ outcome }) => outcome !== 'missing');

const marks = { ready: 'ok', missing: 'NO', warning: '??' } as const;

/** One line per finding; the remedy stands under it. */
export function report(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings
    .flatMap(({ name, outcome, detail, remedy }) => [
      `  ${marks[outcome]}  ${name.padEnd(width)}  ${detail}`,
      ...(remedy === undefined ? [] : [`      ${' '.repeat(width)}  → ${remedy}`]),
    ])
    .join('\n');
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Node's connection errors have an empty message and the reasons inside. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const inner = error.cause instanceof Error ? reasonOf(error.cause) : '';
  return (
    [error.message.split('\n')[0], inner].filter((text) => text !== '' && text !== undefined).join(': ') || error.name
  );
}
