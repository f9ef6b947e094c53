import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { carryToGrant, firstFiling, OutsideWorld, submitFiling, type Scene, type SubmittedFiling } from '@beian/infra';
import { developmentEnvironment } from '@beian/platform';
import { composeStack, openDocker, type ComposeStack, type Docker } from './docker';
import { watchMemory, type MemoryWatch } from './memory-watch';
import { contentOf, decode, encodingOf, keyOf, sealedPayloads } from './sealed-payloads';
import { signInToUi, type UiSession } from './sign-in';
import { until } from './until';

const images = ['beian:local', 'beian-minio:local'];
const jobs = ['temporal-schema', 'migrate', 'namespace', 'stores'];
/** Has no health check, because its image has nothing to ask with. */
const unasked = ['traces'];
const eightGigabytes = 8 * 2 ** 30;

let docker: Docker;
let stack: ComposeStack;
let memory: MemoryWatch;
let scene: Scene;
const figures: string[] = [];

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  return work().finally(() =>
    figures.push(`${what.padEnd(34)} ${((Date.now() - began) / 1_000).toFixed(0).padStart(5)} s`),
  );
}

interface Container {
  readonly Service: string;
  readonly State: string;
  readonly Health: string;
  readonly ExitCode: number;
}

async function containers(): Promise<readonly Container[]> {
  const lines = await stack.compose('ps', '--all', '--format', 'json');
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Container);
}

beforeAll(async () => {
  docker = openDocker();
  stack = await composeStack(docker);
  await stack.compose('down', '--volumes', '--remove-orphans');
  if (!process.env['BEIAN_COMPOSE_BUILT']) await timed('build of both images', () => stack.compose('build'));
  memory = watchMemory(docker.env);
  await timed('up, until everything is healthy', () => stack.up());
  scene = { gatewayUrl: stack.url('API'), outside: new OutsideWorld(stack.url('SANDBOX')), patienceSeconds: 60 };
}, 2_400_000);

afterAll(async () => {
  const { together, each } = memory?.stop() ?? { together: 0, each: {} };
  const peaks = Object.entries(each)
    .filter(([name]) => name.startsWith('beian-test'))
    .sort(([, a], [, b]) => b - a);
  figures.push(`${'peak memory of all containers'.padEnd(34)} ${together.toFixed(0).padStart(5)} MiB`);
  figures.push(
    ...peaks.map(
      ([name, peak]) => `  ${name.replace('beian-test-', '').padEnd(32)} ${peak.toFixed(0).padStart(5)} MiB`,
    ),
  );
  process.stdout.write(`\n${figures.join('\n')}\n`);
  await stack?.compose('down', '--volumes', '--remove-orphans', '--timeout', '20');
  docker?.close();
}, 300_000);

describe('docker compose up', () => {
  it('ends with every job done and every part healthy', async () => {
    const all = await containers();
    expect(all.filter(({ Service }) => jobs.includes(Service)).map(({ State, ExitCode }) => [State, ExitCode])).toEqual(
      jobs.map(() => ['exited', 0]),
    );
    const parts = all.filter(({ Service }) => !jobs.includes(Service));
    const isWell = ({ Service, State, Health }: Container) =>
      State === 'running' && (Health === 'healthy' || unasked.includes(Service));
    expect(parts.filter((part) => !isWell(part))).toEqual([]);
    expect(parts.length).toBeGreaterThanOrEqual(16);
  });

  it('publishes ports to this machine only, and fits into 8 GB', async () => {
    const { services } = JSON.parse(await stack.compose('config', '--format', 'json')) as {
      services: Record<string, { mem_limit?: string; ports?: { host_ip?: string }[] }>;
    };
    const ports = Object.values(services).flatMap(({ ports: own }) => own ?? []);
    expect(ports.length).toBeGreaterThanOrEqual(10);
    expect(ports.filter(({ host_ip: ip }) => ip !== '127.0.0.1')).toEqual([]);
    const limits = Object.entries(services).map(([name, { mem_limit: limit }]) => [name, Number(limit)] as const);
    expect(limits.filter(([, limit]) => !(limit > 0))).toEqual([]);
    expect(limits.reduce((sum, [, limit]) => sum + limit, 0)).toBeLessThanOrEqual(eightGigabytes);
  });

  it('carries a filing from the form to its number', async () => {
    const filingId = await timed('one filing to its number', () => firstFiling(scene, () => undefined));
    const filing = await fetch(`${scene.gatewayUrl}/v1/filings/${filingId}`, {
      headers: { authorization: `Bearer ${await scene.outside.tokenOf('applicant-lin')}` },
    });
    expect(await filing.json()).toMatchObject({ stage: 'granted' });
  });

  it('has no clock to move and no sandbox without the override file', async () => {
    const plain = await stack.compose('-f', 'docker-compose.yml', 'config');
    expect(plain).not.toContain('sandbox.yaml');
    expect(plain).not.toMatch(/NODE_ENV: development/);
    expect(await stack.compose('-f', 'docker-compose.yml', 'config', '--services')).not.toContain('sandbox');
  });
});

describe('the Temporal UIs', () => {
  let submitted: SubmittedFiling;
  let operator: UiSession;
  const workflow = () => `/api/v1/namespaces/beian/workflows/filing-${submitted.filingId}`;
  const batch = '/api/v1/namespaces/beian/batch-operations/by-hand';
  const post = (ui: 'TEMPORAL_UI' | 'OPERATOR_UI', path: string, body: unknown = {}, headers = operator.headers) =>
    fetch(`${stack.url(ui)}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const settings = async (ui: 'TEMPORAL_UI' | 'OPERATOR_UI') =>
    (await (await fetch(`${stack.url(ui)}/api/v1/settings`)).json()) as Record<string, unknown>;
  const terminateAll = { jobId: 'by-hand', namespace: 'beian', reason: 'r', visibilityQuery: "IcpProvince = '12'" };

  beforeAll(async () => {
    submitted = await submitFiling(scene, () => undefined);
    operator = await signInToUi(stack.url('OPERATOR_UI'), 'operator-ma');
  });

  it('show by their flags what each may do', async () => {
    expect(await settings('TEMPORAL_UI')).toMatchObject({
      DisableWriteActions: true,
      WorkflowTerminateDisabled: true,
      WorkflowSignalDisabled: true,
      BatchActionsDisabled: true,
      Auth: { Enabled: false },
      Codec: { Endpoint: stack.url('CODEC'), IncludeCredentials: true },
    });
    expect(await settings('OPERATOR_UI')).toMatchObject({
      DisableWriteActions: false,
      WorkflowTerminateDisabled: true,
      WorkflowSignalDisabled: false,
      WorkflowUpdateDisabled: false,
      WorkflowResetDisabled: false,
      BatchActionsDisabled: false,
      Auth: { Enabled: true },
      Codec: { Endpoint: stack.url('CODEC'), PassAccessToken: true },
    });
  });

  it('let everyone watch, and write nothing', async () => {
    const list = await fetch(`${stack.url('TEMPORAL_UI')}/api/v1/namespaces/beian/workflows`);
    expect(await list.text()).toContain(submitted.filingId);
    const statuses = await Promise.all(
      ['terminate', 'cancel', 'reset', 'signal/calendarChanged', 'update/extendWindow'].map(
        async (verb) => (await post('TEMPORAL_UI', `${workflow()}/${verb}`)).status,
      ),
    );
    statuses.push((await post('TEMPORAL_UI', batch, { ...terminateAll, signalOperation: { signal: 'x' } })).status);
    statuses.push((await post('TEMPORAL_UI', '/api/v1/namespaces/beian/workflows/by-hand')).status);
    expect(new Set(statuses)).toEqual(new Set([405]));
  });

  it('let an operator read and signal, and nobody else see anything there', async () => {
    const read = await fetch(`${stack.url('OPERATOR_UI')}${workflow()}`, { headers: operator.headers });
    expect(read.status).toBe(200);
    const query = await post('OPERATOR_UI', `${workflow()}/query/__temporal_workflow_metadata`, {
      execution: { workflowId: `filing-${submitted.filingId}` },
      query: { queryType: '__temporal_workflow_metadata' },
    });
    expect(query.status).toBe(200);
    const signals = {
      ...terminateAll,
      visibilityQuery: "WorkflowId = 'nobody'",
      signalOperation: { signal: 'x', identity: 'o' },
    };
    expect((await post('OPERATOR_UI', batch, signals)).status).toBe(200);
    expect((await fetch(`${stack.url('OPERATOR_UI')}${workflow()}`)).status).toBe(401);
    const applicant = await signInToUi(stack.url('OPERATOR_UI'), 'applicant-lin');
    expect((await fetch(`${stack.url('OPERATOR_UI')}${workflow()}`, { headers: applicant.headers })).status).toBe(403);
  });

  it('refuse to terminate, alone and in a batch, by HTTP', async () => {
    const refused = await Promise.all([
      post('OPERATOR_UI', `${workflow()}/terminate`, { reason: 'by hand' }),
      post('OPERATOR_UI', batch, { ...terminateAll, terminationOperation: { identity: 'o' } }),
      post('OPERATOR_UI', batch, { ...terminateAll, deletionOperation: { identity: 'o' } }),
      fetch(`${stack.url('OPERATOR_UI')}${workflow()}`, { method: 'DELETE', headers: operator.headers }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const list = await fetch(
      `${stack.url('TEMPORAL_UI')}/api/v1/namespaces/beian/workflows?query=${encodeURIComponent("ExecutionStatus = 'Terminated'")}`,
    );
    expect(await list.json()).not.toHaveProperty('executions.0');
  });

  it('read payloads through the codec server, which both origins may call', async () => {
    for (const ui of ['TEMPORAL_UI', 'OPERATOR_UI'] as const) {
      const answer = await fetch(`${stack.url('CODEC')}/decode`, {
        method: 'POST',
        headers: { ...operator.headers, origin: stack.url(ui), 'x-namespace': 'beian' },
        body: '{"payloads":[]}',
      });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, stack.url(ui)]);
    }
  });
});

describe('the codec server', () => {
  it('shows one history to three people in three ways, and nothing to nobody (proof 7)', async () => {
    const { filingId } = await submitFiling(scene, () => undefined);
    const payloads = (await sealedPayloads(stack.url('TEMPORAL_UI'), filingId)).slice(0, 20);
    expect(payloads.length).toBeGreaterThan(3);
    const seenBy = async (persona: string) =>
      decode(stack.url('CODEC'), payloads, await scene.outside.tokenOf(persona));

    const operator = await seenBy('operator-ma');
    expect(operator.payloads.map(encodingOf).filter((one) => one === 'binary/encrypted')).toEqual([]);
    expect(operator.payloads.map(contentOf).join()).toContain(filingId);
    const auditor = await seenBy('auditor-xu');
    expect(auditor.payloads).toHaveLength(payloads.length);
    expect(auditor.payloads.map(contentOf).join()).not.toContain(filingId);
    expect((await seenBy('applicant-lin')).status).toBe(403);
    expect((await decode(stack.url('CODEC'), payloads)).status).toBe(401);
  });
});

describe('the profile observability', () => {
  interface Answer<T> {
    readonly data: T;
  }
  const ask = async <T>(url: string): Promise<T> => ((await (await fetch(url)).json()) as Answer<T>).data;

  /** Says so where a service is no part of this run; its files are held together by test/observability-profile.spec.ts. */
  const isRun = (service: string): boolean => {
    if (!stack.runs(service)) figures.push(`${service} was not run: no stand-in for it here`);
    return stack.runs(service);
  };

  it('asks every process of ours and Temporal, and its rules are in order', async () => {
    if (!isRun('prometheus')) return;
    const prometheus = stack.url('PROMETHEUS');
    const up = await until(async () => {
      const { activeTargets } = await ask<{
        activeTargets: { scrapePool: string; health: string; lastError: string }[];
      }>(`${prometheus}/api/v1/targets`);
      const down = activeTargets.filter(({ health }) => health !== 'up');
      if (down.length > 0) throw new Error(JSON.stringify(down));
      return activeTargets.length > 0 ? activeTargets : undefined;
    }, 120);
    expect(up.map(({ scrapePool }) => scrapePool).sort()).toEqual([...Array<string>(9).fill('beian'), 'temporal']);
    const { groups } = await ask<{ groups: { rules: { health: string }[] }[] }>(`${prometheus}/api/v1/rules`);
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(8);
    expect(rules.filter(({ health }) => health === 'err')).toEqual([]);
  });

  it('holds one trace of a submission, from the gateway to the consumers', async () => {
    if (!isRun('traces')) return;
    interface Trace {
      readonly processes: Readonly<Record<string, { readonly serviceName: string }>>;
    }
    await submitFiling(scene, () => undefined);
    const services = ['documents', 'gateway', 'notification', 'subject', 'verification'];
    await until(async () => {
      const traces = await ask<readonly Trace[]>(
        `${stack.url('TRACES')}/api/traces?service=gateway&limit=300&lookback=1h`,
      );
      const seen = traces.map(({ processes }) => Object.values(processes).map(({ serviceName }) => serviceName));
      return seen.find((names) => services.every((name) => names.includes(name)));
    }, 60);
  });

  it('finds the traces of one filing where Temporal links to', async () => {
    if (!isRun('traces')) return;
    const { services } = JSON.parse(await stack.compose('config', '--format', 'json')) as {
      services: { gateway: { environment: { TRACE_PAGE_URL: string } } };
    };
    const { filingId } = await submitFiling(scene, () => undefined);
    const page = services.gateway.environment.TRACE_PAGE_URL.replace('%7BfilingId%7D', filingId);
    const traces = `${page.replace('/search?', '/api/traces?')}&limit=20&lookback=1h`;
    await until(async () => ((await ask<readonly unknown[]>(traces)).length > 0 ? true : undefined), 60);
  });

  it('shows every dashboard, where there is an image of Grafana', async () => {
    if (!isRun('grafana')) return;
    const found = (await (await fetch(`${stack.url('GRAFANA')}/api/search?type=dash-db`)).json()) as { uid: string }[];
    const dashboards = readdirSync(join(__dirname, '..', '..', 'deploy', 'observability', 'dashboards'));
    expect(found.map(({ uid }) => `${uid.replace('beian-', '')}.json`).sort()).toEqual(dashboards.sort());
    const proxied = `${stack.url('GRAFANA')}/api/datasources/proxy/uid/beian-prometheus/api/v1/query?query=up`;
    expect((await fetch(proxied)).status).toBe(200);
  });
});

describe.each(images)('the image %s', (image) => {
  const inside = (...words: string[]) =>
    docker.run(
      'run',
      '--rm',
      '--network=none',
      '--read-only',
      '--cap-drop=ALL',
      '--security-opt=no-new-privileges',
      '--entrypoint=sh',
      image,
      '-c',
      words.join('; '),
    );

  it('starts as somebody without rights on a file system that is read-only', async () => {
    const [uid, write] = (await inside('id -u', 'touch /written 2>/dev/null && echo written || echo refused'))
      .trim()
      .split('\n');
    expect([Number(uid) >= 1000, write]).toEqual([true, 'refused']);
  });

  it('holds no compiler and no package manager of a language', async () => {
    const programs = 'gcc cc g++ c++ clang make as ld go rustc javac tsc swc npm npx corepack';
    expect(await inside(`for name in ${programs}; do command -v $name; done; true`)).toBe('');
    expect(
      await inside(
        "find / -xdev \\( -path '*/@swc/core-*' -o -path '*/node_modules/typescript' \\) 2>/dev/null | head; true",
      ),
    ).toBe('');
  });

  it('holds no secret: not in its settings, not in its history, not in its files', async () => {
    const [{ Config, Size }] = JSON.parse(await docker.run('image', 'inspect', image)) as [
      { Config: { Env: string[] }; Size: number },
    ];
    figures.push(`${`size of ${image}`.padEnd(34)} ${(Size / 1e6).toFixed(0).padStart(5)} MB`);
    expect(Config.Env.filter((line) => /secret|password|token|_key/i.test(line))).toEqual([]);
    expect(await docker.run('history', '--no-trunc', '--format', '{{.CreatedBy}}', image)).not.toMatch(
      /secret=|password=|token=/i,
    );
    const files = await inside(
      "find / -xdev -type f \\( -name '.env*' -o -name '.npmrc' -o -name '.git*' -o -name '*.pem' -o -name '*.key' -o -name 'id_*' \\) " +
        "! -path '/etc/ssl/certs/*' ! -path '/proc/*' ! -path '*/node_modules/*' ! -path '/usr/local/lib/node_modules/*' 2>/dev/null; true",
    );
    expect(files).toBe('');
  });
});

describe('down and up again', () => {
  const codecKeys = JSON.parse(developmentEnvironment['CODEC_KEYS'] ?? '') as { keys: Record<string, string> };
  const rotated = { current: 'rotated', keys: { ...codecKeys.keys, rotated: randomBytes(32).toString('base64') } };

  it('carries a filing on that was open in between, and another key seals from then on (proofs 1, 7)', async () => {
    const submitted = await submitFiling(scene, () => undefined);
    await timed('down', () => stack.compose('down', '--timeout', '30'));
    await timed('up again, with another key', () => stack.up({ CODEC_KEYS: JSON.stringify(rotated) }));
    await timed('the open filing to its number', () => carryToGrant(scene, () => undefined, submitted));

    const sealed = await sealedPayloads(stack.url('TEMPORAL_UI'), submitted.filingId);
    expect([...new Set(sealed.map(keyOf))].sort()).toEqual([...Object.keys(codecKeys.keys), 'rotated'].sort());
    const opened = await decode(stack.url('CODEC'), sealed, await scene.outside.tokenOf('operator-ma'));
    expect(opened.payloads).toHaveLength(sealed.length);
    expect(opened.payloads.map(encodingOf).filter((one) => one === 'binary/encrypted')).toEqual([]);
  });
});
