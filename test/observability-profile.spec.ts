import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const yaml = (file: string): unknown => parse(read(file).replaceAll('!reset ', ''), { merge: true });

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly mem_limit?: string;
}
const { services } = yaml('docker-compose.yml') as { services: Readonly<Record<string, Service>> };

/** Where a container sees the files of the clone: path in the container to path in the clone. */
const mounts = (service: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (services[service]?.volumes ?? [])
      .filter((one) => one.startsWith('./'))
      .map((one) => one.split(':'))
      .map(([from = '', to = '']) => [to, posix.normalize(from)]),
  );

/** The file of the clone that a container finds at this path. */
function seenAt(service: string, path: string): string {
  const found = Object.entries(mounts(service)).find(([to]) => path === to || path.startsWith(`${to}/`));
  if (found === undefined) throw new Error(`${service} has nothing at ${path}`);
  return found[1] + path.slice(found[0].length);
}

interface Prometheus {
  readonly rule_files: readonly string[];
  readonly scrape_configs: readonly {
    readonly job_name: string;
    readonly authorization?: { readonly credentials_file: string };
    readonly static_configs: readonly { readonly targets: readonly string[] }[];
  }[];
}

/** The sandbox is no part of an installation. */
const unmeasured = ['sandbox'];

describe('the profile observability', () => {
  const config = '/etc/prometheus/prometheus.yml';
  const prometheus = yaml(seenAt('prometheus', config)) as Prometheus;
  const job = (name: string) => prometheus.scrape_configs.find((one) => one.job_name === name);

  it('is off unless somebody asks for it', () => {
    const members = Object.keys(services).filter((name) => services[name]?.profiles?.join() === 'observability');
    expect(members.sort()).toEqual(['grafana', 'prometheus', 'traces']);
  });

  it('lets Prometheus ask every process of ours that shows metrics, at its port, with the token', () => {
    const ours = Object.entries(services).filter(
      ([name, one]) => one.image === 'beian:local' && one.environment?.['PORT'] && !unmeasured.includes(name),
    );
    const { static_configs: [targets] = [], authorization } = job('beian') ?? {};
    expect([...(targets?.targets ?? [])].sort()).toEqual(
      ours.map(([name, one]) => `${name}:${one.environment?.['PORT']}`).sort(),
    );
    expect(authorization?.credentials_file).toBe(services['prometheus']?.configs?.[0]?.target);
  });

  it('lets Prometheus ask Temporal where it listens for that', () => {
    const [, port] = (services['temporal']?.environment?.['PROMETHEUS_ENDPOINT'] ?? '').split(':');
    expect(job('temporal')?.static_configs[0]?.targets).toEqual([`temporal:${port}`]);
  });

  it('lets Prometheus find its alerts', () => {
    expect(services['prometheus']?.command).toContain(`--config.file=${config}`);
    for (const file of prometheus.rule_files)
      expect(read(seenAt('prometheus', posix.join(posix.dirname(config), file)))).toContain('alert:');
  });

  it('lets Grafana find its sources by names and ports that are there', () => {
    const [file = ''] = Object.keys(mounts('grafana')).filter((path) =>
      path.startsWith('/etc/grafana/provisioning/datasources/'),
    );
    const { datasources } = yaml(seenAt('grafana', file)) as {
      datasources: { type: string; url: string; isDefault?: boolean }[];
    };
    expect(datasources.map(({ type, url, isDefault }) => [type, url, isDefault])).toEqual([
      ['prometheus', 'http://prometheus:9090', true],
      ['jaeger', 'http://traces:16686', undefined],
    ]);
    for (const { url } of datasources) {
      const { hostname, port } = new URL(url);
      expect(services[hostname]?.ports?.[0]).toMatch(new RegExp(`:${port}$`));
    }
  });

  it('lets Grafana find every dashboard, each of which reads from the source that is the default', () => {
    const [file = ''] = Object.keys(mounts('grafana')).filter((path) =>
      path.startsWith('/etc/grafana/provisioning/dashboards/'),
    );
    const { providers } = yaml(seenAt('grafana', file)) as { providers: { options: { path: string } }[] };
    const folder = seenAt('grafana', providers[0]?.options.path ?? '');
    const dashboards = readdirSync(join(root, folder)).map(
      (name) =>
        JSON.parse(read(`${folder}/${name}`)) as {
          uid: string;
          templating: { list: { name: string; query: string }[] };
          panels: { datasource: { uid: string } }[];
        },
    );
    expect(dashboards.length).toBeGreaterThanOrEqual(4);
    for (const { templating, panels } of dashboards) {
      expect(templating.list).toContainEqual(expect.objectContaining({ name: 'datasource', query: 'prometheus' }));
      expect(panels.filter(({ datasource }) => datasource.uid !== '${datasource}')).toEqual([]);
    }
    const linked = services['gateway']?.environment?.['DASHBOARD_URL'] ?? '';
    expect(dashboards.filter(({ uid }) => linked.includes(`/d/${uid}}`))).toHaveLength(1);
  });

  it('lets the processes send their spans to where Jaeger takes them', () => {
    const jaeger = yaml(seenAt('traces', services['traces']?.command?.[1] ?? '')) as {
      receivers: { otlp: { protocols: { http: { endpoint: string } } } };
      extensions: { jaeger_query: { http: { endpoint: string } } };
    };
    const [, port] = jaeger.receivers.otlp.protocols.http.endpoint.split(':');
    expect(services['gateway']?.environment?.['OTEL_EXPORTER_OTLP_ENDPOINT']).toContain(`http://traces:${port}}`);
    const [, page] = jaeger.extensions.jaeger_query.http.endpoint.split(':');
    expect(services['traces']?.ports).toEqual([expect.stringMatching(new RegExp(`^127\\.0\\.0\\.1:.*:${page}$`))]);
  });

  it('links an operator from Temporal to the traces of a filing, by the attribute that spans have', () => {
    const page = services['gateway']?.environment?.['TRACE_PAGE_URL'] ?? '';
    const tags = /&tags=([^}]+)\}\}$/.exec(page)?.[1] ?? '';
    expect(JSON.parse(decodeURIComponent(tags))).toEqual({ 'temporal.workflow.id': 'filing-{filingId}' });
    expect(read('libs/platform/src/temporal/activity-boundary.ts')).toContain("'temporal.workflow.id'");
  });

  it('fits into 8 GB together with everything else', () => {
    const limits = Object.values(services).map(({ mem_limit: limit = '' }) => Number(/^(\d+)m$/.exec(limit)?.[1]));
    expect(limits.filter((limit) => !(limit > 0))).toEqual([]);
    expect(limits.reduce((sum, limit) => sum + limit, 0)).toBeLessThanOrEqual(8 * 1_024);
  });
});
