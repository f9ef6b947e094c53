import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServers, type Addresses, type RunningServers } from '@beian/infra';
import { ownSecrets, productionEnvironment } from './production-environment';
import { boot, killAll, processes, start, type Started } from './production-process';

afterAll(killAll);

describe('a start with NODE_ENV=production and secrets of one’s own', () => {
  const secrets = ownSecrets();
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-production-'));
  let servers: RunningServers;
  let addresses: Required<Addresses>;

  /** One of the image's jobs, as Compose and the chart run it. */
  async function job(name: string): Promise<void> {
    const env = {
      ...productionEnvironment(name, secrets, addresses),
      POSTGRES_ADMIN_URL: addresses.postgres.adminUrl,
      DATABASE_PASSWORD: secrets.databasePassword,
    };
    const { code, output } = await start('infra/dist/image/run.js', env, [name]).ended;
    if (code !== 0) throw new Error(`${name}: ${output}`);
  }

  beforeAll(async () => {
    servers = await startServers({ dataDir, ports: 'any', storeKeys: secrets.storeKeys });
    addresses = servers.addresses as Required<Addresses>;
    await Promise.all(['migrate', 'namespace', 'stores'].map(job));
  }, 300_000);

  afterAll(async () => {
    await servers?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  /** The guard's readiness is that of the UI behind it. */
  const alone = processes.filter((name) => name !== 'guard');

  it.each(alone)(
    '%s becomes ready, and ends when it is told to',
    async (name) => {
      const started = boot(name, productionEnvironment(name, secrets, addresses));
      const url = await until(started, async () => /"url":"([^"]+)"/.exec(started.output())?.[1]);
      await until(started, async () => ((await fetch(`${url}/health/ready`)).status === 200 ? true : undefined));
      expect((await fetch(`${url}/metrics`)).status).toBe(404);
      const bearer = { authorization: `Bearer ${secrets.variables.METRICS_TOKEN}` };
      expect((await fetch(`${url}/metrics`, { headers: bearer })).status).toBe(200);
      started.child.kill('SIGTERM');
      expect((await started.ended).code).toBe(0);
    },
    180_000,
  );

  it('guard listens, is not ready while there is no UI behind it, and ends when it is told to', async () => {
    const started = boot('guard', {
      ...productionEnvironment('guard', secrets, addresses),
      TEMPORAL_UI_UPSTREAM: 'http://127.0.0.1:9',
    });
    const url = await until(started, async () => /"url":"([^"]+)"/.exec(started.output())?.[1]);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    const bearer = { authorization: `Bearer ${secrets.variables.METRICS_TOKEN}` };
    expect(await (await fetch(`${url}/metrics`, { headers: bearer })).text()).toContain(
      'part_up{part="temporal-ui",service="guard"} 0',
    );
    started.child.kill('SIGTERM');
    expect((await started.ended).code).toBe(0);
  }, 180_000);

  /** Looks again until there is something, for two minutes; a process that has ended never gets there. */
  async function until<T>(started: Started, look: () => Promise<T | undefined>): Promise<T> {
    for (
      const giveUpAt = Date.now() + 120_000;
      Date.now() < giveUpAt && started.child.exitCode === null;
      await pause(300)
    ) {
      const found = await look().catch(() => undefined);
      if (found !== undefined) return found;
    }
    throw new Error(`did not get there:\n${started.output().slice(-4_000)}`);
  }
});
