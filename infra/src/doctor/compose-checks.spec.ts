import { ourProcesses } from '../processes';
import { examine } from './check';
import { composeOf, containerChecks, containersIn, installationOf, type ComposeConfig } from './compose-checks';

const done = { condition: 'service_completed_successfully' };
const published = (...pairs: (readonly [number, number])[]) =>
  pairs.map(([target, port]) => ({ target, published: String(port) }));

/** As `docker compose config` tells it, cut to what is read. */
const config: ComposeConfig = {
  services: {
    postgres: { environment: { POSTGRES_USER: 'postgres', POSTGRES_PASSWORD: 'p/w' }, ports: published([5432, 15432]) },
    temporal: { ports: published([7233, 17233]) },
    'temporal-ui': { ports: published([8080, 18080]) },
    kafka: { ports: published([19092, 19092]) },
    minio: {
      environment: { MINIO_ROOT_USER: 'user', MINIO_ROOT_PASSWORD: 'pass', MINIO_REGION_NAME: 'cn-east-1' },
      ports: published([9000, 19000], [9001, 19001]),
    },
    migrate: {},
    gateway: { environment: { TEMPORAL_NAMESPACE: 'beian' }, depends_on: { migrate: done } },
    codec: {},
  },
};
const healthy = { State: 'running', Health: 'healthy', ExitCode: 0 };
const whole = Object.keys(config.services).map((Service) =>
  Service === 'migrate' ? { Service, State: 'exited', Health: '', ExitCode: 0 } : { Service, ...healthy },
);

describe('the doctor, of containers', () => {
  it('is content with healthy processes and jobs that ended well', async () => {
    const findings = await examine(containerChecks(config, whole));
    expect(findings.map(({ outcome }) => outcome)).toEqual(whole.map(() => 'ready'));
  });

  it.each([
    ['codec', undefined, 'there is none'],
    ['gateway', { State: 'exited', Health: '', ExitCode: 1 }, 'it ended with code 1'],
    ['kafka', { State: 'running', Health: 'starting', ExitCode: 0 }, 'it is running and starting'],
    ['migrate', { State: 'exited', Health: '', ExitCode: 3 }, 'it ended with code 3'],
    ['migrate', { State: 'running', Health: '', ExitCode: 0 }, 'it has not ended yet'],
  ])('names the container %s, and how to start it', async (name, instead, why) => {
    const containers = whole.flatMap((one) =>
      one.Service !== name ? [one] : instead === undefined ? [] : [{ ...instead, Service: name }],
    );
    const findings = (await examine(containerChecks(config, containers))).filter(
      ({ outcome }) => outcome === 'missing',
    );
    expect(findings).toEqual([
      {
        name: `container ${name}`,
        outcome: 'missing',
        detail: why,
        remedy: `see \`docker compose logs ${name}\`; \`docker compose up -d ${name}\` starts it`,
      },
    ]);
  });

  it('finds each part by the port it publishes, and says which is not published', () => {
    const { addresses, databaseUrl } = installationOf(config, { processes: ourProcesses, migrations: {} });
    expect(addresses).toEqual({
      temporal: { address: '127.0.0.1:17233', namespace: 'beian', ui: 'http://127.0.0.1:18080' },
      postgres: { adminUrl: 'postgres://postgres:p%2Fw@127.0.0.1:15432/postgres' },
      kafka: { brokers: ['127.0.0.1:19092'] },
      s3: {
        endpoint: 'http://127.0.0.1:19000',
        console: 'http://127.0.0.1:19001',
        accessKey: 'user',
        secretKey: 'pass',
        region: 'cn-east-1',
      },
    });
    expect(databaseUrl).toMatch(/\/beian$/);
    const { kafka: _, ...services } = config.services;
    expect(() => installationOf({ services }, { processes: ourProcesses, migrations: {} })).toThrow(
      /kafka publishes no port for 19092/,
    );
  });

  it('reads what newer and older versions of Compose say of containers', () => {
    const [one, other] = whole.slice(0, 2).map((container) => JSON.stringify(container));
    expect(containersIn(`${one}\n${other}\n`)).toEqual(whole.slice(0, 2));
    expect(containersIn(`[${one},${other}]`)).toEqual(whole.slice(0, 2));
    expect(containersIn('')).toEqual([]);
  });

  it('says why Docker gives no answer', async () => {
    await expect(composeOf({ PATH: '/nowhere' })('config')).rejects.toThrow(/ENOENT/);
  });
});
