import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { isConflict, toDatabaseError } from './database-error';
import { RunningTransaction, runStatement, type SqlParameters, type Tx } from './transaction';

export interface TransactionOptions {
  readonly isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
}

const mostAttempts = 5;

/**
 * The database of one service, by SQL. Also the injection token. Stores are written over it; a use case that must do
 * several things at once takes `transaction` and hands the `Tx` down.
 */
export class Database {
  constructor(readonly source: DataSource) {}

  async query<T = Record<string, unknown>>(sql: string, params: SqlParameters = []): Promise<T[]> {
    return this.withRunner(async (runner) => (await runStatement(runner, sql, params)).rows as T[]);
  }

  async execute(sql: string, params: SqlParameters = []): Promise<number> {
    return this.withRunner(async (runner) => (await runStatement(runner, sql, params)).affected);
  }

  /**
   * Runs `work` in one transaction and commits it; whatever it throws rolls everything back and is thrown on.
   * On a deadlock or a serialization failure the whole of `work` runs again, five times at most, so it must do nothing
   * outside the transaction. The last such failure is thrown on; an HTTP caller sees 503, an activity is retried.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work, options);
      } catch (error) {
        if (!isConflict(error) || attempt === mostAttempts) throw error;
        await delay(Math.random() * 10 * 2 ** attempt); // spread, or the same two meet again
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
    const [tx, result] = await this.withRunner(async (runner) => {
      await runStatement(runner, `BEGIN ISOLATION LEVEL ${options.isolation ?? 'READ COMMITTED'}`, []);
      const open = new RunningTransaction(runner);
      try {
        const answer = await work(open);
        await open.runBeforeCommit();
        await runStatement(runner, 'COMMIT', []);
        return [open, answer] as const;
      } catch (error) {
        await rollBack(runner);
        throw error;
      }
    });
    tx.runAfterCommit();
    return result;
  }

  private async withRunner<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect().catch((error: unknown) => Promise.reject(toDatabaseError(error, 'connect')));
      return await work(runner);
    } finally {
      await runner.release();
    }
  }
}

/** A connection that cannot even roll back is broken; Postgres ends the transaction when it notices. */
async function rollBack(runner: QueryRunner): Promise<void> {
  await runStatement(runner, 'ROLLBACK', []).catch(() => undefined);
}
