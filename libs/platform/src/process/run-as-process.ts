import { ConfigError, type Environment } from '../config/config-error';
import type { Running } from './running';

/**
 * What every `main.ts` does: boots with the process's environment, closes on SIGTERM and SIGINT, ends with status 1 if it
 * cannot start. A wrong configuration is told in plain words, without a stack.
 */
export async function runAsProcess(boot: (env: Environment) => Promise<Running>, env: Environment): Promise<void> {
  try {
    const running = await boot(env);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        void running.close().then(
          () => process.exit(0),
          () => process.exit(1),
        );
      });
    }
  } catch (error) {
    process.stderr.write(
      `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exit(1);
  }
}
