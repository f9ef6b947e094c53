import { httpSettings, portSetting, readConfig, temporalSettings, type Environment } from '@beian/platform';
import { z } from 'zod';

/** Every variable this process reads; `.env.example` names each of them. */
export const workerSettings = z.object({
  ...httpSettings,
  PORT: portSetting(3007),
  ...temporalSettings,
  /** A calendar of one's own as JSON, instead of mainland China's: for tests and demonstrations. */
  CALENDAR_FILE: z.string().min(1).optional(),
});
export type WorkerConfig = Readonly<z.output<typeof workerSettings>>;

export const workerConfig = (env: Environment): WorkerConfig => readConfig('worker', workerSettings, env);
