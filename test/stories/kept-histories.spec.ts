import { randomBytes } from 'node:crypto';
import { boot } from '@beian/codec';
import { filingWorkflowId } from '@beian/contracts';
import { ApiCaller, individualInZhejiang } from '@beian/infra';
import {
  dataConverter,
  developmentEnvironmentFor,
  failureConverterPath,
  ObjectStore,
  temporalSettings,
} from '@beian/platform';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { contentOf, decode, encodingOf, keyOf, payloadsIn } from '../compose/sealed-payloads';
import { eventually } from '../faults/persistently';
import { canariesOf, found } from './canaries';
import { Journey } from './journey';
import { theScene, theStack } from './scene';

const scene = theScene();
const historyOf = (filingId: string) => `/v1/operator/filings/${filingId}/history`;
const codecKeys = developmentEnvironmentFor('worker')['CODEC_KEYS'] ?? '';

/** The keys after a rotation: another one seals, those of before still open. */
function rotated(): string {
  const { keys } = JSON.parse(codecKeys) as { keys: Readonly<Record<string, string>> };
  return JSON.stringify({ current: 'rotated', keys: { ...keys, rotated: randomBytes(32).toString('base64') } });
}

/** The filing's history as the server has it, and the name of its run. */
async function onTheServer(filingId: string): Promise<{ readonly runId: string; readonly history: unknown }> {
  const { temporal } = theStack().addresses;
  const connection = await Connection.connect({ address: temporal.address });
  const handle = new Client({
    connection,
    namespace: temporal.namespace,
    dataConverter: dataConverter(temporalSettings.CODEC_KEYS.parse(codecKeys)),
  }).workflow.getHandle(filingWorkflowId(filingId));
  await handle.result();
  const { runId } = await handle.describe();
  const history: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()));
  await connection.close();
  return { runId, history };
}

/** The text of the file in the bucket, which is written a moment after the end. */
async function inTheBucket(filingId: string, runId: string): Promise<string> {
  const { s3 } = theStack().addresses;
  const store = new ObjectStore({
    S3_ENDPOINT: s3.endpoint,
    S3_ACCESS_KEY: s3.accessKey,
    S3_SECRET_KEY: s3.secretKey,
    S3_REGION: s3.region,
  });
  const name = { bucket: 'beian-documents', key: `histories/${filingId}/${runId}.json` };
  const file = await eventually(() => store.get(name, 10_000_000), 'the history in the bucket');
  store.close();
  return file.toString();
}

/** Fails where the worker's code would take other steps than the history, or cannot open it. */
async function replay(history: object, filingId: string, keys: string): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('@beian/filing'),
    workflowInterceptorModules: [require.resolve('@beian/filing/traces')],
    failureConverterPath,
  });
  const options = {
    workflowBundle: { code },
    dataConverter: dataConverter(temporalSettings.CODEC_KEYS.parse(keys)),
  };
  await Worker.runReplayHistory(options, history, filingWorkflowId(filingId));
}

const asRole = async (role: string) =>
  new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf(`${role}-histories`));

/** The files that somebody gets through the gateway, as they lie in the bucket: sealed. A file is listed after it is written. */
async function takenBy(role: string, filingId: string): Promise<readonly string[]> {
  const caller = await asRole(role);
  const listed = async () => {
    const { items } = (await caller.must('GET', historyOf(filingId))) as { items: readonly { url: string }[] };
    return items.length > 0 ? items : undefined;
  };
  const items = await eventually(listed, 'the kept history in the list');
  return Promise.all(items.map(async ({ url }) => (await fetch(url)).text()));
}

describe('the history of a filing that ended (features.md 3.5)', () => {
  let journey: Journey;
  let server: unknown;
  let text: string;
  let history: object;

  beforeAll(async () => {
    journey = await Journey.begin(scene, individualInZhejiang());
    await journey.mustAct('abandon');
    await journey.untilStage('abandoned');
    const of = await onTheServer(journey.filingId);
    server = of.history;
    text = await inTheBucket(journey.filingId, of.runId);
    history = JSON.parse(text) as object;
  }, 120_000);

  it('is in the bucket: what the server has, without a clear word', () => {
    expect(history).toEqual(server);
    expect(found(canariesOf(journey.form), Buffer.from(text))).toEqual([]);
  });

  it('is given to operators and auditors, and to nobody else', async () => {
    expect(await takenBy('auditor', journey.filingId)).toEqual([text]);
    expect(await takenBy('operator', journey.filingId)).toEqual([text]);
    expect(await (await asRole('reviewer')).get(historyOf(journey.filingId))).toMatchObject({ status: 403 });
  });

  it('replays with the worker’s code', () => replay(history, journey.filingId, codecKeys), 120_000);

  it('opens at the codec server and replays when another key seals (proof 7 of the codec server)', async () => {
    const keys = rotated();
    await replay(history, journey.filingId, keys);
    const codec = await boot({
      PORT: '0',
      LOG_LEVEL: 'error',
      CODEC_KEYS: keys,
      OIDC_ISSUER: `${theStack().urls['sandbox']}/oidc`,
      OIDC_AUDIENCE: 'https://api.beian.example',
    });
    try {
      const sealed = payloadsIn(history).filter((payload) => encodingOf(payload) === 'binary/encrypted');
      expect(sealed.length).toBeGreaterThan(3);
      expect(sealed.map(keyOf)).not.toContain('rotated');
      const opened = await decode(codec.url ?? '', sealed, await scene.outside.tokenOf('operator-ma'));
      expect(opened.payloads).toHaveLength(sealed.length);
      expect(opened.payloads.map(encodingOf)).not.toContain('binary/encrypted');
      expect(opened.payloads.map(contentOf).join()).toContain(journey.filingId);
    } finally {
      await codec.close();
    }
  }, 120_000);
});
