import { dayMs, numbers } from './outside.spec-helper';
import { TestBench } from './test-bench.spec-helper';
import { toGranted } from './to-stage.spec-helper';

describe.each([
  { how: 'with a warm worker', tuning: {} },
  {
    how: 'with a worker that forgets everything after each task, and replays (T1, I-23)',
    tuning: { maxCachedWorkflows: 0 },
  },
])('a filing in which nothing goes wrong, $how', ({ tuning }) => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start(tuning);
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
