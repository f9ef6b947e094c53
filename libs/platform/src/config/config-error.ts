/** The variables a process was started with. `main.ts` hands over `process.env`; nothing else ever reads it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A process that must not start: one line per variable that is missing or wrong, all at once. Never a value. */
export class ConfigError extends Error {
  constructor(
    readonly service: string,
    readonly problems: readonly string[],
  ) {
    super(`${service} cannot start, its configuration is wrong:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}
