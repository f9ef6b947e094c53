import { TokenBuckets } from './token-buckets';

const minute = 60_000;

describe('a token bucket', () => {
  it('lets half a minute’s allowance through at once, then says how long to wait', () => {
    const buckets = new TokenBuckets(60);
    const burst = Array.from({ length: 31 }, () => buckets.take('a', 0));
    expect(burst.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 0));
    expect(burst[30]).toBe(1);
  });

  it('fills again with time, never beyond the burst', () => {
    const buckets = new TokenBuckets(60);
    for (let i = 0; i < 30; i++) buckets.take('a', 0);
    expect(buckets.take('a', 500)).toBe(1);
    expect(buckets.take('a', 1_000)).toBe(0);
    const later = Array.from({ length: 31 }, () => buckets.take('a', 60 * minute));
    expect(later.filter((wait) => wait === 0)).toHaveLength(30);
  });

  it('counts each caller alone', () => {
    const buckets = new TokenBuckets(10);
    for (let i = 0; i < 5; i++) buckets.take('a', 0);
    expect(buckets.take('a', 0)).toBeGreaterThan(0);
    expect(buckets.take('b', 0)).toBe(0);
  });

  it('over a long time lets through what it allows, and no more', () => {
    const buckets = new TokenBuckets(120);
    let passed = 0;
    for (let ms = 0; ms < 10 * minute; ms += 100) if (buckets.take('a', ms) === 0) passed++;
    expect(passed).toBeGreaterThanOrEqual(1_200);
    expect(passed).toBeLessThanOrEqual(1_200 + 60);
  });
});
