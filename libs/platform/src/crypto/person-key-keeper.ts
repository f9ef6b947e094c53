import type { OnApplicationBootstrap, OnModuleDestroy, OnModuleInit, Provider } from '@nestjs/common';
import { ConfigError } from '../config/config-error';
import { Database } from '../database/database';
import { Logger } from '../process/logger';
import { Metrics } from '../process/metrics';
import { PersonVault } from './person-vault';

const everyMs = 3_600_000;
const atOnce = 200;

interface KeeperParts {
  readonly service: string;
  readonly database: Database;
  readonly vault: PersonVault;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/**
 * Looks after the person keys when the master key changes (F-O4): refuses the start where one of them could not be
 * opened, wraps those under an older master key anew, and tells by a gauge how many are left, so that an operator knows
 * when the older key can go.
 */
export class PersonKeyKeeper implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private isClosing = false;

  constructor(private readonly parts: KeeperParts) {}

  /** Throws `ConfigError` where a key is wrapped by a master key that the process was not given. */
  async onModuleInit(): Promise<void> {
    const { service, database, vault, metrics } = this.parts;
    const { lost } = await vault.countKeys(database);
    if (lost > 0) {
      throw new ConfigError(service, [
        `MASTER_KEY lacks the key that wraps ${lost} person keys; add the older key behind the current one`,
      ]);
    }
    metrics.observe({
      name: 'person_keys_under_older_master',
      help: 'Person keys not yet wrapped by the current master key; at 0 in every service the older one can go',
      read: async () => [{ value: (await vault.countKeys(database)).older }],
    });
  }

  onApplicationBootstrap(): void {
    void this.keep();
    this.timer = setInterval(() => void this.keep(), everyMs).unref();
  }

  onModuleDestroy(): void {
    this.isClosing = true;
    clearInterval(this.timer);
  }

  /** Wraps all keys anew that are not under the current master key, two hundred at a time. What fails waits an hour. */
  async keep(): Promise<void> {
    const { database, vault, logger } = this.parts;
    let count = 0;
    try {
      for (let last: string | undefined = ''; last !== undefined && !this.isClosing;) {
        const from: string = last;
        const done = await database.transaction((tx) => vault.rewrap(tx, { after: from, limit: atOnce }));
        count += done.length;
        last = done.at(-1);
      }
      if (count > 0) logger.info({ count }, 'person keys are wrapped by the current master key');
    } catch (error) {
      if (!this.isClosing) logger.warn({ err: error, count }, 'person keys could not be wrapped anew');
    }
  }
}

/** For a service that keeps personal data: `PersonVault` and its keeper. */
export function personKeys(
  service: string,
  config: { readonly MASTER_KEY: readonly Buffer[]; readonly BLIND_INDEX_KEY: Buffer },
): readonly Provider[] {
  return [
    { provide: PersonVault, useFactory: () => new PersonVault(config.MASTER_KEY, config.BLIND_INDEX_KEY) },
    {
      provide: PersonKeyKeeper,
      inject: [Database, PersonVault, Metrics, Logger],
      useFactory: (...[database, vault, metrics, logger]: [Database, PersonVault, Metrics, Logger]) =>
        new PersonKeyKeeper({ service, database, vault, metrics, logger }),
    },
  ];
}
