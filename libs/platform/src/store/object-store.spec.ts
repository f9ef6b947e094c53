import { createHash, randomBytes } from 'node:crypto';
import { developmentEnvironment, developmentEnvironmentFor } from '../development-environment';
import { newId } from '../process/new-id';
import { servers } from '../spec-database.spec-helper';
import { DossierStore } from './dossier-store';
import { ObjectStore, type UploadGrant } from './object-store';

jest.setTimeout(30_000);

describe('the object store', () => {
  const { s3 } = servers();
  const store = new ObjectStore({
    S3_ENDPOINT: s3.endpoint,
    S3_ACCESS_KEY: s3.accessKey,
    S3_SECRET_KEY: s3.secretKey,
    S3_REGION: s3.region,
  });
  const bucket = `platform-${randomBytes(5).toString('hex')}`;
  beforeAll(async () => {
    await Promise.all([store.ensureBucket(bucket), store.ensureBucket(bucket)]);
    await store.ensureBucket(bucket);
  });
  afterAll(() => store.close());

  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  it('keeps, tells, copies, lists and removes objects', async () => {
    const name = { bucket, key: 'a/b' };
    const { etag } = await store.put(name, Buffer.from('hello'), 'text/plain');
    expect(await store.stat(name)).toMatchObject({ size: 5, contentType: 'text/plain', etag });
    expect((await store.get(name, 5))?.toString()).toBe('hello');
    await expect(store.get(name, 4)).rejects.toThrow('more than 4 bytes');
    await store.copy({ ...name, etag }, { bucket, key: 'a/c' });
    await expect(store.copy({ ...name, etag: '0'.repeat(32) }, { bucket, key: 'a/d' })).rejects.toThrow();
    const listed: string[] = [];
    for await (const { key } of store.list(bucket, 'a/')) listed.push(key);
    expect(listed).toEqual(['a/b', 'a/c']);
    const behind: string[] = [];
    for await (const { key } of store.list(bucket, 'a/', 'a/b')) behind.push(key);
    expect(behind).toEqual(['a/c']);
    await store.remove(name);
    await store.remove(name);
    expect(await store.stat(name)).toBeUndefined();
    expect(await store.get(name, 5)).toBeUndefined();
  });

  it('F-M1 says temporarily-unavailable when the store is away', async () => {
    const away = new ObjectStore({
      S3_ENDPOINT: 'http://127.0.0.1:9',
      S3_ACCESS_KEY: 'abc',
      S3_SECRET_KEY: 'abcdefgh',
      S3_REGION: 'x',
    });
    await expect(away.stat({ bucket, key: 'a' })).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  });

  describe('an upload', () => {
    const file = randomBytes(2_000);
    const grantOf = (more: Partial<UploadGrant> = {}): UploadGrant => ({
      bucket,
      key: `quarantine/${randomBytes(16).toString('base64url')}`,
      contentType: 'image/png',
      minBytes: 1,
      maxBytes: 4_194_303,
      sha256: sha256(file),
      ...more,
    });
    const upload = async (
      grant: UploadGrant,
      bytes: Buffer,
      changed: Record<string, string> = {},
      now = new Date(),
    ) => {
      const { url, fields } = await store.presignedPost(grant, now);
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
      form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'x.png');
      return (await fetch(url, { method: 'POST', body: form })).status;
    };

    it('rel 4.7 takes exactly what was granted', async () => {
      const grant = grantOf();
      expect(await upload(grant, file)).toBe(204);
      expect(await store.get(grant, 4_000)).toEqual(file);
    });

    it.each([
      ['another key', {}, { key: 'quarantine/mine' }, 0],
      ['another type', {}, { 'Content-Type': 'text/html' }, 0],
      ['too large a file', { maxBytes: 1_999 }, {}, 0],
      ['too small a file', { minBytes: 2_001 }, {}, 0],
      ['other bytes than announced', { sha256: sha256(Buffer.from('other')) }, {}, 0],
      ['another checksum field', {}, { 'x-amz-checksum-sha256': createHash('sha256').update('x').digest('base64') }, 0],
      ['a changed policy', {}, { policy: Buffer.from('{}').toString('base64') }, 0],
      ['an upload after five minutes', { expiresSeconds: 86_400 }, {}, -301],
    ])('rel 4.7 A9 refuses %s', async (_name, more, changed, seconds) => {
      const grant = grantOf(more);
      const status = await upload(
        grant,
        file,
        changed as Record<string, string>,
        new Date(Date.now() + seconds * 1000),
      );
      expect(status).toBeGreaterThanOrEqual(400);
      expect(await store.stat(grant)).toBeUndefined();
    });

    it('signs for the address that browsers use', async () => {
      const outside = new ObjectStore({
        S3_ENDPOINT: s3.endpoint,
        S3_PUBLIC_ENDPOINT: 'https://files.example.cn',
        S3_ACCESS_KEY: s3.accessKey,
        S3_SECRET_KEY: s3.secretKey,
        S3_REGION: s3.region,
      });
      const { url, expiresAt } = await outside.presignedPost(grantOf({ expiresSeconds: 60 }), new Date(0));
      expect(url).toMatch(new RegExp(`^https://files\\.example\\.cn/${bucket}`));
      expect(expiresAt).toEqual(new Date(60_000));
    });
  });

  it('carries a dossier from its writer to its recipient only', async () => {
    const publicKeys = Object.fromEntries(
      Object.entries(JSON.parse(developmentEnvironment['DOSSIER_PUBLIC_KEYS']!) as Record<string, string>).map(
        ([name, key]) => [name, Buffer.from(key, 'base64')],
      ),
    );
    const keysOf = (process: string) =>
      developmentEnvironmentFor(process)
        ['DOSSIER_PRIVATE_KEY']!.split(',')
        .map((key) => Buffer.from(key, 'base64'));
    const writer = new DossierStore({ objects: store, bucket, publicKeys });
    const reader = new DossierStore({ objects: store, bucket, privateKeys: keysOf('notification') });
    const stranger = new DossierStore({ objects: store, bucket, privateKeys: keysOf('verification') });
    const ref = await writer.put({
      recipient: 'notification',
      filingId: 'f1',
      submission: 1,
      content: { email: 'w@example.com' },
    });
    expect(JSON.stringify(ref)).not.toContain('example.com');
    expect(await reader.get(ref)).toEqual({ email: 'w@example.com' });
    await expect(stranger.get(ref)).rejects.toThrow('not configured');
    await expect(writer.get(ref)).rejects.toThrow('not configured');
    await store.copy({ bucket, key: ref.key }, { bucket, key: `${ref.key}x` });
    await expect(reader.get({ ...ref, key: `${ref.key}x` })).rejects.toThrow();
    await expect(reader.get({ ...ref, sha256: '0'.repeat(64) })).rejects.toMatchObject({ fault: 'changed' });
    await writer.remove(ref);
    await writer.remove(ref);
    await expect(reader.get(ref)).rejects.toMatchObject({ fault: 'missing' });
  });

  it('lists old dossiers and nothing else, page by page, and removes those of one filing', async () => {
    const own = `platform-${randomBytes(5).toString('hex')}`;
    await store.ensureBucket(own);
    const publicKeys = { authority: Buffer.from('JH5/O3Z3oWTV6deGJPtM3y0Vb+AB6tRxiQSQ3G8rziQ=', 'base64') };
    const dossiers = new DossierStore({ objects: store, bucket: own, publicKeys });
    const filings = [newId(), newId()] as const;
    const put = (filingId: string) => dossiers.put({ recipient: 'authority', filingId, submission: 1, content: {} });
    const refs = [await put(filings[0]), await put(filings[0]), await put(filings[1])];
    const others = ['audit-heads/subject/2026-01-01T00:00:00.000Z.json', `${filings[0]}/1/notes.txt`];
    for (const key of others) await store.put({ bucket: own, key }, Buffer.from('{}'), 'text/plain');

    const before = new Date(Date.now() + 60_000);
    const all: string[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const page = await dossiers.old({ before, after, limit: 2 });
      all.push(...page.keys);
      after = page.next;
    }
    expect(all).toEqual(refs.map(({ key }) => key).sort());
    expect(await dossiers.old({ before: new Date(0), limit: 10 })).toEqual({ keys: [] });

    await dossiers.removeOf(filings[0]);
    const left: string[] = [];
    for await (const { key } of store.list(own, '')) left.push(key);
    expect(left).toEqual([refs[2]?.key, others[0]].sort());
  });
});
