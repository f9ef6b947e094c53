import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockData } from './data-lock';

describe('the lock of a data folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'beian-lock-'));
  });

  it('refuses a second launcher and names the first', async () => {
    const lock = await lockData(dataDir);
    await expect(lockData(dataDir)).rejects.toThrow(new RegExp(`in use by process ${process.pid}`));
    lock.release();
    (await lockData(dataDir)).release();
  });

  it('is taken over from a launcher that was killed', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(dataDir, 'launcher.lock'), JSON.stringify({ pid: dead, servers: [dead] }));
    (await lockData(dataDir)).release();
    writeFileSync(join(dataDir, 'launcher.lock'), '{"pid":');
    (await lockData(dataDir)).release();
  });
});
