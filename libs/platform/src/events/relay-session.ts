import { Client } from 'pg';

/** What a relay needs of Postgres: a connection of its own, for the lock lives and dies with it. */
export interface RelayDatabase {
  readonly url: string;
  readonly schema: string;
}

/**
 * The right to publish a schema's outbox: a session advisory lock, held by one relay among all replicas (decision:
 * one relay per outbox). If the connection breaks, Postgres gives the lock to another, and this one stops.
 */
export class RelaySession {
  private broken = false;

  private constructor(private readonly client: Client) {
    client.on('error', () => {
      this.broken = true;
    });
    client.on('end', () => {
      this.broken = true;
    });
  }

  /** Opens a session if the lock is free; undefined if another relay holds it. */
  static async tryOpen(database: RelayDatabase): Promise<RelaySession | undefined> {
    const client = new Client({
      connectionString: database.url,
      options: `-c search_path=${database.schema}`,
      application_name: `${database.schema}-outbox-relay`,
      statement_timeout: 15_000,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const session = new RelaySession(client);
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended('outbox ' || current_schema(), 0)) AS taken`,
    );
    if (rows[0]?.taken === true) return session;
    await session.close();
    return undefined;
  }

  get isAlive(): boolean {
    return !this.broken;
  }

  async query<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(sql, [...params])).rows;
  }

  async close(): Promise<void> {
    this.broken = true;
    await this.client.end();
  }
}
