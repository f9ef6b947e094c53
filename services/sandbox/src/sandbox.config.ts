import { rulePackIds } from '@beian/contracts';
import { day } from '@beian/contracts/schemas';
import { type Environment, readConfig } from '@beian/platform';
import { z } from 'zod';

/** Every variable this process reads; `.env.example` names each of them. */
export const sandboxSettings = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3010),
  SMTP_PORT: z.coerce.number().int().min(0).max(65_535).default(1025),
  /** The name server's, over UDP and TCP. */
  DNS_PORT: z.coerce.number().int().min(0).max(65_535).default(1053),
  LOG_LEVEL: z.string().default('info'),
  /** Folder in which the world outside is kept over a restart; absent = forgotten at the end. */
  SANDBOX_DATA: z.string().optional(),
  /** Where the gateway listens: receiver of the signed callbacks. */
  GATEWAY_URL: z.url().default('http://127.0.0.1:3000'),
  /** Public address of this process: issuer of the identity provider. */
  OIDC_ISSUER: z.url().default('http://127.0.0.1:3010/oidc'),
  OIDC_AUDIENCE: z.string().default('https://api.beian.example'),
  /** Where operators open their Temporal UI, which signs them in here; absent = there is none. */
  TEMPORAL_OPERATOR_UI_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** JSON: secret per calling party (`authority`, `carrier`, `courier`). */
  CALLBACK_SECRETS: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.object({ authority: z.string().min(1), carrier: z.string().min(1), courier: z.string().min(1) })),
  /** By which a filed site's owner writes the foot of his page. */
  RULE_PACK: z.enum(rulePackIds).default('2018-06'),
  AS_OF: day.optional(),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('beian'),
});

export type SandboxConfig = Readonly<z.output<typeof sandboxSettings>>;

/** Reads the sandbox's settings. Refuses to start in production: it plays the outside world. */
export function sandboxConfig(env: Environment): SandboxConfig {
  const config = readConfig('sandbox', sandboxSettings, env);
  if (config.NODE_ENV === 'production') {
    throw new Error(
      'The sandbox plays authority, registry, cloud, carrier, courier, mail, names, web sites and identity provider: it never runs with ' +
        'NODE_ENV=production. Point AUTHORITY_URL, REGISTRY_URL, … at the real parties instead.',
    );
  }
  return config;
}
