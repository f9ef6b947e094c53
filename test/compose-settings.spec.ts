import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentEnvironment, developmentEnvironmentFor, readConfig } from '@beian/platform';
import { parse } from 'yaml';
import type { z } from 'zod';

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

type Settings = z.ZodObject;
type Variables = Readonly<Record<string, string>>;
interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Variables;
}
type Services = Readonly<Record<string, Service>>;

/** `!reset` is Compose's own word: it takes away what the first file has said. */
const servicesOf = (file: string): Services =>
  (parse(read(file).replaceAll('!reset ', ''), { merge: true }) as { services: Services }).services;
const base = servicesOf('docker-compose.yml');
const override = servicesOf('docker-compose.override.yml');

const jobs = ['migrate', 'namespace', 'stores'];
const ours = Object.entries(base).filter(([, { image }]) => image === 'beian:local');
const processes = ours.map(([name]) => name).filter((name) => !jobs.includes(name));

/** The settings as the built process reads them. */
function settingsOf(process: string): Settings {
  const folder = process === 'worker' ? 'workflows/worker' : `services/${process}`;
  const config = jest.requireActual<Record<string, Settings | undefined>>(
    join(root, folder, `dist/${process}.config.js`),
  );
  const settings = config[`${process}Settings`];
  if (settings === undefined) throw new Error(`${folder} exports no ${process}Settings`);
  return settings;
}

/** Settings that no container is given, and why. */
const notGiven: Readonly<Record<string, string>> = {
  BUILD_ID: 'the image makes it from the code of the workflow',
  WORKFLOW_BUNDLE: 'made with the image',
  ROLE: 'one container does both',
  TEMPORAL_TLS: 'the frontend is the neighbour in this network',
  TEMPORAL_API_KEY: 'the same',
  BUCKET_DOCUMENTS: 'the object store is this installation’s own',
  BUCKET_DOSSIERS: 'the same',
  VERIFICATION_TOPIC: 'the broker is this installation’s own',
  CONSUMER_GROUP: 'one name for three services would make them one group',
};

/** Variables of a container that its schema does not know, and who reads them. */
const readByTheImage: Readonly<Record<string, readonly string[]>> = { sandbox: ['HEALTH_PATH'] };

const given = (name: string, files: readonly Services[]): Variables =>
  Object.assign({}, ...files.map((services) => services[name]?.environment ?? {})) as Variables;

/** What Compose puts in for `${NAME:-otherwise}`, the innermost first. */
function interpolated(variables: Variables, env: Variables): Variables {
  const put = (text: string): string => {
    const next = text.replace(/\$\{(\w+)(?::([-+])([^${}]*))?\}/g, (_, name: string, sign = '-', other = '') =>
      (env[name] ?? '') === '' ? (sign === '-' ? other : '') : sign === '-' ? (env[name] ?? '') : other,
    );
    return next === text ? text : put(next);
  };
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, put(String(value))]));
}

describe('docker-compose.yml', () => {
  it('runs a container of each process, by its name', () => {
    expect(processes.sort()).toEqual(
      // prettier-ignore
      ['codec', 'documents', 'gateway', 'guard', 'notification', 'sandbox', 'subject', 'verification', 'website', 'worker'],
    );
    expect(ours.filter(([name, { command }]) => command?.join() !== name)).toEqual([]);
  });

  it('takes no file of settings as a whole: each container would find the secrets of all', () => {
    expect(read('docker-compose.yml') + read('docker-compose.override.yml')).not.toContain('env_file');
  });

  it.each(processes)('gives %s nothing that its schema does not know', (name) => {
    const known = [...Object.keys(settingsOf(name).shape), ...(readByTheImage[name] ?? [])];
    expect(Object.keys(given(name, [base, override])).filter((variable) => !known.includes(variable))).toEqual([]);
  });

  it.each(processes)('gives %s everything that its schema asks for', (name) => {
    const variables = given(name, [base]);
    const missing = Object.keys(settingsOf(name).shape).filter((variable) => variables[variable] === undefined);
    expect(missing.filter((variable) => notGiven[variable] === undefined)).toEqual([]);
  });

  it.each(processes)('lets .env reach %s under the name of the variable, or fixes it', (name) => {
    const renamed: Variables = { DOSSIER_PRIVATE_KEY: `${name.toUpperCase()}_DOSSIER_PRIVATE_KEY` };
    const passed = Object.entries(given(name, [base])).filter(([, value]) => /^\$\{\w+(:-[^}]*)?\}$/.test(value));
    const strays = passed.filter(
      ([variable, value]) => !new RegExp(`^\\$\\{${renamed[variable] ?? variable}\\b`).test(value),
    );
    expect(passed.length).toBeGreaterThan(0);
    expect(strays).toEqual([]);
  });

  it.each(processes)('is enough to start %s for development, without any .env, with and without traces', (name) => {
    const env = {
      ...developmentEnvironmentFor(name),
      ...withoutEmpty(interpolated(given(name, [base, override]), {})),
    };
    expect(() => readConfig(name, settingsOf(name), env)).not.toThrow();
    expect(env['NODE_ENV']).toBe('development');
  });

  it('guards /metrics in development by a token that production refuses', () => {
    const { METRICS_TOKEN: token = '' } = interpolated(given('codec', [base, override]), {});
    const env = { ...interpolated(given('codec', [base]), {}), METRICS_TOKEN: token };
    expect(token.length).toBeGreaterThanOrEqual(32);
    expect(() => readConfig('codec', settingsOf('codec'), env)).toThrow(/METRICS_TOKEN holds a development secret/);
  });

  it('gives each job what it reads, and nothing else', () => {
    const text = read('infra/src/image/jobs.ts') + read('infra/src/image/image-environment.ts');
    const read_ = new Set([...text.matchAll(/(?:env|given|set)(?:\[|, )'(\w+)'/g)].map(([, name]) => name));
    const unread = jobs.flatMap((job) => Object.keys(given(job, [base, override])).filter((name) => !read_.has(name)));
    expect(unread).toEqual([]);
    expect(Object.keys(given('migrate', [base]))).toContain('DATABASE_PASSWORD');
  });

  it('gives no secret of ours to a server that we did not write', () => {
    const secrets = Object.keys(developmentEnvironment);
    const strangers = Object.entries(base).filter(([, { image }]) => image !== 'beian:local');
    const told = strangers.flatMap(([name, { environment = {} }]) =>
      Object.keys(environment).flatMap((variable) => (secrets.includes(variable) ? [`${variable} to ${name}`] : [])),
    );
    expect(told).toEqual([]);
  });

  it('knows a reason only for what is really not given', () => {
    const settings = processes.map((name) => ({ name, shape: Object.keys(settingsOf(name).shape) }));
    const idle = Object.keys(notGiven).filter((variable) => !settings.some(({ shape }) => shape.includes(variable)));
    const both = settings.flatMap(({ name }) =>
      Object.keys(given(name, [base])).filter((one) => notGiven[one] !== undefined),
    );
    expect([...idle, ...both]).toEqual([]);
  });
});

const withoutEmpty = (env: Variables): Variables =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
