import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ApiCaller, Body } from '../demo/api-caller';
import { runOperator } from '../operator-command';
import { Remedy } from '../servers/parts';
import { dataFolder } from '../stack';
import { bulk, bulkActions, type BulkAction } from './bulk';
import { handOverAgain, listHandOvers, listParked, releaseParked, type Desk } from './failed-desk';
import { newKeys } from './new-keys';
import { signInAsOperator } from './operator';

const text = { type: 'string' } as const;
const options = {
  data: text,
  'dry-run': { type: 'boolean' },
  'at-most': text,
  'stop-after': text,
  run: text,
  // which filings
  stage: text,
  'waiting-on': text,
  province: text,
  'filing-type': text,
  pack: text,
  overdue: text,
  reason: text,
  'deadline-before': text,
  'attempt-at-least': text,
  // what is done to them
  note: text,
  hours: text,
  undo: text,
  'to-pack': text,
  'as-of': text,
  // which messages and events
  channel: text,
  cause: text,
  notice: text,
  filing: text,
  topic: text,
  service: text,
} as const;
type Values = ReturnType<typeof parsed>['values'];

const parsed = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, allowPositionals: true, strict: true });

type Say = (line: string) => void;
interface Given {
  readonly operator: ApiCaller;
  readonly values: Values;
  readonly say: Say;
}

const usage = [
  'Usage: npm run operate -- <what> [options]      --dry-run shows what would be done',
  '  filings        count and list running filings   --stage --waiting-on --province --filing-type --pack --overdue',
  '                                                  --reason --deadline-before --attempt-at-least',
  `  ${Object.keys(bulkActions).join(' | ')}`,
  '                 one update each to those filings --note | --hours | --undo | --to-pack --as-of, --at-most, --run',
  '  failures       what could not be delivered',
  '  resend         undelivered notices again        --channel --cause --notice --filing --at-most --stop-after',
  '  hand-over-again  what the authority did not take is handed over again, one after the other',
  '                 (all that are given up without) --province --cause --filing --at-most --stop-after',
  '  parked         events that Kafka refuses; release-parked lets them go: --service (all without) --filing',
  '  dead-letters   what consumers have set aside    --topic shows the oldest',
  '  replay         give it to them again            --topic (all without) --at-most',
  '  reconcile      compare what all who know a filing say, and repair   --filing --grace',
  '  retention      erase sealed words whose period is over',
  '  dossiers       remove dossiers that no filing refers to              --grace-days',
  '  new-keys       CODEC_KEYS and MASTER_KEY with a fresh key each, in two steps; nothing is changed',
].join('\n');

/** What speaks to Temporal, as a worker does, and not to the gateway. */
const ofTheWorker = [
  ['reconcile', 'run'],
  ['retention', 'run'],
  ['dossiers', 'sweep'],
] as const;

/** `npm run operate -- …`: what an operator does to many filings, messages or events. Gives the exit code. */
export async function runOperate(args: readonly string[], say: Say = (line) => console.log(line)): Promise<number> {
  const own = ofTheWorker.find(([topic]) => topic === args[0]);
  if (own !== undefined) return runOperator(own[0], [own[1], ...args.slice(1)]);
  if (args[0] === 'new-keys') return newKeys(say);
  const { values, positionals } = parsed(args);
  const [what = ''] = positionals;
  const command =
    commands[what] ?? (what in bulkActions ? (given: Given) => runBulk(given, what as BulkAction) : undefined);
  if (command === undefined) {
    say(usage);
    return 2;
  }
  const operator = await signInAsOperator(resolve(values.data ?? dataFolder()));
  return command({ operator, values, say });
}

const commands: Readonly<Record<string, (given: Given) => Promise<number>>> = {
  filings: listFilings,
  failures: listFailures,
  resend,
  'hand-over-again': (all) => handOverAgain(deskOf(all)),
  parked: ({ operator, say }) => listParked(operator, say),
  'release-parked': (all) => releaseParked(deskOf(all)),
  'dead-letters': listDeadLetters,
  replay,
};

const given = (entries: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined));

const searchOf = (values: Values) =>
  given({
    stage: values.stage,
    waitingOn: values['waiting-on'],
    province: values.province,
    filingType: values['filing-type'],
    pack: values.pack,
    overdue: values.overdue,
    reason: values.reason,
    deadlineBefore: values['deadline-before'],
    attemptAtLeast: values['attempt-at-least'],
  });

async function listFilings({ operator, values, say }: Given): Promise<number> {
  const search = new URLSearchParams(searchOf(values)).toString();
  const { query, count, items } = await operator.must('GET', `/v1/operator/filings?${search}`);
  say(`${count} filings: ${query}`);
  for (const filingId of items as readonly string[]) say(`  ${filingId}`);
  return 0;
}

function bodyOf(action: BulkAction, values: Values): Readonly<Record<string, unknown>> {
  const need = (name: keyof Values): string => {
    const value = values[name];
    if (typeof value !== 'string') throw new Remedy(`${action} needs --${name}`);
    return value;
  };
  if (action === 'hold' || action === 'release') return { note: need('note') };
  if (action === 'extend-window') return { hours: Number(need('hours')) };
  if (action === 'retry-undo') return { undo: need('undo') };
  if (action === 'rule-pack') return { pack: need('to-pack'), asOf: need('as-of') };
  return {};
}

async function runBulk({ operator, values, say }: Given, action: BulkAction): Promise<number> {
  const search = searchOf(values);
  if (Object.keys(search).length === 0) throw new Remedy(`${action} needs a filter, or it would mean every filing`);
  const wish = {
    action,
    search,
    body: bodyOf(action, values),
    dryRun: values['dry-run'] === true,
    atMost: Number(values['at-most'] ?? 100),
    run: values.run ?? randomUUID(),
  };
  const { query, count, meant, done, refused } = await bulk(operator, wish);
  say(`${count} filings: ${query}`);
  if (wish.dryRun) {
    say(`dry run: ${action} would be sent to ${meant.length}`);
    for (const filingId of meant) say(`  ${filingId}`);
    return 0;
  }
  say(`${action} was sent to ${meant.length}: ${done.length} done, ${refused.length} refused (run ${wish.run})`);
  for (const { filingId, code } of refused) say(`  ${filingId} ${code}`);
  const left = meant.length < count ? `; ${count - meant.length} more: run it again` : '';
  say(
    `check: npm run operate -- filings ${Object.entries(flagsOf(values))
      .map(([flag, value]) => `--${flag} ${value}`)
      .join(' ')}${left}`,
  );
  return refused.length === 0 ? 0 : 1;
}

const searchFlags = [
  'stage',
  'waiting-on',
  'province',
  'filing-type',
  'pack',
  'overdue',
  'reason',
  'deadline-before',
  'attempt-at-least',
] as const;
const flagsOf = (values: Values) => given(Object.fromEntries(searchFlags.map((flag) => [flag, values[flag]])));

async function listFailures(all: Given): Promise<number> {
  const { operator, say } = all;
  let cursor: string | undefined;
  do {
    const page: Body = await operator.must('GET', `/v1/operator/deliveries${cursor ? `?cursor=${cursor}` : ''}`);
    for (const { id, channel, notice, filingId, cause, movedAt } of page.items)
      say(`notice ${id} ${channel} ${notice} of ${filingId}: ${cause} (${movedAt})`);
    cursor = page.next;
  } while (cursor !== undefined);
  await listDeadLetters(all);
  await listParked(operator, say);
  return listHandOvers(operator, say);
}

/** What the commands for hand-overs and parked events need of what was typed. */
const deskOf = ({ operator, values, say }: Given): Desk => ({
  operator,
  say,
  filter: given({ province: values.province, cause: values.cause, filingId: values.filing }),
  service: values.service,
  dryRun: values['dry-run'] === true,
  atMost: Number(values['at-most'] ?? 1_000),
  stopAfter: Number(values['stop-after'] ?? 3),
});

const pauseMs = 500;

async function resend({ operator, values, say }: Given): Promise<number> {
  const { channel, cause, notice, filing } = values;
  const { runId, matching } = await operator.must('POST', '/v1/operator/deliveries/resend', {
    body: {
      filter: given({ channel, cause, notice, filingId: filing }),
      dryRun: values['dry-run'] === true,
      ...(values['at-most'] === undefined ? {} : { atMost: Number(values['at-most']) }),
      ...(values['stop-after'] === undefined ? {} : { stopAfter: Number(values['stop-after']) }),
    },
  });
  if (runId === undefined) {
    say(`${matching} notices match${values['dry-run'] ? '; dry run: nothing was sent' : ''}`);
    return 0;
  }
  for (;;) {
    const run = await operator.must('GET', `/v1/operator/resend-runs/${encodeURIComponent(runId as string)}`);
    if (run.state !== 'running') {
      say(`${run.state}: of ${matching} notices ${run.sent} were taken, ${run.failed} failed again`);
      return run.state === 'done' && run.failed === 0 ? 0 : 1;
    }
    await new Promise((wake) => setTimeout(wake, pauseMs));
  }
}

async function topicsOf(operator: ApiCaller): Promise<readonly { topic: string; consumer: string; waiting: number }[]> {
  return (await operator.must('GET', '/v1/operator/dead-letter-topics')).items;
}

async function listDeadLetters({ operator, values, say }: Given): Promise<number> {
  for (const { topic, consumer, waiting } of await topicsOf(operator)) {
    if (values.topic === undefined) say(`${waiting} events wait in ${topic}, set aside by ${consumer}`);
  }
  if (values.topic === undefined) return 0;
  const { items } = await operator.must('GET', `/v1/operator/dead-letters?topic=${encodeURIComponent(values.topic)}`);
  for (const { partition, offset, reason, type = '', filingId, setAsideAt } of items)
    say(`${partition}/${offset} ${reason} ${type} of ${filingId} (${setAsideAt})`);
  return 0;
}

async function replay({ operator, values, say }: Given): Promise<number> {
  const topics = (await topicsOf(operator)).filter(({ topic, waiting }) =>
    values.topic === undefined ? waiting > 0 : topic === values.topic,
  );
  if (topics.length === 0) say('nothing waits');
  for (const { topic } of topics) {
    const dryRun = values['dry-run'] === true;
    const atMost = values['at-most'] === undefined ? {} : { atMost: Number(values['at-most']) };
    const report = await operator.must('POST', '/v1/operator/dead-letters/replay', {
      body: { topic, dryRun, ...atMost },
    });
    say(
      `${topic}: ${report.replayed} ${dryRun ? 'would be replayed' : 'replayed'}, ${report.skipped} unreadable, ${report.waiting} wait`,
    );
  }
  return 0;
}
