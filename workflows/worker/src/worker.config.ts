import { httpSettings, portSetting, readConfig, temporalSettings, type Environment } from '@beian/platform';
import { z } from 'zod';

const schema = z.object({
  ...httpSettings,
  PORT: portSetting(3007),
  ...temporalSettings,
  /** A calendar of one's own as JSON, instead of mainland China's: for tests and demonstrations. */
  CALENDAR_FILE: z.string().min(1).optional(),
});
export type WorkerConfig = Readonly<z.output<typeof schema>>;

export const workerConfig = (env: Environment): WorkerConfig => readConfig('worker', schema, env);
