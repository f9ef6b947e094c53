import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { SubjectFacts } from '@beian/contracts';
import { createLogger, DossierStore, newId, ObjectStore, SystemClock } from '@beian/platform';
import { emptyDatabase, testStack, type EmptyDatabase } from '@beian/testing';
import sharp from 'sharp';
import { completeUpload } from './complete-upload';
import { DocumentObjects } from './document-objects';
import type { StatedFile } from './document';
import { migrations } from './documents.migrations';
import { DocumentsDeps } from './documents-deps';
import { grantUpload, type UploadGrant } from './grant-upload';
import { openDocuments } from './open-documents';
import { PictureDecoder } from './picture-decoder';
import { SignatureFileScanner } from './virus-scanner.signature-file';

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A picture with texture, so that its size is like that of a photograph. */
export async function aPicture(kind: 'jpeg' | 'png' | 'gif' = 'jpeg', [width, height] = [640, 480]): Promise<Buffer> {
  const noise = sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } }).blur(2);
  return noise.toFormat(kind).toBuffer();
}

const signatures = join(__dirname, '..', 'antivirus', 'beian.ndb');

/** Documents with a real database, a real bucket of its own, the real decoder process and our signature file. */
export class Bench {
  deps!: DocumentsDeps;
  db!: EmptyDatabase;
  dossiers!: DossierStore;
  store!: ObjectStore;
  readonly bucket = `spec-documents-${randomBytes(5).toString('hex')}`;

  async open(): Promise<this> {
    const { s3 } = testStack();
    this.db = await emptyDatabase('documents', migrations);
    this.store = new ObjectStore({
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
    });
    await this.store.ensureBucket(this.bucket);
    this.dossiers = new DossierStore({
      objects: this.store,
      bucket: this.bucket,
      publicKeys: { authority: Buffer.from('JH5/O3Z3oWTV6deGJPtM3y0Vb+AB6tRxiQSQ3G8rziQ=', 'base64') },
      privateKeys: [Buffer.from('YiaourRdnPNU6k18kxfliNyV4K6y5N4cGPA3FLxK7a4=', 'base64')],
    });
    this.deps = new DocumentsDeps({
      database: this.db.database,
      objects: new DocumentObjects(this.store, this.bucket),
      dossiers: this.dossiers,
      scanner: new SignatureFileScanner(signatures),
      decoder: new PictureDecoder(),
      clock: new SystemClock(),
      logger: createLogger('documents', 'silent'),
    });
    return this;
  }

  async close(): Promise<void> {
    this.store.close();
    await this.db.drop();
  }

  /** The same service with another part in one place. */
  with(parts: Partial<DocumentsDeps>): DocumentsDeps {
    return new DocumentsDeps({ ...this.deps, ...parts });
  }

  async aFiling(change: Partial<Parameters<typeof openDocuments>[2]> = {}) {
    const filingId = newId();
    const accountId = newId();
    await openDocuments(this.deps, filingId, {
      accountId,
      pack: '2018-06',
      asOf: '2018-06-01',
      province: '12',
      nature: 'enterprise',
      filingType: 'FIRST',
      ...change,
    });
    return { filingId, accountId: change.accountId ?? accountId };
  }

  grant(
    filing: { filingId: string; accountId: string },
    bytes: Buffer,
    change: Partial<StatedFile> = {},
  ): Promise<UploadGrant> {
    return grantUpload(this.deps, filing.filingId, {
      accountId: filing.accountId,
      slot: 'subject-certificate',
      type: 'image/jpeg',
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
      ...change,
    });
  }

  /** Grant, post, completion: what the portal does. */
  async upload(filing: { filingId: string; accountId: string }, bytes: Buffer, change: Partial<StatedFile> = {}) {
    const grant = await this.grant(filing, bytes, change);
    const status = await post(grant, bytes);
    if (status >= 300) throw new Error(`the store answered ${status}`);
    return completeUpload(this.deps, filing.filingId, { uploadId: grant.uploadId, accountId: filing.accountId });
  }

  /** Puts bytes under a grant's key behind the back of everybody, as a store with a fault would. */
  async plant(uploadId: string, bytes: Buffer): Promise<void> {
    const [row] = await this.db.database.query<{ key: string }>(
      'SELECT quarantine_key AS key FROM document WHERE version_id = $1',
      [uploadId],
    );
    await this.store.put({ bucket: this.bucket, key: row?.key ?? '' }, bytes, 'image/jpeg');
  }

  async keys(prefix: string): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const { key } of this.store.list(this.bucket, prefix)) keys.push(key);
    return keys;
  }
}

/** Posts a form as a browser does; answers the status. */
export async function post(
  grant: Pick<UploadGrant, 'url' | 'fields'>,
  bytes: Buffer,
  { fileName = 'scan.jpg', ...change }: Record<string, string | undefined> = {},
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...grant.fields, ...change }))
    if (value !== undefined) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
  const response = await fetch(grant.url, { method: 'POST', body: form });
  await response.arrayBuffer();
  return response.status;
}

export const aSubject = (change: Partial<SubjectFacts> = {}): SubjectFacts => ({
  revision: 1,
  sha256: '0'.repeat(64),
  province: '12',
  nature: 'enterprise',
  filingType: 'FIRST',
  certificateType: 'business-licence',
  holderMark: 'm',
  personHolderMarks: [],
  lastChange: '2018-06-01T00:00:00.000Z',
  administrators: [
    {
      key: 'subject-administrator',
      phoneMark: 'p',
      certificateMark: 'c',
      legalRepresentative: true,
      fromProvince: true,
    },
  ],
  ...change,
});
