import { chinaCalendar } from '@beian/calendar';
import type { FilingSnapshot, PinnedRules } from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { Filings, toAuthority, toIdentityCheck, toPhotoReview, toReturned, toReview } from './filings.spec-helper';
import { previewPackMove, type PackMovePreview } from './preview-pack-move';

/** Reviews are given two workdays from 2026 on (rules.md 7, C9), one before. */
const founding: PinnedRules = { pack: '2018-06', asOf: '2018-06-09' };
const newest: PinnedRules = { pack: '2026', asOf: '2026-06-01' };

describe('a move to another rule pack', () => {
  let filings: Filings;
  beforeAll(async () => {
    filings = await Filings.start();
  }, 120_000);
  afterAll(() => filings.stop(), 60_000);

  const ways = {
    draft: async () => undefined,
    'provider-review': toReview,
    returned: toReturned,
    'identity-check': toIdentityCheck,
    'photo-review': toPhotoReview,
    'authority-review': toAuthority,
  } as const;

  async function seed(rules: PinnedRules): Promise<Map<string, string>> {
    const seeded = new Map<string, string>();
    for (const [name, walk] of Object.entries(ways)) {
      const id = await filings.open({ ...rules });
      await walk(filings, id);
      seeded.set(id, name);
    }
    return seeded;
  }

  const seen = async (ids: Iterable<string>) =>
    new Map(await Promise.all([...ids].map(async (id) => [id, await filings.now(id)] as const)));
  const move = (id: string, to: PinnedRules) => filings.say(id, messages.rulePackMoved, to);
  const dates = ({ deadline }: FilingSnapshot) => ({ at: deadline?.at, from: deadline?.from });

  it('changes exactly what its preview says, shortens no clock, and repeats or removes no stage (decision 12)', async () => {
    const seeded = await seed(founding);
    const before = await seen(seeded.keys());
    const preview = await previewPackMove(filings.client, chinaCalendar, newest);
    expect(await seen(seeded.keys())).toEqual(new Map([...before].map(([id, was]) => [id, atAnyTime(was)])));
    const byId = new Map(preview.changes.map((one) => [one.filingId, one]));
    const named = (name: string) => [...seeded].find(([, stage]) => stage === name)![0];
    expect(preview).toMatchObject({ running: 6, unforeseen: [] });
    expect([...preview.fixed].sort()).toEqual([named('draft'), named('authority-review')].sort());
    expect(byId.get(named('provider-review'))?.deadline).toBeDefined();

    for (const [id, was] of before) {
      if (preview.fixed.includes(id)) {
        await expect(move(id, newest)).rejects.toMatchObject({ cause: { type: 'not-allowed-now' } });
        continue;
      }
      const { snapshot } = await move(id, newest);
      expect(snapshot).toMatchObject({ ...newest, stage: was.stage, submission: was.submission });
      expect(dates(snapshot)).toEqual(expectedDates(byId.get(id), was));
      expect(snapshot.deadline!.at >= was.deadline!.at).toBe(true);
      expect(snapshot.ledger).toEqual(was.ledger);
    }
    const changedDates = [...(await seen(seeded.keys()))].filter(
      ([id, is]) => JSON.stringify(dates(is)) !== JSON.stringify(dates(before.get(id)!)),
    );
    const previewed = preview.changes.filter(({ deadline }) => deadline !== undefined);
    expect(changedDates.map(([id]) => id).sort()).toEqual(previewed.map(({ filingId }) => filingId).sort());

    // The steps that are ahead are those of the preview: the reviewed filing goes the new way.
    const steps = byId.get(named('provider-review'))!.steps;
    const identity = steps.find(({ step }) => step === 'identity-check')!;
    expect([identity.before, identity.after]).toEqual([
      expect.stringMatching(/^after-review: /) as string,
      expect.stringMatching(/^before-submission: /) as string,
    ]);
    const approval = { decision: 'approve', reasons: [] } as const;
    const approved = await filings.say(named('provider-review'), messages.decideReview, approval);
    expect(approved.snapshot.stage).toBe('hand-over');
    for (const [id] of seeded) await filings.client.workflow.getHandle(`filing-${id}`).terminate('next test');
  }, 240_000);

  it('keeps the longer clock when the other pack would give a shorter one, and says so before', async () => {
    const id = await filings.open({ ...newest });
    await toReview(filings, id);
    const was = await filings.now(id);
    const preview = await previewPackMove(filings.client, chinaCalendar, founding);
    expect(preview.changes.find(({ filingId }) => filingId === id)?.deadline).toBeUndefined();
    const { snapshot } = await move(id, founding);
    expect(snapshot.pack).toBe('2018-06');
    expect(dates(snapshot)).toEqual(dates(was));
    await filings.client.workflow.getHandle(`filing-${id}`).terminate('next test');
  }, 120_000);
});

const atAnyTime = (snapshot: FilingSnapshot): FilingSnapshot => ({ ...snapshot, at: expect.any(String) as string });

const expectedDates = (preview: PackMovePreview | undefined, was: FilingSnapshot) => {
  const after = preview?.deadline?.after ?? was.deadline;
  return { at: after?.at, from: after?.from };
};
