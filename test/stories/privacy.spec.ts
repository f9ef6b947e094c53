import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { enterpriseInTianjin, type FilingForm, individualInZhejiang } from '@beian/infra';
import { Connection } from '@temporalio/client';
import { Kafka, logLevel } from 'kafkajs';
import { Client as S3 } from 'minio';
import { canariesOf, encodings, found } from './canaries';
import { Journey } from './journey';
import { theScene, theStack } from './scene';

/** Every workflow's description and history, as the server keeps them: no codec in between. */
async function temporalBytes(): Promise<Buffer> {
  const { address, namespace } = theStack().addresses.temporal;
  const connection = await Connection.connect({ address });
  const pieces: string[] = [];
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await connection.workflowService.listWorkflowExecutions({
      namespace,
      pageSize: 200,
      ...(nextPageToken ? { nextPageToken } : {}),
    });
    for (const { execution } of page.executions ?? []) {
      const history = await connection.workflowService.getWorkflowExecutionHistory({
        namespace,
        execution: execution ?? {},
      });
      pieces.push(JSON.stringify(history.history?.events ?? [], withBytes));
    }
    pieces.push(JSON.stringify(page.executions, withBytes));
    nextPageToken = page.nextPageToken && page.nextPageToken.length > 0 ? page.nextPageToken : undefined;
  } while (nextPageToken);
  await connection.close();
  return Buffer.from(pieces.join('\n'));
}

/** Payload bytes as latin1 text, so that clear text inside them would be seen. */
const withBytes = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;

async function kafkaBytes(): Promise<Buffer> {
  const kafka = new Kafka({ brokers: [...theStack().addresses.kafka.brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith('beian.'));
  const chunks: Buffer[] = [];
  const consumer = kafka.consumer({ groupId: `privacy-${Date.now()}` });
  await consumer.connect();
  const ends = new Map<string, number>();
  for (const topic of topics) {
    for (const { partition, high } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > 0) ends.set(`${topic} ${partition}`, Number(high));
  }
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: async ({ topic, partition, message }) => {
          chunks.push(
            message.key ?? Buffer.alloc(0),
            message.value ?? Buffer.alloc(0),
            Buffer.from(JSON.stringify(message.headers)),
          );
          if (Number(message.offset) + 1 >= (ends.get(`${topic} ${partition}`) ?? 0))
            ends.delete(`${topic} ${partition}`);
          if (ends.size === 0) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  await admin.disconnect();
  return Buffer.concat(chunks);
}

function logBytes(): Buffer {
  const folder = theStack().logDir;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Buffer.concat(
    files.map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    }),
  );
}

async function objectKeys(): Promise<Buffer> {
  const { endpoint, accessKey, secretKey, region } = theStack().addresses.s3;
  const { hostname, port } = new URL(endpoint);
  const s3 = new S3({ endPoint: hostname, port: Number(port), useSSL: false, accessKey, secretKey, region });
  const keys: string[] = [];
  for (const { name } of await s3.listBuckets()) {
    for await (const object of s3.listObjectsV2(name, '', true)) keys.push((object as { name: string }).name);
  }
  return Buffer.from(keys.join('\n'));
}

describe('rel S9 I-28: nothing personal in clear', () => {
  const forms: FilingForm[] = [];

  beforeAll(async () => {
    for (const form of [enterpriseInTianjin(), individualInZhejiang()]) {
      forms.push(form);
      const journey = await Journey.inStage(theScene(), { form, stage: 'provider-review' });
      const reasons = [
        { code: 'SITE_NAME', pointer: '/sites/0/name', text: `${form.subject.name} 的名称`, suggestion: '请修改' },
      ];
      await journey.reviewer.review(journey.filingId, { decision: 'return', reasons });
      await journey.mustAct('resubmit');
      await journey.to('granted');
    }
  });

  it.each([
    ['histories, search attributes and ids of Temporal', temporalBytes],
    ['Kafka', kafkaBytes],
    ['logs', async () => logBytes()],
    ['object keys', objectKeys],
  ] as const)('stands in %s', async (_where, read) => {
    const bytes = await read();
    expect(bytes.length).toBeGreaterThan(100);
    expect(forms.flatMap((form) => found(canariesOf(form), bytes))).toEqual([]);
  });

  it('is found when it is there: a planted canary, in each encoding', () => {
    const canary = canariesOf(forms[0] as FilingForm)[0] as string;
    for (const encode of encodings) {
      expect(found([canary], Buffer.concat([Buffer.from('before '), encode(canary), Buffer.from(' after')]))).toEqual([
        canary,
      ]);
    }
  });
});
