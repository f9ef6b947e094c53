import { effectKey } from '@beian/contracts';
import { developmentEnvironment, ObjectStore, readConfig, storeSettings } from '@beian/platform';
import { Client } from 'pg';
import { z } from 'zod';
import type { Journey } from './journey';
import { theStack } from './scene';
import { filingHandle } from './workflow-view';

type Row = Readonly<Record<string, unknown>>;

/** One statement on the services' own tables, as a restored backup would leave them. */
export async function inTables(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
  const connectionString = theStack().addresses.postgres.adminUrl.replace(/\/postgres$/, '/beian');
  const database = new Client({ connectionString });
  await database.connect();
  const { rows } = await database.query<Row>(sql, [...parameters]).finally(() => database.end());
  return rows;
}

/** The object store as the services see it. */
export function objects(bucket: 'beian-documents' | 'beian-dossiers' = 'beian-documents'): {
  readonly store: ObjectStore;
  readonly bucket: string;
} {
  const { s3 } = theStack().addresses;
  const env = { ...developmentEnvironment, S3_ENDPOINT: s3.endpoint };
  return { store: new ObjectStore(readConfig('stories', z.object(storeSettings), env)), bucket };
}

/** The ways in which those who know a filing come apart, each planted as the fault would leave it. */
export const plant = {
  projectionBehind: async ({ filingId }: Journey) => {
    await inTables('DELETE FROM gateway.filing WHERE filing_id = $1', [filingId]);
    await inTables('DELETE FROM gateway.filing_snapshot WHERE filing_id = $1', [filingId]);
  },
  runMissing: async ({ filingId }: Journey) => {
    await (await filingHandle(filingId)).terminate('ended from outside by a story');
  },
  heldAfterEnd: async ({ filingId }: Journey) => {
    await inTables('UPDATE subject.certificate_lock SET released_at = NULL WHERE filing_id = $1', [filingId]);
    await inTables(
      `UPDATE website.website_pin SET state = 'pinned', at = at - interval '1 hour' WHERE filing_id = $1`,
      [filingId],
    );
    await inTables('UPDATE website.domain_lock SET released_at = NULL WHERE filing_id = $1', [filingId]);
  },
  registerUnwritten: async ({ filingId }: Journey) => {
    await inTables('DELETE FROM subject.filed_subject WHERE filing_id = $1', [filingId]);
    await inTables(`UPDATE subject.subject_pin SET state = 'pinned' WHERE filing_id = $1`, [filingId]);
    await inTables('UPDATE subject.certificate_lock SET released_at = NULL WHERE filing_id = $1', [filingId]);
  },
  papersDamaged: async ({ filingId }: Journey) => {
    const { store, bucket } = objects();
    const [gone, altered] = await inTables(
      `SELECT accepted_key AS key, size_bytes AS size FROM documents.document
        WHERE filing_id = $1 AND state = 'accepted' ORDER BY version_id LIMIT 2`,
      [filingId],
    );
    await store.remove({ bucket, key: String(gone?.['key']) });
    await store.put({ bucket, key: String(altered?.['key']) }, Buffer.alloc(Number(altered?.['size']), 7), 'image/png');
  },
  answerUnheard: async (journey: Journey) => {
    await journey.scene.outside.script({ party: 'authority', match: journey.filingId, behaviour: 'never' });
    await journey.scene.outside.decide(journey.filingId, { outcome: 'granted' });
  },
  orderUnknown: async ({ scene, filingId }: Journey) => {
    const key = effectKey({ filingId, submission: 1 }, 'hand-over');
    const at = new Date().toISOString();
    const order = {
      key,
      filingId,
      submission: 1,
      province: '33',
      filingType: 'FIRST',
      at,
      subject: {},
      sites: [],
      documents: [],
    };
    const answer = await fetch(`${scene.outside.url}/authority/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(order),
    });
    expect(answer.status).toBe(200);
    await inTables(
      `INSERT INTO verification.authority_order (filing_id, submission, key, at, state) VALUES ($1, 1, $2, $3, 'intended')`,
      [filingId, key, at],
    );
  },
} as const;
