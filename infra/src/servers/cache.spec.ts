import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached, cacheFolder } from './cache';

describe('the cache', () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'beian-cache-'));
  });

  it('lies where the user wants caches', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/somewhere' })).toBe('/somewhere/beian');
    expect(cacheFolder({})).toMatch(/\.cache\/beian$/);
  });

  it('builds once when two starts want the same at the same time', async () => {
    let builds = 0;
    const build = async (into: string): Promise<void> => {
      builds += 1;
      await writeFile(join(into, 'program'), 'made');
    };
    const [one, two] = await Promise.all([cached(cache, 'thing-1', build), cached(cache, 'thing-1', build)]);
    expect([one, two]).toEqual([join(cache, 'thing-1'), join(cache, 'thing-1')]);
    expect(builds).toBe(1);
    await cached(cache, 'thing-1', build);
    expect(builds).toBe(1);
  });

  it('keeps nothing of a build that failed, and lets the next try', async () => {
    const fail = async (into: string): Promise<void> => {
      await writeFile(join(into, 'half'), 'made');
      throw new Error('the network went away');
    };
    await expect(cached(cache, 'thing-1', fail)).rejects.toThrow('the network went away');
    expect(readdirSync(cache)).toEqual([]);
    const folder = await cached(cache, 'thing-1', (into) => writeFile(join(into, 'whole'), 'made'));
    expect(readFileSync(join(folder, 'whole'), 'utf8')).toBe('made');
  });

  it('takes over the lock and clears the remains of a build that was killed', async () => {
    const lock = join(cache, '.thing-1.lock');
    writeFileSync(lock, '1');
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    mkdirSync(join(cache, '.thing-1-half'));
    await cached(cache, 'thing-1', (into) => writeFile(join(into, 'whole'), 'made'));
    expect(existsSync(lock)).toBe(false);
    expect(readdirSync(cache)).toEqual(['thing-1']);
  });
});
