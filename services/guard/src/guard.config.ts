import { httpSettings, oidcSettings, portSetting, readConfig, type Environment } from '@beian/platform';
import { z } from 'zod';

/** Every variable this process reads; `.env.example` names each of them. */
export const guardSettings = z.object({
  ...httpSettings,
  PORT: portSetting(8082),
  ...oidcSettings,
  /** The operators' Temporal UI, which nobody reaches but through here. */
  TEMPORAL_UI_UPSTREAM: z.url({ protocol: /^http$/ }).default('http://127.0.0.1:8080'),
});

export type GuardConfig = Readonly<z.output<typeof guardSettings>>;

/** Reads the guard's settings. */
export const guardConfig = (env: Environment): GuardConfig => readConfig('guard', guardSettings, env);
