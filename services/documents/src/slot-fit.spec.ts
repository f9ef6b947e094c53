import { newId } from '@beian/platform';
import type { SlotKind } from '@beian/rules';
import sharp from 'sharp';
import { aPicture, aSubject, Bench } from './documents.spec-helper';
import { listOf, viewOf } from './document-view';
import { pinDocuments } from './pin-documents';
import { slotOf } from './paper-slots';
import { misplaced } from './slot-fit';

jest.setTimeout(60_000);

describe('a file for the wrong slot (17)', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());

  const viewed = async (filing: { filingId: string; accountId: string }, bytes: Buffer, slot: string) => {
    const known = await bench.deps.documents.filing(filing.filingId);
    if (known === undefined) throw new Error('not opened');
    return viewOf(await bench.upload(filing, bytes, { slot }), known);
  };

  it('is refused on the spot where the same picture lies in another one, and told which', async () => {
    const filing = await bench.aFiling();
    const card = await aPicture();
    await bench.upload(filing, card, { slot: 'subject-administrator-id-front' });
    const view = await viewed(filing, card, 'subject-administrator-id-back');
    expect(view).toMatchObject({ state: 'refused', refusal: { code: 'same-as-other-slot' } });
    expect(view.findings).toEqual([
      expect.objectContaining({
        code: 'upload-same-as-other-slot',
        pointer: '/documents/subject-administrator-id-back',
        severity: 'error',
        zh: '主体负责人证件（反面）：与“主体负责人证件（正面）”是同一张图片',
        remedyEn:
          'Choose the picture of: ID of the subject administrator, back. If the one there is wrong (ID of the subject administrator, front), replace or remove it first',
      }),
    ]);
    // Replaced there, it is free for here.
    await bench.upload(filing, await aPicture(), { slot: 'subject-administrator-id-front' });
    expect(await viewed(filing, card, 'subject-administrator-id-back')).toMatchObject({
      state: 'accepted',
      findings: [],
    });
  });

  it('is no fault where one person stands in two places, or the paper may serve twice', async () => {
    const filing = await bench.aFiling();
    const [card, sheet] = [await aPicture(), await aPicture()];
    await bench.upload(filing, card, { slot: 'subject-administrator-id-front' });
    const again = await bench.upload(filing, card, { slot: 'site-administrator-id-front:site-administrator-1' });
    await bench.upload(filing, sheet, { slot: 'phone-bills' });
    const second = await bench.upload(filing, sheet, { slot: 'residence-permit' });
    expect([again.state, second.state]).toEqual(['accepted', 'accepted']);
  });

  it.each([
    ['individual', 'FIRST', 'subject-certificate', '本人证件'],
    ['individual', 'FIRST', 'letter-subject-administrator', '个人备案没有'],
    ['enterprise', 'FIRST', 'subject-certificate-front', '单位备案没有'],
    ['enterprise', 'CANCEL_SITE', 'phone-bills', '注销备案不需要'],
  ] as const)('%s, %s: %s is refused before anything is sent', async (nature, filingType, slot, zh) => {
    const filing = await bench.aFiling({ nature, filingType });
    const asked = bench.grant(filing, Buffer.from('x'), { slot });
    const { entries } = await asked.then(
      () => ({ entries: [] }),
      (error: { details: { entries: { pointer: string; zh: string; remedyZh: string }[] } }) => error.details,
    );
    expect(entries).toEqual([expect.objectContaining({ pointer: `/documents/${slot}`, code: 'slot-not-of-filing' })]);
    expect(`${entries[0]?.zh} ${entries[0]?.remedyZh}`).toContain(zh);
  });

  it('never keeps out what a pack or a province may still ask for', async () => {
    const filing = await bench.deps.documents.filing((await bench.aFiling()).filingId);
    const kinds: readonly SlotKind[] = [
      'authenticity-statement',
      'authenticity-commitment',
      'phone-bills',
      'hand-held-photo',
    ];
    const said = kinds.map((kind) => {
      const slot = filing && slotOf(filing, kind);
      return filing && slot && misplaced(slot, filing);
    });
    expect(said).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('an empty sheet is refused', async () => {
    const filing = await bench.aFiling();
    const white = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#f4f4f0' } })
      .png()
      .toBuffer();
    const view = await bench.upload(filing, white, { slot: 'authenticity-statement', type: 'image/png' });
    expect(view).toMatchObject({ state: 'refused', refusal: 'blank' });
  });

  it('a copy without colour and a coarse sheet are accepted with what a reviewer may say, and can be submitted', async () => {
    const filing = await bench.aFiling();
    const grey = await sharp(await aPicture('jpeg', [800, 1_100]))
      .greyscale()
      .jpeg()
      .toBuffer();
    const view = await viewed(filing, grey, 'authenticity-statement');
    expect(view.state).toBe('accepted');
    expect(view.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['upload-grey', 'warning'],
      ['upload-coarse-print', 'warning'],
    ]);
    const known = await bench.deps.documents.filing(filing.filingId);
    const listed = known && listOf(known, await bench.deps.documents.all(filing.filingId));
    expect(listed?.documents[0]?.findings).toEqual(view.findings);
    const pinned = await pinDocuments(bench.deps, {
      filingId: filing.filingId,
      submission: 1,
      pack: '2018-06',
      asOf: '2018-06-01',
      at: new Date().toISOString(),
      key: newId(),
      subject: aSubject(),
    } as Parameters<typeof pinDocuments>[1]);
    expect(pinned.ok).toBe(true);
  });
});
