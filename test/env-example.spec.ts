import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, developmentEnvironment, developmentEnvironmentFor, readConfig } from '@beian/platform';
import type { z } from 'zod';

type Settings = z.ZodObject;

const root = join(__dirname, '..');
const processes = {
  codec: 'services/codec',
  documents: 'services/documents',
  gateway: 'services/gateway',
  guard: 'services/guard',
  notification: 'services/notification',
  sandbox: 'services/sandbox',
  subject: 'services/subject',
  verification: 'services/verification',
  website: 'services/website',
  worker: 'workflows/worker',
} as const;

/** The settings as the built process reads them. */
const settingsOf = Object.entries(processes).map(([name, folder]) => {
  const config = jest.requireActual<Record<string, Settings | undefined>>(join(root, folder, `dist/${name}.config.js`));
  const settings = config[`${name}Settings`];
  if (settings === undefined) throw new Error(`${folder} exports no ${name}Settings`);
  return [name, settings] as const;
});

/** What Compose itself puts into the containers: ports of this machine, passwords of servers we run but did not write. */
const compose = ['docker-compose.yml', 'docker-compose.override.yml'].flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name),
);

const lines = readFileSync(join(root, '.env.example'), 'utf8').split('\n');
const isAssignment = (line: string) => /^\w+=/.test(line);
const assignments = lines.filter(isAssignment).map((line): readonly [string, string] => {
  const [name = '', ...rest] = line.split('=');
  return [name, rest.join('=').replace(/^(['"])(.*)\1$/, '$2')];
});
const example = Object.fromEntries(assignments);

describe('.env.example', () => {
  it('holds every variable once, with a line that says what it is', () => {
    const names = assignments.map(([name]) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const bare = lines.filter((line, at) => isAssignment(line) && !/^# \S/.test(lines[at - 1] ?? ''));
    expect(bare).toEqual([]);
    expect(lines.filter((line) => line !== '' && !line.startsWith('#') && !isAssignment(line))).toEqual([]);
  });

  it('names what the processes read, and nothing else', () => {
    const missing = settingsOf.flatMap(([process, settings]) =>
      Object.keys(settings.shape)
        .filter((name) => example[name] === undefined)
        .map((name) => `${name} of ${process} is missing in .env.example`),
    );
    missing.push(
      ...compose.filter((name) => example[name] === undefined).map((name) => `${name} of Compose is missing`),
    );
    const read = new Set([...settingsOf.flatMap(([, settings]) => Object.keys(settings.shape)), ...compose]);
    const unread = assignments.filter(([name]) => !read.has(name)).map(([name]) => `${name} is read by no process`);
    expect([...missing, ...unread]).toEqual([]);
  });

  it.each(settingsOf)('is enough to start %s with', (process, settings) => {
    const { DOSSIER_PRIVATE_KEY: own } = developmentEnvironmentFor(process);
    const env = { ...example, ...(own === undefined ? {} : { DOSSIER_PRIVATE_KEY: own }) };
    expect(() => readConfig(process, settings, env)).not.toThrow();
  });

  it('carries the development secrets of the platform, which production refuses', () => {
    const secrets = Object.entries(developmentEnvironment).filter(([name]) => name !== 'DATABASE_PASSWORD');
    expect(secrets.filter(([name, value]) => example[name] !== value).map(([name]) => name)).toEqual([]);
    expect(example['DATABASE_URL']).toContain(developmentEnvironment['DATABASE_PASSWORD']);
    for (const [process, settings] of settingsOf.filter(([name]) => !['worker', 'codec', 'guard'].includes(name))) {
      expect(() => readConfig(process, settings, { ...example, NODE_ENV: 'production' })).toThrow(ConfigError);
    }
  });
});
