import type { failedHandOversSchema, handOverFilterSchema } from '@beian/contracts/schemas';
import type { Database, Tx } from '@beian/platform';
import type { z } from 'zod';

type FailedHandOver = z.output<typeof failedHandOversSchema>['items'][number];

/** Hand-overs that the authority has not taken: counted until it says something, given up at a bound. */
export class HandOverFailureStore {
  constructor(private readonly database: Database) {}

  /** Counts one that failed, with its cause (a code, never content); answers whether it is given up now. */
  async count(
    tx: Tx,
    key: string,
    { cause, most }: { readonly cause: string; readonly most: number },
  ): Promise<boolean> {
    const [row] = await tx.query<{ givenUp: boolean }>(
      `UPDATE authority_order SET tries = tries + 1, cause = $2, tried_at = now(),
              given_up_at = CASE WHEN tries + 1 >= $3 THEN now() END
        WHERE key = $1 AND state = 'intended' RETURNING given_up_at IS NOT NULL AS "givenUp"`,
      [key, cause, most],
    );
    return row?.givenUp === true;
  }

  /** The authority has said something: what was counted is forgotten. */
  async forget(key: string): Promise<void> {
    await this.database.execute(
      'UPDATE authority_order SET tries = 0, cause = NULL, tried_at = NULL, given_up_at = NULL WHERE key = $1 AND tries > 0',
      [key],
    );
  }

  /** It is asked again, after a release: one try, for it was counted to the bound. */
  async resume(tx: Tx, key: string): Promise<void> {
    await tx.query('UPDATE authority_order SET given_up_at = NULL WHERE key = $1 AND given_up_at IS NOT NULL', [key]);
  }

  /** The oldest filing first. A submission that was superseded or ended waits for nobody. */
  async list(
    { state, cause, filingId, province, cursor }: z.output<typeof handOverFilterSchema>,
    limit: number,
  ): Promise<readonly FailedHandOver[]> {
    const rows = await this.database.query<FailedHandOver & { readonly tried: Date }>(
      `SELECT o.filing_id AS "filingId", o.submission, f.snapshot->>'province' AS province, o.cause, o.tries, o.tried_at AS tried,
              CASE WHEN o.given_up_at IS NULL THEN 'trying' ELSE 'given-up' END AS state
         FROM authority_order o JOIN filing f USING (filing_id, submission)
        WHERE o.state = 'intended' AND o.tries > 0 AND f.stage = 'hand-over'
          AND ($1::text IS NULL OR ($1 = 'given-up') = (o.given_up_at IS NOT NULL)) AND ($2::text IS NULL OR o.cause = $2)
          AND ($3::text IS NULL OR o.filing_id = $3) AND ($4::text IS NULL OR f.snapshot->>'province' = $4)
          AND ($5::text IS NULL OR o.filing_id > $5)
        ORDER BY o.filing_id LIMIT $6`,
      [state ?? null, cause ?? null, filingId ?? null, province ?? null, cursor ?? null, limit],
    );
    return rows.map(({ tried, ...row }) => ({ ...row, triedAt: tried.toISOString() }));
  }
}
