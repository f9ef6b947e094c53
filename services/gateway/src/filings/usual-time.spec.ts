import type { FilingSnapshot } from '@beian/contracts';
import { snapshotOf, startGateway, type Somebody, type Stand } from '../gateway.spec-helper';
import { filingsNeeded, type UsualTime } from './finished-filings';

const hourMs = 3_600_000;
const start = Date.parse('2018-06-01T01:00:00.000Z');
const after = (ms: number): string => new Date(start + ms).toISOString();

/** The same figures in every run; spread over days and hours. */
function* numbers(seed: number): Generator<number> {
  for (let x = seed; ; x = (x * 48_271) % 2_147_483_647) yield x / 2_147_483_647;
}

interface Life {
  /** Hours from the first submission to the authority, and from there to the number. */
  readonly before: number;
  readonly at: number;
}

function lives(n: number, seed: number): readonly Life[] {
  const figures = numbers(seed);
  const hours = (most: number) => Math.ceil((figures.next().value as number) * most);
  return Array.from({ length: n }, () => ({ before: hours(300), at: hours(480) }));
}

/** Linear between the two nearest, worked out by hand: position (n − 1) · p of the sorted list. */
function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}
const inDays = (hours: readonly number[]) => {
  const days = (p: number) => Math.round((percentile(hours, p) / 24) * 10) / 10;
  return { medianDays: days(0.5), p90Days: days(0.9) };
};

describe('the usual time of a filing', () => {
  let stand: Stand;
  let owner: Somebody;
  beforeAll(async () => {
    stand = await startGateway();
    owner = await stand.somebody('applicant');
  }, 60_000);
  afterAll(() => stand.close(), 30_000);

  /** The time line of a filing that was returned once and then granted, told in the order given. */
  async function finish({ before, at }: Life, change: Partial<FilingSnapshot>, order = [0, 1, 2, 3, 4]): Promise<void> {
    const first = snapshotOf(owner.accountId, change);
    const stages = [
      ['provider-review', 0],
      ['returned', 1],
      ['provider-review', Math.min(2, before)],
      ['authority-review', before],
      ['granted', before + at],
    ] as const;
    const line = stages.map(([stage, hours], i) => ({
      ...first,
      version: 2 + i,
      stage,
      since: after(hours * hourMs),
      at: after(hours * hourMs),
    }));
    for (const i of order) await stand.filings.take(line[i]!);
  }

  async function shown(change: Partial<FilingSnapshot>): Promise<UsualTime | undefined> {
    const { filingId } = await stand.filingOf(owner, change);
    const { body } = await stand.call(`GET /v1/filings/${filingId}`, { as: owner });
    return (body as { readonly usualTime?: UsualTime }).usualTime;
  }

  it('is median and 90th percentile of the same province and type, equal to a separate calculation', async () => {
    const tianjin = lives(37, 7);
    for (const life of tianjin) await finish(life, { province: '12' });
    for (const life of lives(filingsNeeded, 11)) await finish(life, { province: '12', filingType: 'CHANGE_SUBJECT' });
    expect(await shown({ province: '12' })).toEqual({
      filings: 37,
      sinceSubmission: inDays(tianjin.map(({ before, at }) => before + at)),
      atAuthority: inDays(tianjin.map(({ at }) => at)),
    });
  });

  it('is not shown while fewer than twenty have finished, nor for a filing that is over', async () => {
    const few = lives(filingsNeeded, 13);
    for (const life of few.slice(1)) await finish(life, { province: '33' });
    expect(await shown({ province: '33' })).toBeUndefined();
    await finish(few[0]!, { province: '33' });
    expect(await shown({ province: '33' })).toMatchObject({ filings: filingsNeeded });
    expect(await shown({ province: '33', stage: 'withdrawn' })).toBeUndefined();
  });

  it('is the same when the time line comes in out of order', async () => {
    const shuffled = lives(filingsNeeded, 17);
    for (const life of shuffled) await finish(life, { province: '51' }, [4, 2, 0, 3, 1, 4]);
    expect(await shown({ province: '51' })).toMatchObject({
      sinceSubmission: inDays(shuffled.map(({ before, at }) => before + at)),
      atAuthority: inDays(shuffled.map(({ at }) => at)),
    });
  });
});
