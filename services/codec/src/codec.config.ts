import {
  httpSettings,
  oidcSettings,
  portSetting,
  readConfig,
  temporalSettings,
  type Environment,
} from '@beian/platform';
import { z } from 'zod';

/** Every variable this process reads; `.env.example` names each of them. */
export const codecSettings = z.object({
  ...httpSettings,
  PORT: portSetting(3006),
  ...oidcSettings,
  CODEC_KEYS: temporalSettings.CODEC_KEYS,
  /** The one namespace whose payloads are opened here. */
  TEMPORAL_NAMESPACE: temporalSettings.TEMPORAL_NAMESPACE,
  /** Where people open the Temporal UI: the one origin that browsers may call from. */
  TEMPORAL_UI_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8233'),
  /** OIDC client of the development sign-in page: public, loopback addresses only. */
  SIGN_IN_CLIENT_ID: z.string().min(1).default('beian-portal'),
});

export type CodecConfig = Readonly<z.output<typeof codecSettings>>;
/** Injection token of the frozen configuration. */
export const CodecConfig = Symbol('CodecConfig');

/** Reads the codec server's settings. Refuses the committed development keys in production. */
export const codecConfig = (env: Environment): CodecConfig => readConfig('codec', codecSettings, env);

/**
 * Origins of the Temporal UI. On a developer's machine it is opened as 127.0.0.1 and as localhost, which are two origins
 * of the same page.
 */
export function uiOrigins({ TEMPORAL_UI_URL, NODE_ENV }: CodecConfig): readonly string[] {
  const { origin, hostname } = new URL(TEMPORAL_UI_URL);
  if (NODE_ENV === 'production' || hostname !== '127.0.0.1') return [origin];
  return [origin, origin.replace('127.0.0.1', 'localhost')];
}
