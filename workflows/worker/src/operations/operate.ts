import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CalendarDataError, calendarFrom, coverDaysLeft, shanghaiDate } from '@beian/calendar';
import { rulePackIds, type RulePackId } from '@beian/contracts';
import { connectTemporal, type Environment, type TemporalClient } from '@beian/platform';
import { calendarDataInForce } from '../calendar-file';
import { operatorConfig, type OperatorConfig } from '../worker.config';
import { loadCalendarList, previewCalendarList, tellCalendar } from './load-calendar-list';
import { previewPackMove } from './preview-pack-move';
import { reconcileLines, reconcileNow } from './reconcile';
import { calendarLines, packMoveLines } from './report';
import { dossierLines, retentionLines } from './sweeps';

export const usage = `Usage:
  calendar show [YYYY-MM-DD]              what is known, or of one day: its kind, who says so, whether it was corrected
  calendar load FILE [--dry-run]          load a list; --dry-run says what would move, and changes nothing
  calendar tell                           tell running filings of the calendar in force again (an interrupted load)
  rules preview PACK --as-of YYYY-MM-DD   which running filings would change if moved to a rule pack
  reconcile run [--dry-run] [--filing ID]… [--grace SECONDS]
                                          compare what all who know a filing say, and repair; 1: something is left
  retention run [--dry-run]               erase sealed words whose period is over; --dry-run counts them
  dossiers sweep [--dry-run] [--grace-days N]
                                          remove dossiers that no filing refers to; --dry-run names them`;

type Print = (line: string) => void;

/**
 * What an operator does about time across filings, from the command line: the words after the program's name, and the
 * environment of a worker. Gives the exit code; 2 for words it does not know, 1 for a list that is refused.
 */
export async function operate(args: readonly string[], env: Environment, print: Print): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      'as-of': { type: 'string' },
      filing: { type: 'string', multiple: true },
      grace: { type: 'string' },
      'grace-days': { type: 'string' },
    },
  });
  const [topic, verb, object] = positionals;
  const { filing: filings, grace } = values;
  const asked: Asked = {
    object,
    isPreview: values['dry-run'] === true,
    asOf: values['as-of'],
    filings,
    grace,
    graceDays: values['grace-days'],
  };
  const command = topic !== undefined && verb !== undefined ? commands[`${topic} ${verb}`] : undefined;
  if (command === undefined) {
    print(usage);
    return 2;
  }
  try {
    return await command(operatorConfig(env), asked, print);
  } catch (error) {
    if (!(error instanceof CalendarDataError)) throw error;
    print(`refused, and nothing was changed:`);
    for (const fault of error.faults) print(`  ${fault}`);
    return 1;
  }
}

interface Asked {
  readonly object: string | undefined;
  readonly isPreview: boolean;
  readonly asOf: string | undefined;
  readonly filings: readonly string[] | undefined;
  readonly grace: string | undefined;
  readonly graceDays: string | undefined;
}

type Command = (config: OperatorConfig, asked: Asked, print: Print) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  'calendar show': show,
  'calendar load': load,
  'calendar tell': tell,
  'rules preview': previewRules,
  'reconcile run': reconcile,
  'retention run': eraseOverdue,
  'dossiers sweep': sweepDossiers,
};

async function show({ CALENDAR_FILE }: OperatorConfig, { object }: Asked, print: Print): Promise<number> {
  const data = calendarDataInForce(CALENDAR_FILE);
  const calendar = calendarFrom(data);
  if (object !== undefined) {
    print(JSON.stringify({ date: object, ...calendar.day(object) }));
    return 0;
  }
  print(
    `${data.name}: ${data.coveredFrom} to ${data.coveredTo}, ${coverDaysLeft(calendar, Date.now())} days from today`,
  );
  print(`  from ${data.source}`);
  for (const { from, to, source, loadedOn } of data.loaded ?? [])
    print(`  ${from} to ${to}: ${source}, loaded ${loadedOn}`);
  for (const { date, kind, source, madeOn } of data.corrections ?? [])
    print(`  ${date} is a ${kind}: ${source}, corrected ${madeOn}`);
  return 0;
}

async function load(config: OperatorConfig, { object, isPreview }: Asked, print: Print): Promise<number> {
  if (object === undefined) {
    print(usage);
    return 2;
  }
  const list = readJson(object);
  const today = shanghaiDate(Date.now());
  return withTemporal(config, async (client) => {
    const asked = { client, file: config.CALENDAR_FILE, list, today };
    const report = await (isPreview ? previewCalendarList(asked) : loadCalendarList(asked));
    calendarLines(report, isPreview).forEach(print);
    return report.notYet.length === 0 ? 0 : 3;
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CalendarDataError([`${file}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

async function tell(config: OperatorConfig, _: Asked, print: Print): Promise<number> {
  return withTemporal(config, async (client) => {
    calendarLines(await tellCalendar({ client, file: config.CALENDAR_FILE }), false).forEach(print);
    return 0;
  });
}

async function previewRules(config: OperatorConfig, { object, asOf }: Asked, print: Print): Promise<number> {
  if (!isPack(object) || asOf === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) {
    print(usage);
    print(`Packs: ${rulePackIds.join(', ')}`);
    return 2;
  }
  const calendar = calendarFrom(calendarDataInForce(config.CALENDAR_FILE));
  return withTemporal(config, async (client) => {
    packMoveLines(await previewPackMove(client, calendar, { pack: object, asOf })).forEach(print);
    return 0;
  });
}

async function reconcile(config: OperatorConfig, { isPreview, filings, grace }: Asked, print: Print): Promise<number> {
  return withTemporal(config, async (client) => {
    const report = await reconcileNow(client, {
      dryRun: isPreview,
      ...(filings === undefined ? {} : { filings }),
      ...(grace === undefined ? {} : { graceSeconds: Number(grace) }),
    });
    reconcileLines(report).forEach(print);
    return report.lines.every(({ state }) => state === 'repaired') ? 0 : 1;
  });
}

async function eraseOverdue(config: OperatorConfig, { isPreview }: Asked, print: Print): Promise<number> {
  return withTemporal(config, async (client) => {
    (await retentionLines(client, { dryRun: isPreview })).forEach(print);
    return 0;
  });
}

async function sweepDossiers(config: OperatorConfig, { isPreview, graceDays }: Asked, print: Print): Promise<number> {
  const grace = graceDays === undefined ? undefined : Number(graceDays);
  if (grace !== undefined && !(grace >= 0)) {
    print(usage);
    return 2;
  }
  return withTemporal(config, async (client) => {
    const wish = { dryRun: isPreview, ...(grace === undefined ? {} : { graceDays: grace }) };
    (await dossierLines(client, wish)).forEach(print);
    return 0;
  });
}

const isPack = (pack: string | undefined): pack is RulePackId => rulePackIds.some((id) => id === pack);

async function withTemporal(
  config: OperatorConfig,
  work: (client: TemporalClient) => Promise<number>,
): Promise<number> {
  const client = await connectTemporal(config);
  return work(client).finally(() => client.connection.close());
}
