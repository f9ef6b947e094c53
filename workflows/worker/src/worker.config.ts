import { httpSettings, portSetting, readConfig, temporalSettings, type Environment } from '@beian/platform';
import { z } from 'zod';

/** Every variable this process reads; `.env.example` names each of them. */
export const workerSettings = z.object({
  ...httpSettings,
  PORT: portSetting(3007),
  ...temporalSettings,
  /**
   * Where the calendar is kept as JSON once there is one of one's own; while the file is not there, mainland China's of
   * this build holds. Several workers share it: what one plans by, all must.
   */
  CALENDAR_FILE: z.string().min(1).optional(),
  /** A bundle of the workflow made beforehand. Absent: production takes the build's, development makes one at start. */
  WORKFLOW_BUNDLE: z.string().min(1).optional(),
  /**
   * Who gives filings to this build: `start`, the worker itself as soon as it polls; `operator`, who lets it ramp or makes it
   * current (docs/releases.md). Until then it polls and runs nothing.
   */
  RELEASED_BY: z.enum(['start', 'operator']).default('start'),
});
export type WorkerConfig = Readonly<z.output<typeof workerSettings>>;

export const workerConfig = (env: Environment): WorkerConfig => readConfig('worker', workerSettings, env);

/** What the commands of an operator need of a worker's environment. */
const operatorSettings = z.object({ ...temporalSettings, CALENDAR_FILE: z.string().min(1) });
export type OperatorConfig = Readonly<z.output<typeof operatorSettings>>;

export const operatorConfig = (env: Environment): OperatorConfig => readConfig('operator', operatorSettings, env);
