import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReconcileReport, taskQueues, upkeepTypes } from '@beian/contracts';
import { ApiCaller } from '@beian/infra';
import { makePatient } from '../faults/persistently';
import { expectSettled } from '../stories/aftermath';
import { Journey } from '../stories/journey';
import { theScene } from '../stories/scene';
import { closeTemporal, temporal } from '../stories/workflow-view';
import { type FrozenFiling, installationFolder, readInstallation } from './frozen-installation';
import { type InstallationStack, startFrom } from './installation-stack';
import { openFiling } from './open-filings';

const frozen = readInstallation(installationFolder('release-0'));

jest.setTimeout(400_000);

describe('release 0, upgraded to what stands here (features 54)', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-upgrade-'));
  let stack: InstallationStack;
  beforeAll(async () => {
    stack = await startFrom(frozen, dataDir);
    process.env['BEIAN_STORY_STACK'] = join(dataDir, 'stack.json');
  }, 600_000);
  afterAll(async () => {
    await closeTemporal();
    await stack?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 120_000);

  const aftercare = frozen.filings.filter(({ name }) => name === 'granted-in-aftercare');
  const underWay = frozen.filings.filter((filing) => !aftercare.includes(filing));

  it.each(underWay)('I-1: $name goes on where it stood, to its grant', async (filing) => {
    const journey = await goneOn(filing);
    await expectSettled(journey, { orders: openFiling(filing.name).orders });
  });

  it.each(aftercare)('I-1: $name ends when its last reminder is sent, and hands nothing over again', async (filing) => {
    const { scene, filingId } = await goneOn(filing);
    expect(await scene.outside.ordersOf(filingId)).toHaveLength(openFiling(filing.name).orders);
  });

  /** Those who know the filing agree about it, before it goes on and after. */
  async function goneOn(filing: FrozenFiling): Promise<Journey> {
    const scene = theScene(stack.running.stack);
    const journey = await Journey.resume(scene, filing, makePatient);
    const operator = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf('operator-ma'));
    makePatient(operator);
    expect(await differences(journey)).toEqual([]);

    await renewOutside(journey);
    await openFiling(filing.name).goOn(journey, operator);
    expect((await journey.status()).stage).toBe('granted');
    expect(await differences(journey)).toEqual([]);
    return journey;
  }
});

/** What registry and cloud promised when the release was frozen may have run out since. */
async function renewOutside({ scene, form, filingId, applicant }: Journey): Promise<void> {
  const { certificateType, certificateNumber, domain } = form.check;
  await scene.outside.registerDomain(domain, { name: form.subject.name, certificateType, certificateNumber });
  const { owner } = await applicant.status(filingId);
  await scene.outside.provideInstance(`i-${filingId.toLowerCase()}`, owner as string);
}

/** What those who know the filing say differently. */
async function differences({ filingId }: Journey): Promise<ReconcileReport['lines']> {
  const wish = { dryRun: true, filings: [filingId], graceSeconds: 0, secondLookSeconds: 1 };
  const { lines } = (await (
    await temporal()
  ).workflow.execute(upkeepTypes.reconcile, {
    taskQueue: taskQueues.filing,
    workflowId: `${upkeepTypes.reconcile}-upgrade-${filingId}-${Date.now()}`,
    args: [wish],
  })) as ReconcileReport;
  return lines;
}
