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
  /** Where people open the Temporal UI; browsers may call from this origin and the operators' one, and from no other. */
  TEMPORAL_UI_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8233'),
  /** Where operators open a Temporal UI of their own, if they have one. */
  TEMPORAL_OPERATOR_UI_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** OIDC client of the development sign-in page: public, loopback addresses only. */
  SIGN_IN_CLIENT_ID: z.string().min(1).default('beian-portal'),
});

export type CodecConfig = Readonly<z.output<typeof codecSettings>>;
/** Injection token of the frozen configuration. */
export const CodecConfig = Symbol('CodecConfig');

/** Reads the codec server's settings. Refuses the committed development keys in production. */
export const codecConfig = (env: Environment): CodecConfig => readConfig('codec', codecSettings, env);

/**
 * Origins of the Temporal UIs. On a developer's machine each is opened as 127.0.0.1 and as localhost, which are two
 * origins of the same page.
 */
export function uiOrigins({ TEMPORAL_UI_URL, TEMPORAL_OPERATOR_UI_URL, NODE_ENV }: CodecConfig): readonly string[] {
  const urls = TEMPORAL_OPERATOR_UI_URL === undefined ? [TEMPORAL_UI_URL] : [TEMPORAL_UI_URL, TEMPORAL_OPERATOR_UI_URL];
  return urls.flatMap((url) => {
    const { origin, hostname } = new URL(url);
    if (NODE_ENV === 'production' || hostname !== '127.0.0.1') return [origin];
    return [origin, origin.replace('127.0.0.1', 'localhost')];
  });
}
