import { dayMs, numbers } from './outside.spec-helper';
import { TestBench } from './test-bench.spec-helper';
import { toGranted } from './to-stage.spec-helper';

describe('a filing in which nothing goes wrong', () => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start();
  });
  afterAll(() => bench.stop());

  it('goes from draft to its number, stage by stage, and closes after its last duty is told (I-2, I-6, I-17)', async () => {
    const filing = await bench.open();
    await toGranted(filing);
    expect(await filing.stagesRecorded()).toEqual([
      'draft',
      'provider-review',
      'identity-check',
      'hand-over',
      'phone-verification',
      'authority-review',
      'granted',
    ]);
    expect(filing.outside.rows.map(({ version }) => version)).toEqual(filing.outside.rows.map((_, i) => i + 1));
    const granted = await filing.query();
    expect(granted).toMatchObject({ stage: 'granted', numbers, deadline: { kind: 'public-security' } });
    expect(granted.ledger.every(({ state }) => state === 'settled' || state === 'undone')).toBe(true);

    await filing.forward(20 * dayMs);
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'granted' });
    expect(filing.outside.named('remind').map(({ kind }) => kind)).toEqual(['public-security-due']);
  });
});
