import { Inject, Injectable } from '@nestjs/common';
import type { AccountId, FilingId, FilingSnapshot, ProjectionView } from '@beian/contracts';
import { Database, type Tx } from '@beian/platform';
import { keepFinished, usualTime, type UsualTime } from './finished-filings';

export interface FilingQuery {
  /** Only filings that this account owns, and those under a mandate if it may use one; absent: all (staff). */
  readonly seenBy?: AccountId;
  readonly underMandate: boolean;
  readonly stage?: string | undefined;
  readonly province?: string | undefined;
  readonly filingType?: string | undefined;
  readonly waitingOn?: string | undefined;
  readonly overdue?: boolean | undefined;
  /** Filings opened before this one. */
  readonly before?: FilingId | undefined;
  readonly limit: number;
}

/** Name of the Postgres channel on which a moved filing is told to every gateway process. */
export const movedChannel = 'gateway_filing_moved';

/**
 * The projection: where each filing stands, from the events of `verification` and from what updates answer. A snapshot
 * counts if its version is higher than the one we have; every version is kept once for the time line. Whose a filing is
 * never changes: a snapshot that says otherwise is passed over.
 */
@Injectable()
export class FilingStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Takes a snapshot in the transaction of the event that brought it. */
  async fold(tx: Tx, snapshot: FilingSnapshot): Promise<void> {
    const { filingId, owner, version, stage, province, filingType, waitingOn, flags } = snapshot;
    const document = JSON.stringify(snapshot);
    const isNew = await tx.execute(
      `INSERT INTO filing_snapshot (filing_id, version, snapshot)
       SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM filing WHERE filing_id = $1 AND owner <> $4)
       ON CONFLICT DO NOTHING`,
      [filingId, version, document, owner],
    );
    if (isNew === 0) return;
    const isNewest = await tx.execute(
      `INSERT INTO filing AS known (filing_id, owner, version, stage, province, filing_type, waiting_on, overdue, snapshot)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (filing_id) DO UPDATE
         SET version = excluded.version, stage = excluded.stage, waiting_on = excluded.waiting_on,
             overdue = excluded.overdue, snapshot = excluded.snapshot, projected_at = now()
         WHERE known.version < excluded.version AND known.owner = excluded.owner`,
      [filingId, owner, version, stage, province, filingType, waitingOn, flags.overdue, document],
    );
    if (stage === 'granted' || isNewest === 0) await keepFinished(tx, filingId);
    await tx.query('SELECT pg_notify($1, $2)', [movedChannel, filingId]);
  }

  /** Takes what an update answered, so that a person reads his own write. */
  async take(snapshot: FilingSnapshot): Promise<void> {
    await this.database.transaction((tx) => this.fold(tx, snapshot));
  }

  /** For reconciliation: how far the projection is. */
  async versions(filings: readonly FilingId[]): Promise<readonly ProjectionView[]> {
    return this.database.query<ProjectionView>(
      'SELECT filing_id AS "filingId", version FROM filing WHERE filing_id = ANY($1)',
      [filings],
    );
  }

  async find(filingId: FilingId): Promise<FilingSnapshot | undefined> {
    const [row] = await this.database.query<{ snapshot: FilingSnapshot }>(
      'SELECT snapshot FROM filing WHERE filing_id = $1',
      [filingId],
    );
    return row?.snapshot;
  }

  /** What filings like this one usually take; nothing while too few have finished. */
  usualTime(snapshot: FilingSnapshot): Promise<UsualTime | undefined> {
    return usualTime(this.database, snapshot);
  }

  /** Newest first: ids sort by the time of opening. */
  async page(query: FilingQuery): Promise<readonly FilingSnapshot[]> {
    const rows = await this.database.query<{ snapshot: FilingSnapshot }>(
      `SELECT snapshot FROM filing
       WHERE ($1::text IS NULL OR owner = $1 OR ($9 AND filing_id IN
               (SELECT filing_id FROM mandate WHERE agent = $1 AND revoked_at IS NULL)))
         AND ($2::text IS NULL OR stage = $2)
         AND ($3::text IS NULL OR province = $3)
         AND ($4::text IS NULL OR filing_type = $4)
         AND ($5::text IS NULL OR waiting_on = $5)
         AND ($6::boolean IS NULL OR overdue = $6)
         AND ($7::text IS NULL OR filing_id < $7)
       ORDER BY filing_id DESC LIMIT $8`,
      [
        query.seenBy ?? null,
        query.stage ?? null,
        query.province ?? null,
        query.filingType ?? null,
        query.waitingOn ?? null,
        query.overdue ?? null,
        query.before ?? null,
        query.limit,
        query.underMandate,
      ],
    );
    return rows.map(({ snapshot }) => snapshot);
  }

  /** Every recorded snapshot after `version`, oldest first. */
  async since(filingId: FilingId, version: number): Promise<readonly FilingSnapshot[]> {
    const rows = await this.database.query<{ snapshot: FilingSnapshot }>(
      'SELECT snapshot FROM filing_snapshot WHERE filing_id = $1 AND version > $2 ORDER BY version LIMIT 1000',
      [filingId, version],
    );
    return rows.map(({ snapshot }) => snapshot);
  }
}
