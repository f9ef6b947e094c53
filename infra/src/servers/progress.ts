/** One line per server while it is being got. Gives a function that ends the line with its outcome. */
export interface Progress {
  begin(name: string, what: string, expectedSeconds: number): (outcome: string) => void;
  note(line: string): void;
}

interface Line {
  readonly name: string;
  readonly what: string;
  readonly expectedSeconds: number;
  readonly startedAt: number;
}

/** Where progress goes: a terminal is redrawn each second, anything else gets a line when it begins, every 20 s, and at the end. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export function createProgress(screen: Screen, now: () => number = Date.now): Progress {
  const open = new Set<Line>();
  let drawn = 0;
  let timer: NodeJS.Timeout | undefined;
  const seconds = (line: Line): number => Math.round((now() - line.startedAt) / 1000);
  const running = (line: Line): string =>
    `  ${line.name.padEnd(10)} ${line.what}  ${seconds(line)} s of about ${line.expectedSeconds} s\n`;
  const erase = (): void => {
    if (drawn > 0) screen.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    for (const line of open) screen.write(running(line));
    drawn = screen.isTTY === true ? open.size : 0;
  };
  const tick = (): void => {
    if (screen.isTTY === true) erase();
    draw();
  };
  const schedule = (): void => {
    if (open.size > 0 && timer === undefined) {
      timer = setInterval(tick, screen.isTTY === true ? 1_000 : 20_000);
      timer.unref();
    } else if (open.size === 0 && timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
    }
  };
  return {
    begin(name, what, expectedSeconds) {
      const line = { name, what, expectedSeconds, startedAt: now() };
      erase();
      open.add(line);
      if (screen.isTTY === true) draw();
      else screen.write(`  ${name.padEnd(10)} ${what}, about ${expectedSeconds} s\n`);
      schedule();
      return (outcome) => {
        erase();
        open.delete(line);
        screen.write(`  ${name.padEnd(10)} ${outcome} (${seconds(line)} s)\n`);
        if (screen.isTTY === true) draw();
        schedule();
      };
    },
    note(text) {
      erase();
      screen.write(`${text}\n`);
      if (screen.isTTY === true) draw();
    },
  };
}
