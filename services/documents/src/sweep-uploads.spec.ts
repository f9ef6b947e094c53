import { newId } from '@beian/platform';
import { completeUpload } from './complete-upload';
import type { DocumentsDeps } from './documents-deps';
import { aPicture, Bench, post } from './documents.spec-helper';
import { checkWaiting, clearBucket } from './sweep-uploads';
import { ScannerAway, VirusScanner } from './virus-scanner';

jest.setTimeout(60_000);

class AwayScanner extends VirusScanner {
  scan(): Promise<never> {
    return Promise.reject(new ScannerAway('unreachable'));
  }

  check(): Promise<never> {
    return this.scan();
  }
}

describe('sweeping uploads', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await new Bench().open();
  });
  afterEach(() => bench.close());

  const arrived = async () => {
    const filing = await bench.aFiling();
    const bytes = await aPicture();
    const grant = await bench.grant(filing, bytes);
    await post(grant, bytes);
    return { ...filing, uploadId: grant.uploadId };
  };
  const complete = (
    deps: DocumentsDeps,
    { filingId, uploadId, accountId }: { filingId: string; uploadId: string; accountId: string },
  ) => completeUpload(deps, filingId, { uploadId, accountId });
  const stateOf = async ({ filingId, uploadId }: { filingId: string; uploadId: string }) =>
    (await bench.deps.documents.find(filingId, uploadId))?.state;
  const later = (hours: number): DocumentsDeps =>
    bench.with({ clock: { now: () => new Date(Date.now() + hours * 3_600_000) } });
  /** As if the pause after a missing verdict, or a dead checker's two minutes, were over. */
  const pauseIsOver = () =>
    bench.db.database.execute(
      `UPDATE document SET checked_until = now() - interval '1 s' WHERE checked_until IS NOT NULL`,
    );

  it('an antivirus that is away: 503, the file waits however long, nothing is accepted, and it is checked by itself (F-A1, S5)', async () => {
    const upload = await arrived();
    const blind = bench.with({ scanner: new AwayScanner() });
    await expect(complete(blind, upload)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    expect(await stateOf(upload)).toBe('quarantined');
    await pauseIsOver();
    expect(await checkWaiting(blind, blind.logger)).toBe(0);
    await clearBucket(later(24 * 30));
    expect(await bench.keys('quarantine/')).toHaveLength(1);
    await pauseIsOver();
    expect(await checkWaiting(bench.deps, bench.deps.logger)).toBe(1);
    expect(await stateOf(upload)).toBe('accepted');
  });

  it('a checker that dies in between is followed by another, and nothing unchecked is ever accepted (F-D2)', async () => {
    const upload = await arrived();
    const dying = bench.with({ decoder: { reEncode: () => new Promise(() => undefined) } as never });
    void complete(dying, upload); // never comes back
    await until(async () => (await stateOf(upload)) === 'quarantined' && (await isHeld(upload.uploadId)));
    expect(await checkWaiting(bench.deps, bench.deps.logger)).toBe(0);
    await expect(complete(bench.deps, upload)).rejects.toMatchObject({ code: 'in-progress' });
    await pauseIsOver();
    expect(await checkWaiting(bench.deps, bench.deps.logger)).toBe(1);
    expect(await stateOf(upload)).toBe('accepted');
  });

  const isHeld = async (uploadId: string) =>
    (await bench.db.database.query('SELECT 1 FROM document WHERE version_id = $1 AND checker IS NOT NULL', [uploadId]))
      .length === 1;

  it('killed after the bucket and before the row: the orphan is removed after a day, the row points to a real object (F-D1)', async () => {
    const upload = await arrived();
    const database = { ...bench.deps.documents, accept: () => Promise.reject(new Error('killed')) };
    const dying = bench.with({});
    Object.defineProperty(dying, 'documents', {
      value: Object.assign(Object.create(bench.deps.documents) as object, { accept: database.accept }),
    });
    await expect(complete(dying, upload)).rejects.toThrow('killed');
    expect(await bench.keys('accepted/')).toHaveLength(1);
    await pauseIsOver();
    await checkWaiting(bench.deps, bench.deps.logger);
    expect(await bench.keys('accepted/')).toHaveLength(2);
    await clearBucket(later(23));
    expect(await bench.keys('accepted/')).toHaveLength(2);
    expect(await clearBucket(later(25))).toMatchObject({ removed: 1 });
    const accepted = await bench.deps.documents.find(upload.filingId, upload.uploadId);
    expect(await bench.keys('accepted/')).toEqual([accepted?.accepted?.key]);
  });

  it('a slow checker that comes back late decides nothing any more', async () => {
    const upload = await arrived();
    await bench.deps.documents.arrive(upload.uploadId, new Date());
    await bench.deps.documents.takeCheck(upload.uploadId, 'slow');
    await pauseIsOver();
    await checkWaiting(bench.deps, bench.deps.logger);
    const refused = await bench.db.database.transaction((tx) =>
      bench.deps.documents.refuse(tx, {
        versionId: upload.uploadId,
        checker: 'slow',
        refusal: 'malware',
        at: new Date(),
      }),
    );
    expect(refused).toBe(false);
    expect(await stateOf(upload)).toBe('accepted');
  });

  it('a grant nobody completed is refused after a day and its object removed, with the reason and an event', async () => {
    const upload = await arrived();
    expect(await clearBucket(later(23))).toMatchObject({ expired: 0 });
    expect(await clearBucket(later(25))).toMatchObject({ expired: 1 });
    expect(await stateOf(upload)).toBe('refused');
    expect(await bench.keys('quarantine/')).toEqual([]);
    const [event] = await bench.db.database.query<{ data: unknown }>('SELECT data FROM outbox');
    expect(event?.data).toMatchObject({ code: 'expired', versionId: upload.uploadId });
  });

  it('an object that no row knows goes after a day; a file sent again after its check goes once the grant is over', async () => {
    await bench.deps.objects.write(`quarantine/${newId()}`, Buffer.from('x'), 'image/jpeg');
    await bench.deps.objects.write(`accepted/${newId()}`, Buffer.from('x'), 'image/jpeg');
    const upload = await arrived();
    await complete(bench.deps, upload);
    await bench.plant(upload.uploadId, Buffer.from('again'));
    await clearBucket(later(1));
    expect(await bench.keys('quarantine/')).toHaveLength(1);
    expect(await clearBucket(later(25))).toMatchObject({ removed: 2 });
    expect(await bench.keys('quarantine/')).toEqual([]);
    expect(await bench.keys('accepted/')).toHaveLength(1);
  });

  it('what is decided cannot be said differently, by whatever code', async () => {
    const upload = await arrived();
    await complete(bench.deps, upload);
    for (const change of [
      `accepted_key = 'accepted/x'`,
      `sha256 = 'x'`,
      `slot = 'site-plan'`,
      `state = 'refused', refusal = 'malware'`,
      `valid_until = '2030-01-01'`,
    ]) {
      await expect(
        bench.db.database.execute(`UPDATE document SET ${change} WHERE version_id = $1`, [upload.uploadId]),
      ).rejects.toMatchObject({ code: expect.stringMatching(/42501|23514/) as string });
    }
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((next) => setImmediate(next));
}
