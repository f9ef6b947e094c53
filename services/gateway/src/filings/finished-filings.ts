import type { FilingSnapshot, FilingId } from '@beian/contracts';
import type { usualTimeSchema } from '@beian/contracts/schemas';
import type { Database, Tx } from '@beian/platform';
import type { z } from 'zod';

/** Median and 90th percentile of what filings of the same province and type took; nothing official. */
export type UsualTime = z.infer<typeof usualTimeSchema>;

/** Of fewer finished filings the 90th percentile would be one or two of them, and nothing is shown. */
export const filingsNeeded = 20;
/** The newest of them count: what a province needed years ago says little. */
const newest = 500;

/** Keeps how long a filing took, out of its time line; again when an earlier part of the time line comes in late. */
export async function keepFinished(tx: Tx, filingId: FilingId): Promise<void> {
  await tx.execute(
    `INSERT INTO finished_filing (filing_id, province, filing_type, granted_at, seconds, authority_seconds)
     SELECT $1, province, filing_type, granted_at,
            extract(epoch FROM granted_at - submitted_at), extract(epoch FROM granted_at - authority_at)
     FROM (SELECT min(snapshot->>'province') AS province, min(snapshot->>'filingType') AS filing_type,
                  min((snapshot->>'since')::timestamptz) FILTER (WHERE snapshot->>'stage' = 'granted') AS granted_at,
                  min((snapshot->>'since')::timestamptz) FILTER (WHERE snapshot->>'stage' = 'provider-review') AS submitted_at,
                  max((snapshot->>'since')::timestamptz) FILTER (WHERE snapshot->>'stage' = 'authority-review') AS authority_at
           FROM filing_snapshot WHERE filing_id = $1) AS life
     WHERE granted_at IS NOT NULL AND submitted_at IS NOT NULL
     ON CONFLICT (filing_id) DO UPDATE
       SET granted_at = excluded.granted_at, seconds = excluded.seconds, authority_seconds = excluded.authority_seconds`,
    [filingId],
  );
}

interface Row {
  readonly filings: number;
  readonly since_submission: readonly [number, number];
  readonly at_authority: readonly [number, number] | null;
}

/** What filings of a province and type usually take, in clock days; `undefined` as long as too few have finished. */
export async function usualTime(
  database: Database,
  { province, filingType }: Pick<FilingSnapshot, 'province' | 'filingType'>,
): Promise<UsualTime | undefined> {
  const [row] = await database.query<Row>(
    `SELECT count(*)::int AS filings,
            percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY seconds) AS since_submission,
            percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY authority_seconds) AS at_authority
     FROM (SELECT * FROM finished_filing WHERE province = $1 AND filing_type = $2
           ORDER BY granted_at DESC LIMIT ${newest}) AS newest`,
    [province, filingType],
  );
  if (row === undefined || row.filings < filingsNeeded) return undefined;
  return {
    filings: row.filings,
    sinceSubmission: inDays(row.since_submission),
    ...(row.at_authority === null ? {} : { atAuthority: inDays(row.at_authority) }),
  };
}

/** To a tenth of a day. */
const inDays = ([median, p90]: readonly [number, number]) => ({ medianDays: days(median), p90Days: days(p90) });
const days = (seconds: number): number => Math.round(seconds / 8_640) / 10;
