/**
 * Does the jobs, at most so many at once, each begun in its turn; gives their results in the order of the jobs. One that
 * throws ends it: what runs is left to end, nothing more is begun.
 */
export async function inLanes<T>(jobs: readonly (() => Promise<T>)[], lanes: number): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < jobs.length) {
      const place = next;
      next += 1;
      const job = jobs[place];
      if (job === undefined) return;
      results[place] = await job().catch((error: unknown) => {
        next = jobs.length;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
