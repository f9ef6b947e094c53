import { runDemo } from './demo/demo-command';
import { runOperate } from './operate/operate-command';
import { runDoctor } from './doctor-command';
import { runOperator } from './operator-command';
import { Remedy } from './servers/parts';
import { runServers } from './servers-command';
import { runStart } from './start-command';
import { runStories, runTest } from './test-command';

type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, { readonly run: Command; readonly what: string }>> = {
  start: { run: runStart, what: 'everything: servers and our processes [--split] [--fresh] [--watch] [--data DIR]' },
  demo: { run: runDemo, what: "one filing's whole life against the running stack [--data DIR]" },
  doctor: {
    run: (args) => runDoctor(args),
    what: 'what is ready, what is not, why, and what to do [--data DIR] [--compose]',
  },
  operate: {
    run: (args) => runOperate(args),
    what: 'an operator on many filings, notices or events; alone it says how',
  },
  test: { run: runTest, what: 'build, lint, every spec and story [--project NAME] [--no-lint] [JEST ARGUMENTS]' },
  story: { run: runStories, what: 'only the stories across processes [JEST ARGUMENTS]' },
  calendar: {
    run: (args) => runOperator('calendar', args),
    what: 'working days of the running stack: show [DAY], load FILE [--dry-run], tell [--data DIR]',
  },
  rules: {
    run: (args) => runOperator('rules', args),
    what: 'preview PACK --as-of DAY: which running filings a rule pack would change [--data DIR]',
  },
  servers: {
    run: runServers,
    what: 'only the servers (Temporal, Postgres, MinIO, Kafka), for specs of single projects',
  },
};

/** Runs one command of `beian.mjs`; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : commands[name];
  if (command === undefined) {
    const lines = Object.entries(commands).map(([key, { what }]) => `  ${key.padEnd(8)} ${what}`);
    console.error(['Usage: node infra/bin/beian.mjs <command>', ...lines].join('\n'));
    return 2;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof Remedy)) throw error;
    console.error(error.message);
    return 1;
  }
}
