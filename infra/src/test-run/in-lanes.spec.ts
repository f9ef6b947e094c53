import { inLanes } from './in-lanes';

/** Jobs that end when the test says so, and a record of what was begun. */
function jobs(count: number) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = Array.from({ length: count }, (_, place) => () => {
    begun.push(place);
    return new Promise<number>((resolve) => {
      ends[place] = () => resolve(place);
    });
  });
  return { all, begun, end: (place: number) => ends[place]?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('jobs in lanes', () => {
  it('begins as many as there are lanes, the next when one ends, and gives the results in order', async () => {
    const { all, begun, end } = jobs(4);
    const running = inLanes(all, 2);
    expect(begun).toEqual([0, 1]);
    end(1);
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    for (const place of [2, 0]) end(place);
    await settled();
    expect(begun).toEqual([0, 1, 2, 3]);
    end(3);
    expect(await running).toEqual([0, 1, 2, 3]);
  });

  it('begins nothing more after one has thrown', async () => {
    const { all, begun, end } = jobs(2);
    const running = inLanes([() => Promise.reject(new Error('broken')), ...all], 2);
    await expect(running).rejects.toThrow('broken');
    end(0);
    await settled();
    expect(begun).toEqual([0]);
  });

  it('has nothing to do without jobs', async () => {
    expect(await inLanes([], 2)).toEqual([]);
  });
});
