import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentSecretNames, reachOf, secretsOf } from './secrets-of';
import { parse, parseAllDocuments } from 'yaml';
import { helmProgram, validator } from './helm';

// What Helm renders is read as it comes; each assertion names the part it reads.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Resource = any;

const chart = join(__dirname, '..', '..', 'deploy', 'helm', 'beian');
const installations = ['values-self-hosted.yaml', 'values-temporal-cloud.yaml'];
/** A Helm built from its module knows no newer Kubernetes than 1.20 by itself. */
const template = ['template', 'beian', chart, '--kube-version', '1.34.0'];
const withoutSchema = ['ScaledObject', 'TriggerAuthentication'];

let helm: (...words: string[]) => string;
let validate: (files: readonly string[]) => string;
let folder: string;

beforeAll(() => {
  helm = helmProgram();
  validate = validator();
  folder = mkdtempSync(join(tmpdir(), 'beian-helm-'));
}, 1_200_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rendered(values: string, ...more: string[]): readonly Resource[] {
  const text = helm(...template, '--values', join(chart, values), ...more);
  return parseAllDocuments(text)
    .map((document) => document.toJSON() as Resource)
    .filter(Boolean);
}

const podsOf = (resources: readonly Resource[]) =>
  resources
    .filter(({ kind }) => kind === 'Deployment' || kind === 'Job')
    .map(({ metadata, spec }) => ({
      name: metadata.name as string,
      pod: spec.template.spec as Resource,
      container: spec.template.spec.containers[0] as Resource,
    }));

describe.each(installations)('the chart with %s', (values) => {
  it('passes lint', () => {
    expect(helm('lint', chart, '--strict', '--values', join(chart, values))).toContain('0 chart(s) failed');
  });

  it('renders what Kubernetes knows, without an unknown field', () => {
    const resources = rendered(values).filter(({ kind }) => !withoutSchema.includes(kind as string));
    expect(resources.length).toBeGreaterThan(40);
    const files = resources.map((resource, at) => {
      const file = join(folder, `${values}-${at}.json`);
      writeFileSync(file, JSON.stringify(resource));
      return file;
    });
    expect(() => validate(files)).not.toThrow();
  });

  it('gives no pod a right it does not need, and each its probes and limits', () => {
    const pods = podsOf(rendered(values));
    for (const { pod, container } of pods) {
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      expect(pod.automountServiceAccountToken).toBe(false);
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.resources.limits.memory).toBeDefined();
      expect(container.image).toMatch(/:\d+\.\d+\.\d+$/);
    }
    const processes = pods.filter(({ pod }) => pod.restartPolicy !== 'Never');
    for (const { container } of processes) {
      expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
      expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    }
  });

  it('names secrets and holds none', () => {
    const text = JSON.stringify(rendered(values));
    expect(text).not.toContain('development-only');
    expect(rendered(values).filter(({ kind }) => kind === 'Secret')).toEqual([]);
    for (const { container } of podsOf(rendered(values))) {
      const given = (container.env as Resource[])
        .filter(({ value }) => value !== undefined)
        .map(({ name }) => name as string);
      expect(given.filter((name) => developmentSecretNames.includes(name))).toEqual([]);
      const names = (container.env as Resource[]).map(({ name }) => name as string);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it('routes requests only to copies that answer them', () => {
    const services = rendered(values).filter(({ kind }) => kind === 'Service');
    expect(services.length).toBeGreaterThanOrEqual(7);
    expect(services.every(({ spec }) => spec.selector['beian/answers'] === 'true')).toBe(true);
    const workers = rendered(values).filter(
      ({ kind, metadata }) => kind === 'Deployment' && /-worker$/.test(metadata.name as string),
    );
    expect(workers.every(({ spec }) => spec.template.metadata.labels['beian/answers'] === 'false')).toBe(true);
    expect(
      workers.every(({ spec }) =>
        spec.template.spec.containers[0].env.some(({ name, value }: Resource) => name === 'ROLE' && value === 'worker'),
      ),
    ).toBe(true);
  });
});

describe('the chart', () => {
  const { processes } = parse(readFileSync(join(chart, 'values.yaml'), 'utf8'), { merge: true }) as {
    processes: Record<string, { secrets: string[]; database?: boolean; dossierReader?: boolean; reaches: string[] }>;
  };

  it.each(Object.entries(processes))('gives %s the secrets that its settings ask for, and no other', (name, of) => {
    const given = [
      ...of.secrets,
      ...(of.database === true ? ['DATABASE_URL'] : []),
      ...(of.dossierReader === true ? ['DOSSIER_PRIVATE_KEY'] : []),
    ];
    expect(given.sort()).toEqual([...secretsOf(name)].sort());
  });

  it.each(Object.entries(processes))('lets %s out to what its settings name, and to no other', (name, { reaches }) => {
    expect([...reaches].sort()).toEqual([...reachOf(name)].sort());
  });

  it('lets a process out to names and to its own parts only', () => {
    const policies = rendered('values-self-hosted.yaml').filter(({ kind }) => kind === 'NetworkPolicy');
    const portsOf = (name: string) =>
      (policies.find(({ metadata }) => metadata.name === `beian-${name}`)?.spec.egress as Resource[]).flatMap(
        ({ ports }) => (ports as Resource[]).map(({ port }) => port as unknown),
      );
    expect(policies.every(({ spec }) => spec.policyTypes.includes('Egress'))).toBe(true);
    expect(policies).toHaveLength(Object.keys(processes).length + 3);
    expect(portsOf('codec')).toEqual([53, 53, 443, 4318]);
    expect(portsOf('worker')).toEqual([53, 53, 7233, 4318]);
    expect(portsOf('gateway')).toEqual([53, 53, 5432, 9092, 7233, 443, 'http', 4318]);
    expect(portsOf('migrate')).toEqual([53, 53, 5432]);
    const gateway = policies.find(({ metadata }) => metadata.name === 'beian-gateway');
    const services = (gateway?.spec.egress as Resource[]).find(({ ports }) => ports[0].port === 'http');
    expect(
      services.to.map((one: Resource) => one.podSelector.matchLabels['app.kubernetes.io/component'] as string),
    ).toEqual(['documents', 'notification', 'subject', 'verification', 'website']);
    const database = (gateway?.spec.egress as Resource[]).find(({ ports }) => ports[0].port === 5432);
    expect(database.to).toEqual([{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } } }]);
    const untraced = rendered('values-self-hosted.yaml', '--set', 'otel.endpoint=').filter(
      ({ kind }) => kind === 'NetworkPolicy',
    );
    expect(JSON.stringify(untraced)).not.toContain('4318');
    const open = rendered('values-self-hosted.yaml', '--set', 'networkPolicy.egress.enabled=false').filter(
      ({ kind }) => kind === 'NetworkPolicy',
    );
    expect(open.some(({ spec }) => spec.policyTypes.includes('Egress') || spec.egress !== undefined)).toBe(false);
  });

  it('gives the key of Temporal Cloud to those who speak to it, and the bearer of /metrics to every process', () => {
    const withKey = (values: string, variable: string) =>
      podsOf(rendered(values))
        .filter(({ container }) => container.env.some(({ name }: Resource) => name === variable))
        .map(({ container }) => container.name as string);
    const cloud = [...new Set(withKey('values-temporal-cloud.yaml', 'TEMPORAL_API_KEY'))].sort();
    expect(cloud).toEqual(
      [...Object.keys(processes).filter((name) => reachOf(name).includes('temporal')), 'schedules'].sort(),
    );
    expect([...new Set(withKey('values-self-hosted.yaml', 'METRICS_TOKEN'))].sort()).toEqual(
      Object.keys(processes).sort(),
    );
    expect(withKey('values-temporal-cloud.yaml', 'METRICS_TOKEN')).toEqual([]);
  });

  it('says where traces go, where there is a collector', () => {
    const traced = (values: string) =>
      podsOf(rendered(values)).map(
        ({ container }) =>
          (container.env as Resource[]).find(({ name }) => name === 'OTEL_EXPORTER_OTLP_ENDPOINT')?.value as unknown,
      );
    expect(new Set(traced('values-self-hosted.yaml'))).toEqual(new Set(['http://otel-collector.observability:4318']));
    expect(new Set(traced('values-temporal-cloud.yaml'))).toEqual(new Set([undefined]));
  });

  it('scales every worker by its task queue where KEDA is on, and only then', () => {
    const scaled = rendered('values-temporal-cloud.yaml').filter(({ kind }) => kind === 'ScaledObject');
    expect(scaled.map(({ spec }) => spec.triggers[0].metadata.taskQueue as string).sort()).toEqual([
      'documents',
      'filing',
      'gateway',
      'notification',
      'subject',
      'verification',
      'website',
    ]);
    expect(
      scaled.find(({ spec }) => spec.triggers[0].metadata.taskQueue === 'filing')?.spec.triggers[0].metadata,
    ).toMatchObject({
      workerDeploymentName: 'beian-filing',
      workerDeploymentBuildId: '0.1.0',
    });
    expect(rendered('values-self-hosted.yaml').some(({ kind }) => kind === 'ScaledObject')).toBe(false);
  });

  it('runs one copy of a process for both roles where it is told so', () => {
    const roles = JSON.stringify({
      http: null,
      worker: null,
      all: { replicas: 1, resources: { limits: { memory: '512Mi' } } },
    });
    const subject = rendered('values-self-hosted.yaml', '--set-json', `processes.subject.roles=${roles}`).filter(
      ({ kind, metadata }) => kind === 'Deployment' && /-subject-/.test(metadata.name as string),
    );
    expect(subject.map(({ metadata }) => metadata.name as string)).toEqual(['beian-subject-all']);
  });

  it('brings up the worker of the next build alone, which waits for an operator', () => {
    const next = podsOf(rendered('values-self-hosted.yaml', '--values', join(chart, 'values-next-worker.yaml')));
    expect(next.map(({ name }) => name)).toEqual(['beian-worker-worker']);
    expect(next[0]?.container.env).toContainEqual({ name: 'RELEASED_BY', value: 'operator' });
  });

  it('says what is missing instead of rendering half an installation', () => {
    expect(() => helm(...template)).toThrow(/is missing/);
  });
});
