import { ApplicationFailure } from '@temporalio/common';
import * as messages from '@beian/contracts/messages';
import { hourMs } from './outside.spec-helper';
import { TestBench, type TestFiling } from './test-bench.spec-helper';
import { toIdentityCheck, toPhones, toReturned, toReview } from './to-stage.spec-helper';

const undoNames = [
  'unlockSubject',
  'releaseWebsite',
  'unsealDocuments',
  'cancelBackdrop',
  'cancelAuthorityOrder',
  'voidPhoneCodes',
] as const;
const undone = (filing: TestFiling) =>
  filing.outside.calls.map(({ name }) => name).filter((name) => undoNames.some((undo) => undo === name));
const states = (filing: TestFiling) =>
  filing.outside.rows.at(-1)!.ledger.map(({ undo, submission, state }) => `${undo}#${submission} ${state}`);

const forGood = async (): Promise<never> => {
  throw ApplicationFailure.create({ type: 'not-possible-here', nonRetryable: true });
};

describe('compensation', () => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start();
  });
  afterAll(() => bench.stop());

  it('undoes everything of a withdrawn filing, newest first, each once, and shows it (I-10, feature 27)', async () => {
    const filing = await bench.open();
    await toIdentityCheck(filing);
    await filing.say(messages.chooseIdentityMethod, { method: 'backdrop' });
    await filing.say(messages.withdraw);
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'withdrawn' });
    expect(undone(filing)).toEqual(['cancelBackdrop', 'unsealDocuments', 'releaseWebsite', 'unlockSubject']);
    expect(states(filing)).toEqual([
      'unlock-subject#1 undone',
      'release-website#1 undone',
      'unseal-documents#1 undone',
      'cancel-backdrop#1 undone',
    ]);
    expect(filing.outside.rows.at(-1)).toMatchObject({ stage: 'withdrawn', waitingOn: 'nobody' });
  });

  it('undoes on a return what the applicant must be able to change, and locks it again under the next number', async () => {
    const filing = await bench.open();
    await toReturned(filing);
    await filing.outside.until(() => states(filing).every((state) => state.endsWith('undone')));
    await filing.say(messages.resubmit);
    expect(states(filing)).toEqual(['unlock-subject#2 open', 'release-website#2 open', 'unseal-documents#2 open']);
    await filing.end();
  });

  it('takes the order back at the authority and voids the codes when a window has closed (I-14)', async () => {
    const filing = await bench.open();
    await toPhones(filing);
    await filing.forward(48 * hourMs);
    await filing.outside.until(() => undone(filing).length === 5);
    expect(undone(filing)).toEqual([
      'voidPhoneCodes',
      'cancelAuthorityOrder',
      'unsealDocuments',
      'releaseWebsite',
      'unlockSubject',
    ]);
    await filing.end();
  });

  it('tries an undo again as long as it may heal', async () => {
    let failures = 0;
    const filing = await bench.open({}, (outside) =>
      outside.answer({
        releaseWebsite: async () => {
          failures += 1;
          if (failures < 3) throw new Error('away');
        },
      }),
    );
    await toReview(filing);
    await filing.say(messages.withdraw);
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'withdrawn' });
    expect(failures).toBe(3);
  });

  it('parks one that fails for good, goes on with the others, and ends after retryUndo (I-10, T14)', async () => {
    const filing = await bench.open({}, (outside) => outside.answer({ releaseWebsite: forGood }));
    await toReview(filing);
    await filing.say(messages.withdraw);
    const parked = await filing.outside.recorded(({ flags }) => flags.parked);
    expect(parked).toMatchObject({ stage: 'withdrawn', waitingOn: 'operator' });
    expect(states(filing)).toEqual([
      'unlock-subject#1 undone',
      'release-website#1 parked',
      'unseal-documents#1 undone',
    ]);
    expect((await filing.handle.describe()).status.name).toBe('RUNNING');
    await expect(filing.say(messages.retryUndo, { undo: 'unlock-subject' })).rejects.toMatchObject({
      cause: { type: 'not-allowed-now' },
    });

    const still = await filing.say(messages.retryUndo, { undo: 'release-website' });
    expect(still.snapshot.flags.parked).toBe(true);
    filing.outside.answer({ releaseWebsite: async () => undefined });
    const mended = await filing.say(messages.retryUndo, { undo: 'release-website' });
    expect(mended.snapshot).toMatchObject({ waitingOn: 'nobody', flags: { parked: false } });
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'withdrawn' });
  });

  it('parks after bounded attempts one that never heals, without a limit in time (decision 26)', async () => {
    let attempts = 0;
    const filing = await bench.open({}, (outside) =>
      outside.answer({
        unlockSubject: async () => {
          attempts += 1;
          throw new Error('away');
        },
      }),
    );
    await toReview(filing);
    await filing.say(messages.withdraw);
    await filing.outside.until(() => attempts > 0);
    await filing.forward(2 * hourMs);
    await filing.outside.recorded(({ flags }) => flags.parked);
    expect(attempts).toBe(15);
    await filing.end();
  });

  it('lets a returned filing be mended and granted although an undo of it is parked', async () => {
    const filing = await bench.open({}, (outside) => outside.answer({ unsealDocuments: forGood }));
    await toReturned(filing);
    await filing.outside.recorded(({ flags }) => flags.parked);
    const answer = await filing.say(messages.resubmit);
    expect(answer.snapshot).toMatchObject({ stage: 'provider-review', flags: { parked: true } });
    filing.outside.answer({ unsealDocuments: async () => undefined });
    const mended = await filing.say(messages.retryUndo, { undo: 'unseal-documents' });
    expect(mended.snapshot.flags.parked).toBe(false);
    expect(states(filing)).toContain('unseal-documents#2 open');
    await filing.end();
  });

  it('undoes nothing of a draft, which has locked nothing', async () => {
    const filing = await bench.open();
    await filing.say(messages.abandon);
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'abandoned' });
    expect(undone(filing)).toEqual([]);
    expect(filing.outside.rows).toHaveLength(2);
  });
});
