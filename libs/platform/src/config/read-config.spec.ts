import { z } from 'zod';
import { developmentEnvironment, developmentEnvironmentFor } from '../development-environment';
import { ConfigError } from './config-error';
import { readConfig } from './read-config';
import { refuseDevelopmentSecrets } from './refuse-development-secrets';
import {
  bucketSettings,
  callbackSettings,
  databaseSettings,
  dossierReaderSettings,
  dossierWriterSettings,
  filingMarkSettings,
  httpSettings,
  internalSettings,
  kafkaSettings,
  oidcSettings,
  personSettings,
  portSetting,
  storeSettings,
  temporalSettings,
} from './settings';

const everything = z.object({
  ...httpSettings,
  ...databaseSettings,
  ...kafkaSettings,
  ...temporalSettings,
  ...storeSettings,
  ...bucketSettings,
  ...personSettings,
  ...filingMarkSettings,
  ...internalSettings,
  ...oidcSettings,
  ...callbackSettings,
  ...dossierWriterSettings,
  ...dossierReaderSettings,
  PORT: portSetting(3004),
});
const password = developmentEnvironment['DATABASE_PASSWORD']!;
const development: Readonly<Record<string, string>> = {
  ...developmentEnvironmentFor('verification'),
  DATABASE_URL: `postgres://verification:${password}@127.0.0.1:5432/beian`,
  KAFKA_BROKERS: 'a:9092, b:9092',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  S3_ENDPOINT: 'http://127.0.0.1:9000',
  OIDC_ISSUER: 'http://127.0.0.1:3010/oidc',
  OIDC_AUDIENCE: 'beian',
};
const problemsOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('readConfig', () => {
  it('reads what the schema names into one frozen object', () => {
    const config = readConfig('verification', everything, { ...development, SOMETHING_ELSE: 'x', LOG_LEVEL: '' });
    expect(config).toMatchObject({
      PORT: 3004,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      KAFKA_BROKERS: ['a:9092', 'b:9092'],
    });
    expect(config.MASTER_KEY[0]).toHaveLength(32);
    expect(config.DOSSIER_PRIVATE_KEY).toHaveLength(2);
    expect(config.CODEC_KEYS.keys[config.CODEC_KEYS.current]).toHaveLength(32);
    expect(config).not.toHaveProperty('SOMETHING_ELSE');
    expect(Object.isFrozen(config) && Object.isFrozen(config.CODEC_KEYS)).toBe(true);
  });

  it('lists every problem at once, by variable, and never a value', () => {
    const wrong = {
      ...development,
      PORT: '70000',
      MASTER_KEY: 'c2hvcnQ=',
      CODEC_KEYS: '{',
      KAFKA_BROKERS: undefined,
      DATABASE_URL: 'mysql://secret-value',
    };
    const problems = problemsOf(() => readConfig('verification', everything, wrong));
    for (const name of ['PORT', 'MASTER_KEY', 'CODEC_KEYS', 'DATABASE_URL'])
      expect(problems.some((line) => line.startsWith(name))).toBe(true);
    expect(problems).toContain('KAFKA_BROKERS is not set');
    expect(problems.join()).not.toMatch(/secret-value|c2hvcnQ=/);
  });

  it('refuses a current codec key that is not among the keys', () => {
    const wrong = {
      ...development,
      CODEC_KEYS: development['CODEC_KEYS']!.replace('"current":"dev-1"', '"current":"dev-2"'),
    };
    expect(problemsOf(() => readConfig('verification', everything, wrong))).toEqual([
      expect.stringContaining('current key'),
    ]);
  });

  it('rel S17 refuses every development secret in production, alone, in a URL, in a map or in a list', () => {
    const problems = problemsOf(() =>
      readConfig('verification', everything, { ...development, NODE_ENV: 'production' }),
    );
    const named = problems.map((line) => line.split(' ')[0]).sort();
    expect(named).toEqual([
      'BLIND_INDEX_KEY',
      'CALLBACK_SECRETS',
      'CODEC_KEYS',
      'DATABASE_URL',
      'DOSSIER_PRIVATE_KEY',
      'FILING_HMAC_KEY',
      'INTERNAL_TOKEN',
      'MASTER_KEY',
      'S3_ACCESS_KEY',
      'S3_SECRET_KEY',
    ]);
    expect(problems.join()).not.toContain(password);
    const config = { MASTER_KEY: 'x' };
    expect(() => refuseDevelopmentSecrets(config, { ...development, NODE_ENV: 'production' })).toThrow(ConfigError);
    expect(() => refuseDevelopmentSecrets(config, development)).not.toThrow();
  });
});
