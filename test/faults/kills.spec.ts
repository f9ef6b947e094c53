import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enterpriseInTianjin, launch, parts, type Part, type RunningStack } from '@beian/infra';
import { expectSettled } from '../stories/aftermath';
import { Journey } from '../stories/journey';
import { theScene } from '../stories/scene';
import { leave, moved, type StageUnderFire, walkTo } from './crossings';
import { eventually, makePersistent } from './persistently';

/** Who is killed while which stage is being left; every stage is there at least once. */
const cells = [
  ['subject', 'draft'],
  ['website', 'draft'],
  ['minio', 'draft'],
  ['postgres', 'provider-review'],
  ['documents', 'identity-check'],
  ['temporal', 'identity-check'],
  ['gateway', 'provider-review'],
  ['worker', 'hand-over'],
  ['verification', 'phone-verification'],
  ['kafka', 'authority-review'],
  ['notification', 'authority-review'],
] as const satisfies readonly (readonly [string, StageUnderFire])[];

const isServer = (victim: string): victim is Part => (parts as readonly string[]).includes(victim);

/** How the call to the authority goes that is cut by the kill: taken only later, or taken with its answer underway. */
const calls = [
  ['slow', 'the authority has not taken the order yet'],
  ['lost', 'the authority took the order and its answer is lost'],
] as const;
/** Longer than a killed service needs to be back, shorter than our own patience with the authority (8 s). */
const callMs = 6_000;

describe('F-P1 F-K1 F-T1 F-W1: kill -9 in the middle of a filing', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-faults-'));
  let running: RunningStack;

  beforeAll(async () => {
    running = await launch({ dataDir, split: true, ports: 'any' });
    process.env['BEIAN_STORY_STACK'] = join(dataDir, 'stack.json');
  }, 600_000);
  afterAll(async () => {
    await running?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 120_000);

  const victimOf = (name: string) => {
    const victim = isServer(name) ? running.servers?.server(name) : running.processes.find((one) => one.name === name);
    if (victim === undefined) throw new Error(`${name} does not run`);
    return victim;
  };

  /** Resolves when the gateway has read what was sent to it before. */
  const underWay = () => fetch(`${theScene().gatewayUrl}/health/live`);

  /** Notices of the grant that stand in the applicant's inbox. */
  const granted = async ({ applicant, filingId }: Journey) => {
    const { items } = await applicant.api.must('GET', `/v1/filings/${filingId}/messages`);
    return (items as { notice: string; channel: string }[]).filter(
      ({ notice, channel }) => notice === 'granted' && channel === 'in-app',
    );
  };

  it.each(cells)('%s, while %s is being left: granted, nothing lost, nothing doubled', async (name, stage) => {
    const victim = victimOf(name);
    const journey = await Journey.begin(theScene(), enterpriseInTianjin(), makePersistent);
    const before = stage === 'hand-over' ? 'identity-check' : stage;
    await walkTo(journey, before);

    const leaving = leave[before](journey);
    leaving.catch(() => undefined); // told below, where it is awaited
    if (stage === 'hand-over') await moved(journey, before);
    else await underWay();
    const began = Date.now();
    expect(await victim.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    await victim.restart();
    await leaving;
    await moved(journey, stage);
    console.info(`${name} in ${stage}: moved on ${((Date.now() - began) / 1_000).toFixed(1)} s after the kill`);

    await walkTo(journey, 'granted');
    await expectGranted(journey);
  });

  it.each(calls)('F-X1 I-9 verification, in the middle of a hand-over (%s: %s): one order', async (behaviour) => {
    const victim = victimOf('verification');
    const journey = await Journey.begin(theScene(), enterpriseInTianjin(), makePersistent);
    const { scene, filingId } = journey;
    await walkTo(journey, 'identity-check');
    const { id } = await scene.outside.script({
      ...{ party: 'authority', behaviour, match: filingId, times: 1, delayMs: callMs },
    });
    await leave['identity-check'](journey);
    await eventually(
      async () => ((await scene.outside.usesOf(id)) > 0 ? true : undefined),
      'the call to the authority',
    );
    const orders = (await scene.outside.ordersOf(filingId)).length;

    const began = Date.now();
    expect(await victim.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    expect(orders).toBe(behaviour === 'lost' ? 1 : 0);
    await victim.restart();
    await moved(journey, 'hand-over');
    console.info(
      `verification in a ${behaviour} hand-over: moved on ${((Date.now() - began) / 1_000).toFixed(1)} s after`,
    );

    await walkTo(journey, 'granted');
    await expectGranted(journey);
    expect(await scene.outside.ordersOf(filingId)).toHaveLength(1);
  });

  /** The end of every cell: each effect once, and the applicant told once. */
  async function expectGranted(journey: Journey): Promise<void> {
    await expectSettled(journey, { orders: 1, codes: 2 });
    await eventually(async () => (await granted(journey)).at(0), 'the notice of the grant');
    expect(await granted(journey)).toHaveLength(1);
  }
});
