import { slotTexts } from '@beian/rules';
import { completeUpload } from './complete-upload';
import { Bench } from './documents.spec-helper';
import { hostileFiles, type HostileFile } from './hostile-files.spec-helper';
import { slotOf } from './paper-slots';

jest.setTimeout(300_000);

const suffixes = ['', ':site-administrator-1', ':01J9ZZZZZZZZZZZZZZZZZZZZZZ:1', ':01J9ZZZZZZZZZZZZZZZZZZZZZZ:news'];
const pack = {
  pack: '2018-06',
  asOf: '2018-06-01',
  province: '12',
  nature: 'enterprise',
  filingType: 'FIRST',
} as const;
/** Refused before anything is sent: what an organisation has none of, and what is smaller than a domain certificate. */
const refusedAtGrant = ['subject-certificate-front', 'subject-certificate-back', 'domain-certificate'];
/** A slot of every other kind there is. */
const slots = Object.keys(slotTexts)
  .filter((kind) => !refusedAtGrant.includes(kind))
  .map((kind) => {
    const key = suffixes.map((suffix) => kind + suffix).find((candidate) => slotOf(pack, candidate) !== undefined);
    if (key === undefined) throw new Error(`no slot of kind ${kind}`);
    return key;
  });

describe('hostile uploads (S4, A8, B-7)', () => {
  const bench = new Bench();
  let files: readonly HostileFile[];
  beforeAll(async () => {
    await bench.open();
    files = await hostileFiles();
  });
  afterAll(() => bench.close());

  it('are more than two hundred, and not one is accepted, crashes anything or takes ten seconds', async () => {
    expect(files.length).toBeGreaterThanOrEqual(200);
    const filing = await bench.aFiling();
    const outcomes: string[] = [];
    const one = async ({ name, type, bytes }: HostileFile, index: number) => {
      const slot = slots[index % slots.length] ?? '';
      const grant = await bench.grant(filing, bytes, { type, slot });
      await bench.plant(grant.uploadId, bytes);
      const started = process.hrtime.bigint();
      const decided = await completeUpload(bench.deps, filing.filingId, {
        uploadId: grant.uploadId,
        accountId: filing.accountId,
      });
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      if (decided.state !== 'refused') outcomes.push(`${name}: ${decided.state}`);
      if (seconds > 10) outcomes.push(`${name}: ${seconds.toFixed(1)} s`);
    };
    for (let next = 0; next < files.length; next += 4) {
      await Promise.all(files.slice(next, next + 4).map((file, offset) => one(file, next + offset)));
    }
    expect(outcomes).toEqual([]);
    expect(await bench.keys('accepted/')).toEqual([]);
    expect(await bench.keys('quarantine/')).toEqual([]);
  });

  it('fare the same in a slot of every kind', async () => {
    const some = files.filter(({ name }) =>
      /^(svg with script as image.png|pdf as image.jpeg|png 100,000 × 1|the test virus (behind|in a text).*)$/.test(
        name,
      ),
    );
    const accepted: string[] = [];
    for (const slot of slots) {
      const filing = await bench.aFiling();
      for (const { name, type, bytes } of some) {
        const grant = await bench.grant(filing, bytes, { type, slot });
        await bench.plant(grant.uploadId, bytes);
        const decided = await completeUpload(bench.deps, filing.filingId, {
          uploadId: grant.uploadId,
          accountId: filing.accountId,
        });
        if (decided.state !== 'refused') accepted.push(`${name} in ${slot}`);
      }
    }
    expect(some.length).toBeGreaterThanOrEqual(6);
    expect(accepted).toEqual([]);
  });

  it('are told why, at their slot, in both languages', async () => {
    const filing = await bench.aFiling();
    const refusalOf = async (name: string) => {
      const file = files.find((candidate) => candidate.name === name);
      if (file === undefined) throw new Error(`no file ${name}`);
      const grant = await bench.grant(filing, file.bytes, { type: file.type });
      await bench.plant(grant.uploadId, file.bytes);
      return (
        await completeUpload(bench.deps, filing.filingId, { uploadId: grant.uploadId, accountId: filing.accountId })
      ).refusal;
    };
    expect(await refusalOf('html as image/jpeg')).toBe('type-differs');
    expect(await refusalOf('the test virus behind a jpeg')).toBe('malware');
    expect(await refusalOf('the test virus in a text chunk of a png')).toBe('malware');
    expect(await refusalOf('png 16,000 × 16,000, all of it there')).toBe('too-many-pixels');
    expect(await refusalOf('png 6,400 × 6,400: 40.96 megapixels')).toBe('too-many-pixels');
    expect(await refusalOf('image/jpeg cut off after 52 %')).toBe('not-readable');
    expect(await refusalOf('png 1 × 1')).toBe('too-small-picture');
    expect(await refusalOf('jpeg called png')).toBe('type-differs');
  });
});
