import { join } from 'node:path';
import type { Addresses } from '@beian/infra';
import { developmentEnvironment, developmentEnvironmentFor } from '@beian/platform';
import type { z } from 'zod';
import { ownSecrets, productionEnvironment } from './production-environment';
import { boot, folders, killAll, processes } from './production-process';

const root = join(__dirname, '..');

/** Settings with a default that production does not accept. */
const neededInProduction: Readonly<Record<string, readonly string[]>> = {
  documents: ['CLAMD_ADDRESS'],
  notification: ['MAIL_FROM', 'STAFF_EMAIL'],
};

function shapeOf(name: string): Readonly<Record<string, z.ZodType>> {
  const config = jest.requireActual<Record<string, z.ZodObject | undefined>>(
    join(root, folders[name] ?? '', `dist/${name}.config.js`),
  );
  const shape = config[`${name}Settings`]?.shape;
  if (shape === undefined) throw new Error(`${name} exports no settings`);
  return shape;
}

/** The variables that a refusal names, one line each. */
const named = (output: string): readonly string[] =>
  [...output.matchAll(/^ {2}- (\w+)/gm)].map(([, variable = '']) => variable).sort();

const nowhere: Required<Addresses> = {
  temporal: { address: '127.0.0.1:9', namespace: 'beian', ui: 'http://127.0.0.1:9' },
  postgres: { adminUrl: 'postgres://admin:secret@127.0.0.1:9/postgres' },
  kafka: { brokers: ['127.0.0.1:9'] },
  s3: {
    endpoint: 'http://127.0.0.1:9',
    console: 'http://127.0.0.1:9',
    accessKey: '',
    secretKey: '',
    region: 'cn-east-1',
  },
};

afterAll(killAll);

describe('rel S17 a start with NODE_ENV=production is refused', () => {
  it.each(processes)(
    '%s: with every setting that is missing, at once and in plain words',
    async (name) => {
      const shape = shapeOf(name);
      const required = Object.keys(shape).filter((variable) => !shape[variable]?.safeParse(undefined).success);
      const { code, output } = await boot(name, { NODE_ENV: 'production' }).ended;
      expect(code).toBe(1);
      expect(output).toContain(`${name} cannot start, its configuration is wrong:`);
      expect(named(output)).toEqual([...required, ...(neededInProduction[name] ?? [])].sort());
      expect(output).not.toMatch(/^ {4}at /m);
    },
    60_000,
  );

  const ownToo = Object.entries(developmentEnvironment).filter(([variable]) => variable !== 'DOSSIER_PUBLIC_KEYS');

  it.each(processes.filter((name) => name !== 'guard'))(
    '%s: with every development secret, and without its value',
    async (name) => {
      const url = `postgres://${name}:${developmentEnvironment['DATABASE_PASSWORD']}@127.0.0.1:9/beian`;
      const published = { ...developmentEnvironmentFor(name), DATABASE_URL: url };
      const { code, output } = await boot(name, { ...productionEnvironment(name, ownSecrets(), nowhere), ...published })
        .ended;
      const secret = [...ownToo.map(([variable]) => variable), 'DATABASE_URL', 'DOSSIER_PRIVATE_KEY'];
      expect(code).toBe(1);
      expect(named(output)).toEqual(
        Object.keys(shapeOf(name))
          .filter((variable) => secret.includes(variable))
          .sort(),
      );
      expect(output).toContain(
        'holds a development secret that is published with the source; give it its own in production',
      );
      expect(ownToo.filter(([, value]) => output.includes(value))).toEqual([]);
    },
    60_000,
  );

  it('sandbox: always, whatever it is given', async () => {
    const { code, output } = await boot('sandbox', productionEnvironment('sandbox', ownSecrets(), nowhere)).ended;
    expect(code).toBe(1);
    expect(output).toContain('it never runs with NODE_ENV=production');
  }, 60_000);
});
