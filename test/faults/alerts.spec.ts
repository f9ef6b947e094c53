import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type RunningStack } from '@beian/infra';
import { hurried, Prometheus, prometheusBinary } from '../stories/prometheus';
import {
  faults,
  faultsOfFilings,
  faultsOfProcesses,
  faultsOfServers,
  onSyntheticTime,
  settle,
  type Fault,
  type Town,
} from './alert-faults';
import { eventually } from './persistently';

const rules = join(__dirname, '..', '..', 'deploy', 'observability', 'alerts.yml');
const binary = prometheusBinary();
const withPrometheus = binary === undefined ? describe.skip : describe;
if (binary === undefined) process.stderr.write('alerts.spec: no prometheus on PATH or in BEIAN_PROMETHEUS; skipped\n');

/** Temporal forgets a poller after a minute and a half; everything else is told sooner. */
const patienceSeconds = 180;

withPrometheus('feature 42: each alert fires under its fault and clears when that is mended', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-alerts-'));
  let running: RunningStack;
  let town: Town;
  let prometheus: Prometheus;
  /** One proof per fault. They run side by side, since most of each is waiting; a test only awaits its own. */
  const proofs = new Map<string, Promise<void>>();

  const until = (holds: () => Promise<boolean>, what: string) =>
    eventually(async () => ((await holds()) ? true : undefined), what, patienceSeconds);
  const fires = (alert: string) => until(() => prometheus.isFiring(alert), `${alert} fires`);
  const isQuiet = (alert: string) => until(async () => !(await prometheus.isFiring(alert)), `${alert} is quiet`);

  /** What fires now; the end of a calendar is no fault of this stack. */
  const firing = async () =>
    (await prometheus.firing()).filter((alert) => !Object.keys(onSyntheticTime).includes(alert.split(' ')[0] ?? ''));

  const untilQuiet = () => until(async () => (await firing()).length === 0, 'no alert fires on a healthy stack');

  /** Quiet before, fires under the fault, quiet again after it. */
  async function prove({ plant, raises }: Fault): Promise<void> {
    await Promise.all(raises.map(isQuiet));
    const mend = await plant(town);
    try {
      await Promise.all(raises.map(fires));
    } finally {
      await mend();
    }
    await Promise.all(raises.map(isQuiet));
  }
  /** Begins the proofs of some faults; resolves when all of them are over, well or not. */
  function begin(some: readonly Fault[]): Promise<unknown> {
    for (const fault of some) {
      const proof = prove(fault);
      proofs.set(fault.what, proof);
      proof.catch(() => undefined); // told by its test
    }
    return Promise.allSettled(some.map(({ what }) => proofs.get(what)));
  }

  beforeAll(async () => {
    running = await launch({ dataDir, split: true, ports: 'any', env: { NOTICE_TRIES: '1' } });
    process.env['BEIAN_STORY_STACK'] = join(dataDir, 'stack.json');
    town = await settle(running);
    const { sandbox: _, ...ours } = running.stack.urls;
    const targets = Object.values(ours).map((url) => new URL(url).host);
    const fast = join(dataDir, 'alerts.yml');
    writeFileSync(fast, hurried(readFileSync(rules, 'utf8')));
    prometheus = await Prometheus.start(binary ?? '', { targets, rules: fast });
    await until(async () => (await prometheus.query('up == 1')).length === targets.length, 'all are scraped');
    await untilQuiet();
    const filings = begin(faultsOfFilings);
    const processes = begin(faultsOfProcesses);
    const servers = filings.then(() => begin(faultsOfServers));
    await Promise.all([filings, processes, servers]);
  }, 900_000);
  afterAll(async () => {
    await prometheus?.stop();
    await running?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 120_000);

  it.each(faults)('$what: $raises', ({ what }) => proofs.get(what));

  it('leaves a stack on which no alert fires', untilQuiet);
});
