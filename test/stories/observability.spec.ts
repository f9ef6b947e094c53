import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { individualInZhejiang } from '@beian/infra';
import { Journey } from './journey';
import { Prometheus, prometheusBinary } from './prometheus';
import { theScene, theStack } from './scene';

const folder = join(__dirname, '..', '..', 'deploy', 'observability');
const rules = join(folder, 'alerts.yml');
const binary = prometheusBinary();
const withPrometheus = binary === undefined ? describe.skip : describe;
if (binary === undefined)
  process.stderr.write('observability.spec: no prometheus on PATH or in BEIAN_PROMETHEUS; skipped\n');

interface Dashboard {
  readonly title: string;
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}
const dashboards = readdirSync(join(folder, 'dashboards')).map(
  (name) => JSON.parse(readFileSync(join(folder, 'dashboards', name), 'utf8')) as Dashboard,
);
const panels = dashboards.flatMap(({ title, panels: all }) =>
  all.flatMap((panel) => panel.targets.map(({ expr }) => ({ where: `${title}: ${panel.title}`, expr }))),
);

async function until(holds: () => Promise<boolean>, seconds = 60): Promise<void> {
  const giveUpAt = Date.now() + seconds * 1_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > giveUpAt) throw new Error('did not happen in time');
    await delay(300);
  }
}

/** Show only after something has failed, or where an operator has set them up. */
const onlyAtTimes = /failed|5\.\.|certificate_|keys_made|outbox/;

withPrometheus('features 42: a real Prometheus that scrapes the stack', () => {
  let prometheus: Prometheus;

  beforeAll(async () => {
    const { urls } = theStack();
    const targets = Object.entries(urls).flatMap(([name, url]) => (name === 'sandbox' ? [] : [new URL(url).host]));
    await Journey.inStage(theScene(), { form: individualInZhejiang(), stage: 'provider-review' });
    prometheus = await Prometheus.start(binary ?? '', { targets, rules });
    await until(async () => (await prometheus.query('up == 1')).length === targets.length);
    await until(async () => (await prometheus.query('task_queue_pollers')).length > 0);
    await until(async () => (await prometheus.query('rate(http_request_seconds_count[1m])')).length > 0); // needs two scrapes
  }, 180_000);
  afterAll(() => prometheus.stop());

  it.each(panels)('answers "$where"', async ({ expr }) => {
    await prometheus.query(expr);
    if (!onlyAtTimes.test(expr)) await until(async () => (await prometheus.query(expr)).length > 0); // a rate needs two scrapes
  });

  it('knows every metric that an alert looks at: a rule over a name that nobody shows would never fire', async () => {
    const known = new Set((await prometheus.ask('label/__name__/values')) as readonly string[]);
    const exprs = [...readFileSync(rules, 'utf8').matchAll(/expr: (?:\|\n((?: {10}.*\n)+)|(.+))/g)].map(
      ([, block, line]) => block ?? line ?? '',
    );
    const used = exprs.flatMap((expr) => [...expr.matchAll(/\b[a-z]+(?:_[a-z]+)+\b(?!\s*\()/g)].map(([name]) => name));
    const names = [...new Set(used)].filter((name) => name !== 'task_queue' && !onlyAtTimes.test(name));
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it('has loaded every rule, and none is in trouble', async () => {
    const { groups } = (await prometheus.ask('rules')) as {
      groups: readonly { rules: readonly { name: string; health: string; lastError?: string }[] }[];
    };
    const loaded = groups.flatMap((group) => group.rules);
    const written = [...readFileSync(rules, 'utf8').matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
    expect(loaded.map(({ name }) => name).sort()).toEqual(written.sort());
    await until(async () => {
      const again = (await prometheus.ask('rules')) as { groups: typeof groups };
      return again.groups.every((group) => group.rules.every(({ health }) => health === 'ok'));
    });
  });
});
