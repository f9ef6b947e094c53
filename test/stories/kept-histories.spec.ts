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
import { eventually } from '../faults/persistently';
import { canariesOf, found } from './canaries';
import { Journey } from './journey';
import { theScene, theStack } from './scene';

const scene = theScene();
const historyOf = (filingId: string) => `/v1/operator/filings/${filingId}/history`;
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
  it('is in the bucket: what the server has, without a clear word, and it replays with the worker’s code', async () => {
    const journey = await Journey.begin(scene, individualInZhejiang());
    await journey.mustAct('abandon');
    await journey.untilStage('abandoned');
    const { temporal, s3 } = theStack().addresses;
    const connection = await Connection.connect({ address: temporal.address });
    const codecKeys = temporalSettings.CODEC_KEYS.parse(developmentEnvironmentFor('worker')['CODEC_KEYS']);
    const converter = dataConverter(codecKeys);
    const handle = new Client({
      connection,
      namespace: temporal.namespace,
      dataConverter: converter,
    }).workflow.getHandle(filingWorkflowId(journey.filingId));
    await handle.result();
    const { runId } = await handle.describe();

    const store = new ObjectStore({
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
    });
    const name = { bucket: 'beian-documents', key: `histories/${journey.filingId}/${runId}.json` };
    let file = await store.get(name, 10_000_000);
    for (const giveUpAt = Date.now() + 60_000; file === undefined && Date.now() < giveUpAt;)
      file = await store.get(name, 10_000_000);
    store.close();
    const text = file?.toString() ?? '{}';
    const history = JSON.parse(text) as object;
    expect(history).toEqual(JSON.parse(historyToJSON(await handle.fetchHistory())));
    await connection.close();
    expect(found(canariesOf(journey.form), Buffer.from(text))).toEqual([]);
    expect(await takenBy('auditor', journey.filingId)).toEqual([text]);
    expect(await takenBy('operator', journey.filingId)).toEqual([text]);
    expect(await (await asRole('reviewer')).get(historyOf(journey.filingId))).toMatchObject({ status: 403 });

    const { code } = await bundleWorkflowCode({
      workflowsPath: require.resolve('@beian/filing'),
      workflowInterceptorModules: [require.resolve('@beian/filing/traces')],
      failureConverterPath,
    });
    const options = { workflowBundle: { code }, dataConverter: converter };
    await Worker.runReplayHistory(options, history, filingWorkflowId(journey.filingId));
  }, 120_000);
});
