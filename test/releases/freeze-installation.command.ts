import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filingWorkflowId } from '@beian/contracts';
import { getFiling } from '@beian/contracts/messages';
import { adminUrlOf, ApiCaller, objectStore, withAdmin } from '@beian/infra';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { makePatient } from '../faults/persistently';
import { Journey } from '../stories/journey';
import { theScene } from '../stories/scene';
import { closeTemporal, filingHandle } from '../stories/workflow-view';
import { dumpDatabase } from './dump-database';
import { type InstallationStack, owners, startStack, temporalFile, worldFile } from './installation-stack';
import { openFiling, type OpenFilingName, openFilingNames } from './open-filings';
import {
  type FrozenFiling,
  type FrozenObject,
  type FrozenInstallation,
  installationFolder,
  writeInstallation,
} from './frozen-installation';

/** Small, or the pictures would be most of what is committed. */
const pictureSize = { width: 220, height: 310 };

/**
 * `npm run release:freeze-installation -- release-0`: drives filings into every open stage on a stack of its own, waits until
 * nothing moves, and writes down all there is. docs/releases.md says what for.
 */
async function freeze(release: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-freeze-'));
  let stack: InstallationStack | undefined;
  try {
    stack = await startStack(dataDir);
    process.env['BEIAN_STORY_STACK'] = join(dataDir, 'stack.json');
    const scene = { ...theScene(stack.running.stack), pictureSize };
    const operator = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf('operator-ma'));
    makePatient(operator);
    const journeys = new Map<OpenFilingName, Journey>();
    for (const name of openFilingNames) {
      const journey = await Journey.begin(scene, openFiling(name).form(), makePatient);
      journeys.set(name, journey);
      await openFiling(name).bring(journey, operator);
      console.log(`${name}: ${journey.filingId}`);
    }
    for (const journey of journeys.values()) await untilStill(journey);
    await untilDelivered(stack);

    const histories = await historiesOf(journeys);
    await stack.stopProcesses();
    const filings = [...journeys].map(([name, { filingId, form, applicant }]): FrozenFiling => ({
      ...{ name, filingId, persona: applicant.persona, form },
    }));
    const atRest = { ...(await read(stack)), filings, histories };
    await closeTemporal();
    await stack.close(); // the file of the server is whole only after it has ended
    const frozen = {
      ...atRest,
      temporal: withoutHost(readFileSync(temporalFile(dataDir))),
      world: readFileSync(worldFile(dataDir)),
    };
    assertNoMachine(frozen, dataDir);
    writeInstallation(installationFolder(release), frozen);
    console.log(`written: ${installationFolder(release)}`);
  } finally {
    await stack?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function historiesOf(journeys: ReadonlyMap<OpenFilingName, Journey>): Promise<Record<string, Buffer>> {
  const histories: Record<string, Buffer> = {};
  for (const [name, { filingId }] of journeys)
    histories[name] = withoutHost(Buffer.from(historyToJSON(await (await filingHandle(filingId)).fetchHistory())));
  return histories;
}

async function read(
  stack: InstallationStack,
): Promise<Pick<FrozenInstallation, 'migrations' | 'database' | 'objects'>> {
  const { addresses, running } = stack;
  const { migrations } = running.stack.prepared;
  const dump = await withAdmin(adminUrlOf(addresses.postgres.adminUrl), (client) => dumpDatabase(client, owners));
  return { migrations, database: Buffer.from(dump), objects: await objectsOf(stack) };
}

async function objectsOf({ addresses, running }: InstallationStack): Promise<readonly FrozenObject[]> {
  const store = objectStore(addresses.s3);
  const objects: FrozenObject[] = [];
  for (const bucket of running.stack.prepared.buckets) {
    for await (const { name } of store.listObjectsV2(bucket, '', true) as AsyncIterable<{ name: string }>) {
      const chunks: Buffer[] = [];
      for await (const chunk of await store.getObject(bucket, name)) chunks.push(chunk as Buffer);
      objects.push({ bucket, key: name, base64: Buffer.concat(chunks).toString('base64') });
    }
  }
  return objects;
}

const patienceMs = 120_000;

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (const giveUpAt = Date.now() + patienceMs; !(await holds()); await pause(500))
    if (Date.now() > giveUpAt) throw new Error(`after ${patienceMs / 1_000} s still not: ${what}`);
}

/** No activity under way, and the gateway knows what the run knows. */
async function untilStill({ filingId, applicant }: Journey): Promise<void> {
  const handle = await filingHandle(filingId);
  await until(
    async () => {
      const { raw } = await handle.describe();
      const { version } = await handle.query(getFiling);
      return (raw.pendingActivities ?? []).length === 0 && (await applicant.status(filingId)).version === version;
    },
    `${filingWorkflowId(filingId)} stands still`,
  );
}

/** Nothing waits in an outbox, and every notice has arrived: Kafka is not frozen, and nothing in it may be needed. */
async function untilDelivered({ addresses }: InstallationStack): Promise<void> {
  const waiting = [
    ...owners.map((owner) => `SELECT FROM ${owner}.outbox WHERE published_at IS NULL`),
    'SELECT FROM notification.notice WHERE addressed_at IS NULL',
    "SELECT FROM notification.delivery WHERE state IN ('waiting', 'sending')",
  ].join(' UNION ALL ');
  await withAdmin(adminUrlOf(addresses.postgres.adminUrl), (client) =>
    until(async () => (await client.query(waiting)).rowCount === 0, 'all events published, all notices sent'),
  );
}

/** How workers and clients of Temporal sign: `process@host`. */
const signature = new RegExp(`(?<=\\d@)${hostname().replaceAll('.', '\\.')}`, 'g');

/** Struck out at equal length, for the server's file counts bytes. */
function withoutHost(content: Buffer): Buffer {
  const text = content.toString('latin1').replace(signature, (host) => 'x'.repeat(host.length));
  return Buffer.from(text, 'latin1');
}

/** What is frozen is committed: it must not say on which machine that was. */
function assertNoMachine(frozen: FrozenInstallation, dataDir: string): void {
  const paths = [dataDir, homedir(), resolve(__dirname, '..', '..', '..')];
  const { database, temporal, world, histories } = frozen;
  for (const [name, content] of Object.entries({ database, temporal, world, ...histories })) {
    const traces = [
      ...paths.filter((path) => content.includes(path)),
      ...(content.toString('latin1').match(signature) ?? []),
    ];
    if (traces.length > 0) throw new Error(`${name} names this machine: ${traces.join(', ')}`);
  }
}

async function main([release]: readonly string[]): Promise<void> {
  if (release === undefined || !/^release-\d+$/.test(release)) throw new Error('Which release? Such as release-0.');
  await freeze(release);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
