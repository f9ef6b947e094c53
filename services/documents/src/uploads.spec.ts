import { newId } from '@beian/platform';
import sharp from 'sharp';
import { completeUpload } from './complete-upload';
import { grantUpload, uploadQuotas } from './grant-upload';
import { aPicture, Bench, post, sha256 } from './documents.spec-helper';

jest.setTimeout(60_000);

describe('uploading a paper', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());

  it('is granted, posted, checked and accepted, re-encoded under a new name (S4)', async () => {
    const filing = await bench.aFiling();
    const sent = await sharp(await aPicture())
      .withExif({ IFD0: { Copyright: 'canary' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    const accepted = await bench.upload(filing, sent);
    expect(accepted).toMatchObject({
      state: 'accepted',
      accepted: { type: 'image/jpeg', widthPixels: 640, heightPixels: 480 },
    });
    const stored = await bench.deps.objects.read(accepted.accepted?.key ?? '', 5_000_000);
    expect(stored?.includes('canary')).toBe(false);
    expect((await sharp(stored).metadata()).exif).toBeUndefined();
    expect(sha256(stored ?? Buffer.alloc(0))).toBe(accepted.accepted?.sha256);
    expect(accepted.accepted?.key).toMatch(/^accepted\/[\w-]{22}$/);
    expect(await bench.deps.objects.size(accepted.quarantineKey)).toBeUndefined();
  });

  it('answers a completion that is said twice, and at the same time, the same', async () => {
    const filing = await bench.aFiling();
    const bytes = await aPicture();
    const grant = await bench.grant(filing, bytes);
    await post(grant, bytes);
    const complete = () =>
      completeUpload(bench.deps, filing.filingId, { uploadId: grant.uploadId, accountId: filing.accountId });
    const answers = await Promise.allSettled([complete(), complete(), complete()]);
    for (const answer of answers) {
      if (answer.status === 'fulfilled') expect(answer.value.state).toBe('accepted');
      else expect(answer.reason).toMatchObject({ code: 'in-progress' });
    }
    const first = await complete();
    expect(await complete()).toEqual(first);
    const events = await bench.db.database.query('SELECT 1 FROM outbox WHERE filing_id = $1', [filing.filingId]);
    expect(events).toHaveLength(1);
  });

  it('is not complete before the file is there, and unknown to everybody else (A1, A2)', async () => {
    const filing = await bench.aFiling();
    const other = await bench.aFiling();
    const grant = await bench.grant(filing, await aPicture());
    const complete = (filingId: string, accountId: string) =>
      completeUpload(bench.deps, filingId, { uploadId: grant.uploadId, accountId });
    await expect(complete(filing.filingId, filing.accountId)).rejects.toMatchObject({ code: 'upload-missing' });
    await expect(complete(filing.filingId, other.accountId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(complete(other.filingId, other.accountId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(bench.grant({ ...filing, accountId: other.accountId }, await aPicture())).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  describe('the store refuses, by the policy of the grant (A8, A9, B-7 policy and races)', () => {
    it.each<[string, (bytes: Buffer) => [Buffer, Record<string, string | undefined>]]>([
      ['other bytes of the same size', (bytes) => [Buffer.alloc(bytes.length, 7), {}]],
      ['more bytes', (bytes) => [Buffer.concat([bytes, Buffer.alloc(1)]), {}]],
      ['no bytes', () => [Buffer.alloc(0), {}]],
      ['another key', (bytes) => [bytes, { key: 'accepted/x' }]],
      ['another type', (bytes) => [bytes, { 'Content-Type': 'text/html' }]],
      [
        'another checksum',
        (bytes) => [
          Buffer.from('x'),
          { 'x-amz-checksum-sha256': Buffer.from(sha256(bytes), 'hex').reverse().toString('base64') },
        ],
      ],
      ['a missing checksum', (bytes) => [bytes, { 'x-amz-checksum-sha256': undefined }]],
      ['a changed policy', (bytes) => [bytes, { policy: Buffer.from('{"conditions":[]}').toString('base64') }]],
    ])('%s', async (_, tamper) => {
      const filing = await bench.aFiling();
      const bytes = await aPicture();
      const grant = await bench.grant(filing, bytes);
      const [sent, change] = tamper(bytes);
      expect(await post(grant, sent, change)).toBeGreaterThanOrEqual(400);
      await expect(
        completeUpload(bench.deps, filing.filingId, { uploadId: grant.uploadId, accountId: filing.accountId }),
      ).rejects.toMatchObject({ code: 'upload-missing' });
    });

    it('a grant that has expired', async () => {
      const past = bench.with({ clock: { now: () => new Date(Date.now() - 301_000) } as never });
      const filing = await bench.aFiling();
      const bytes = await aPicture();
      const grant = await grantUpload(past, filing.filingId, {
        accountId: filing.accountId,
        slot: 'subject-certificate',
        type: 'image/jpeg',
        sizeBytes: bytes.length,
        sha256: sha256(bytes),
      });
      expect(await post(grant, bytes)).toBe(403);
    });
  });

  it.each([
    ['with a path', '../../accepted/x'],
    ['with a backslash', 'a\\b.jpg'],
    ['of a device', 'CON'],
    ['that reads backwards', '\u202egpj.exe'],
    ['with two endings', '😀.JPG.exe'],
    ['with quotes', '"; rm -rf /'],
    ['of 5000 characters', 'x'.repeat(5_000)],
  ])('a file name %s decides nothing and is kept nowhere (B-7 type and name)', async (_, fileName) => {
    const filing = await bench.aFiling();
    const bytes = await aPicture();
    const grant = await bench.grant(filing, bytes);
    const status = await post(grant, bytes, { fileName });
    if (status >= 400) return; // the store may refuse a name of its own accord
    const accepted = await completeUpload(bench.deps, filing.filingId, {
      uploadId: grant.uploadId,
      accountId: filing.accountId,
    });
    expect(accepted.state).toBe('accepted');
    expect(accepted.accepted?.key).toMatch(/^accepted\/[\w-]{22}$/);
  });

  it('a second POST after the check changes nothing that was accepted (TOCTOU), and is swept', async () => {
    const filing = await bench.aFiling();
    const bytes = await aPicture();
    const grant = await bench.grant(filing, bytes);
    await post(grant, bytes);
    const call = { uploadId: grant.uploadId, accountId: filing.accountId };
    const accepted = await completeUpload(bench.deps, filing.filingId, call);
    await post(grant, bytes);
    await bench.plant(grant.uploadId, await aPicture()); // even a store that lets other bytes in
    expect(await completeUpload(bench.deps, filing.filingId, call)).toEqual(accepted);
    const stored = await bench.deps.objects.read(accepted.accepted?.key ?? '', 5_000_000);
    expect(sha256(stored ?? Buffer.alloc(0))).toBe(accepted.accepted?.sha256);
  });

  it.each([
    [
      'swapped for another picture',
      async (bytes: Buffer) => {
        const other = await aPicture();
        return other.length === bytes.length
          ? other
          : Buffer.concat([other, Buffer.alloc(bytes.length)]).subarray(0, bytes.length);
      },
      'hash-differs',
    ],
    ['cut short', async (bytes: Buffer) => bytes.subarray(0, -1), 'size-differs'],
  ])('an object %s behind the grant is refused (F-D3)', async (_, swap, code) => {
    const filing = await bench.aFiling();
    const bytes = await aPicture();
    const grant = await bench.grant(filing, bytes);
    await bench.plant(grant.uploadId, await swap(bytes));
    const refused = await completeUpload(bench.deps, filing.filingId, {
      uploadId: grant.uploadId,
      accountId: filing.accountId,
    });
    expect(refused).toMatchObject({ state: 'refused', refusal: code });
    expect(await bench.deps.objects.size(refused.quarantineKey)).toBeUndefined();
  });

  it.each([
    ['a slot of no kind', { slot: 'passport-photo' }, 'slot-unknown'],
    ['a slot with another’s suffix', { slot: 'subject-certificate:site-administrator-1' }, 'slot-unknown'],
    ['a slot that needs a person', { slot: 'site-administrator-photo' }, 'slot-unknown'],
    ['a slot with a path in it', { slot: 'pre-approval:../../x' }, 'slot-unknown'],
    ['a domain certificate of no site', { slot: 'domain-certificate:x:1' }, 'slot-unknown'],
  ])('%s is refused at the grant (15–17)', async (_, change, code) => {
    const filing = await bench.aFiling();
    await expect(bench.grant(filing, Buffer.from('x'), change)).rejects.toMatchObject({ code });
  });

  it('takes a GIF where the pack lists it and refuses it where it does not (rules.md 5.3)', async () => {
    const gif = await aPicture('gif');
    const old = await bench.aFiling();
    expect(await bench.upload(old, gif, { type: 'image/gif' })).toMatchObject({
      state: 'accepted',
      accepted: { type: 'image/png' },
    });
    const now = await bench.aFiling({ pack: '2026', asOf: '2026-06-01' });
    await expect(bench.grant(now, gif, { type: 'image/gif' })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('asks 200 KB of a domain certificate: 199 KB refused, 200 KB accepted (rules.md 15.4)', async () => {
    const filing = await bench.aFiling();
    const slot = `domain-certificate:${newId()}:1`;
    const picture = async (bytes: number) => {
      // Comments pad a JPEG without changing its pixels.
      const base = await aPicture('jpeg', [400, 400]);
      const padding = bytes - base.length;
      const segments: Buffer[] = [];
      for (let left = padding; left > 0; left -= 60_000) {
        const size = Math.min(left, 60_000);
        const head = Buffer.from([0xff, 0xfe, 0, 0]);
        head.writeUInt16BE(size - 2, 2);
        segments.push(head, Buffer.alloc(size - 4, 0x20));
      }
      return Buffer.concat([base.subarray(0, 2), ...segments, base.subarray(2)]);
    };
    await expect(bench.upload(filing, await picture(204_799), { slot })).rejects.toMatchObject({
      code: 'invalid-request',
      details: {
        entries: [expect.objectContaining({ pointer: `/documents/${slot}`, code: 'upload-too-small-bytes' })],
      },
    });
    expect(await bench.upload(filing, await picture(204_800), { slot })).toMatchObject({ state: 'accepted' });
  });

  it('stops at the quotas (A8, A22)', async () => {
    const filing = await bench.aFiling();
    const bytes = await aPicture();
    await bench.grant(filing, bytes);
    await bench.db.database.execute(
      `INSERT INTO document (version_id, filing_id, account_id, slot, state, stated_type, stated_bytes, stated_sha256, quarantine_key, granted_at, expires_at)
       SELECT 'q' || n, filing_id, account_id, slot, 'granted', stated_type, 1, stated_sha256, 'q/' || n, now(), now() FROM document, generate_series(1, $2::int) n WHERE filing_id = $1`,
      [filing.filingId, uploadQuotas.perAccountAndDay],
    );
    await expect(bench.grant(filing, bytes)).rejects.toMatchObject({ code: 'upload-quota-used-up' });
  });
});
