import { bootService, type Environment, type Running } from '@beian/platform';
import { workerConfig } from './worker.config';
import { WorkerModule } from './worker.module';

/** Starts the worker that runs the filing workflow; the caller owns the signals and closes it. */
export function boot(env: Environment): Promise<Running> {
  const config = workerConfig(env);
  return bootService({ name: 'worker', module: WorkerModule.with(config), config });
}
