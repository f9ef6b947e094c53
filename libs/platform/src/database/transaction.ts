import type { QueryRunner } from 'typeorm';
import { toDatabaseError } from './database-error';

/** Values for `$1`, `$2`, … of a statement. */
export type SqlParameters = readonly unknown[];

/** An open transaction: everything said to it commits or vanishes together. */
export interface Tx {
  /** Rows of a statement with `$1` parameters. bigint comes as a string, timestamptz as a Date, bytea as a Buffer. */
  query<T = Record<string, unknown>>(sql: string, params?: SqlParameters): Promise<T[]>;
  /** How many rows a statement touched. The way to see if a conditional update won. */
  execute(sql: string, params?: SqlParameters): Promise<number>;
  /** Runs right before commit, once per key and transaction: for what must hold its lock as shortly as possible. */
  beforeCommit(key: string, work: (tx: Tx) => Promise<void>): void;
  /** Runs after a successful commit: hints only, for it is lost if the process dies there. */
  afterCommit(work: () => void): void;
}

/** `Tx` over one of TypeORM's query runners. */
export class RunningTransaction implements Tx {
  private readonly early = new Map<string, (tx: Tx) => Promise<void>>();
  private readonly late: Array<() => void> = [];

  constructor(private readonly runner: QueryRunner) {}

  async query<T = Record<string, unknown>>(sql: string, params: SqlParameters = []): Promise<T[]> {
    return (await runStatement(this.runner, sql, params)).rows as T[];
  }

  async execute(sql: string, params: SqlParameters = []): Promise<number> {
    return (await runStatement(this.runner, sql, params)).affected;
  }

  beforeCommit(key: string, work: (tx: Tx) => Promise<void>): void {
    if (!this.early.has(key)) this.early.set(key, work);
  }

  afterCommit(work: () => void): void {
    this.late.push(work);
  }

  async runBeforeCommit(): Promise<void> {
    for (const work of this.early.values()) await work(this);
  }

  runAfterCommit(): void {
    for (const work of this.late) work();
  }
}

export async function runStatement(
  runner: QueryRunner,
  sql: string,
  params: SqlParameters,
): Promise<{ readonly rows: readonly unknown[]; readonly affected: number }> {
  try {
    const result = await runner.query(sql, [...params], true);
    return { rows: (result.records ?? []) as unknown[], affected: result.affected ?? 0 };
  } catch (error) {
    throw toDatabaseError(error, sql);
  }
}
