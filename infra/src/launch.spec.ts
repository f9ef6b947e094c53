import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine, type Finding } from './doctor/check';
import { stackChecks } from './doctor/stack-checks';
import { launch, type RunningStack } from './launch';
import { adminUrlOf, withAdmin } from './prepare/databases';
import { objectStore, withKafkaAdmin } from './prepare/prepare';
import type { OurProcess } from './processes';
import { readStack } from './stack';

const fixture = join(__dirname, 'spec-fixtures', 'process.cjs');
const processes: readonly OurProcess[] = [
  { name: 'subject', package: fixture, port: 0, database: true, publishes: true, taskQueue: 'subject' },
  { name: 'worker', package: fixture, port: 0, database: false, publishes: false, taskQueue: 'filing' },
];

const missingOf = (findings: readonly Finding[]): string[] =>
  findings.filter(({ outcome }) => outcome === 'missing').map(({ name }) => name);

describe('a launched stack', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-launch-'));
  let running: RunningStack;

  const doctor = () => examine(stackChecks(running.stack, processes));
  /** Waits until nothing is missing: pollers come back a moment after their server. */
  const untilWhole = async (): Promise<void> => {
    const deadline = Date.now() + 80_000;
    while (missingOf(await doctor()).length > 0) {
      if (Date.now() > deadline) throw new Error(`still missing: ${missingOf(await doctor()).join(', ')}`);
    }
  };
  /** What the doctor misses while something is away. */
  const missingWhile = async (away: () => Promise<unknown>, back: () => Promise<unknown>): Promise<string[]> => {
    await away();
    const findings = await doctor().finally(back);
    await untilWhole();
    expect(findings.filter(({ outcome, remedy }) => outcome === 'missing' && !remedy)).toEqual([]);
    return missingOf(findings);
  };

  beforeAll(async () => {
    running = await launch({ dataDir, ports: 'any', processes });
  }, 180_000);
  afterAll(async () => {
    await running.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is ready in every part, and is found by its data folder', async () => {
    expect(missingOf(await doctor())).toEqual([]);
    expect(readStack(dataDir)).toEqual(running.stack);
    expect(running.stack.ready).toBe(true);
  });

  it('gives each service a role that reaches its own schema and nothing else', async () => {
    const { adminUrl } = running.stack.addresses.postgres;
    const may = await withAdmin(adminUrlOf(adminUrl), (client) =>
      client.query(`select has_schema_privilege('subject', 'subject', 'usage') as own, has_schema_privilege('subject', 'public', 'create') as public,
        has_schema_privilege('subject', 'subject', 'create') as ddl, rolsuper as super from pg_roles where rolname = 'subject'`),
    );
    expect(may.rows).toEqual([{ own: true, public: false, ddl: false, super: false }]);
  });

  it.each([
    [
      'temporal',
      [
        'temporal',
        'namespace',
        'search attributes',
        'schedules',
        'poller subject',
        'poller filing',
        'workflow version',
      ],
    ],
    ['postgres', ['postgres', 'schema subject']],
    ['minio', ['minio', 'bucket beian-documents', 'bucket beian-dossiers']],
    ['kafka', ['kafka', 'topics']],
  ] as const)(
    'is not ready without %s',
    async (part, missing) => {
      const server = running.servers?.server(part);
      expect(
        await missingWhile(
          async () => server?.kill(),
          async () => server?.restart(),
        ),
      ).toEqual(missing);
    },
    180_000,
  );

  it('is not ready without a bucket, a topic, a migration', async () => {
    const { s3, kafka, postgres } = running.stack.addresses;
    const sql = (text: string) => () => withAdmin(adminUrlOf(postgres.adminUrl), (client) => client.query(text));
    const bucket = await missingWhile(
      () => objectStore(s3).removeBucket('beian-dossiers'),
      () => objectStore(s3).makeBucket('beian-dossiers', s3.region),
    );
    expect(bucket).toEqual(['bucket beian-dossiers']);
    const topic = await missingWhile(
      () => withKafkaAdmin(kafka.brokers, (admin) => admin.deleteTopics({ topics: ['beian.subject.v1'] })),
      () => withKafkaAdmin(kafka.brokers, (admin) => admin.createTopics({ topics: [{ topic: 'beian.subject.v1' }] })),
    );
    expect(topic).toEqual(['topics']);
    const migration = await missingWhile(
      sql('alter table subject.migration rename to gone'),
      sql('alter table subject.gone rename to migration'),
    );
    expect(migration).toEqual(['schema subject']);
  }, 180_000);

  it('is not ready without its processes', async () => {
    const [beian] = running.processes;
    const missing = await missingWhile(
      async () => beian?.kill(),
      async () => beian?.restart(),
    );
    expect(missing).toEqual(expect.arrayContaining(['process subject', 'process worker']));
  }, 180_000);

  it('refuses to be ready when a process does not start, and says which and why', async () => {
    const env = { REFUSE_TO_START: 'yes' };
    const servers = running.stack.addresses;
    const other = mkdtempSync(join(tmpdir(), 'beian-launch-'));
    const failing = launch({ dataDir: other, ports: 'any', processes, servers, env });
    await expect(failing).rejects.toThrow(/subject did not start: REFUSE_TO_START is yes/);
    expect(readStack(other)).toBeUndefined();
  }, 60_000);
});
