import type { AdministratorKey } from '@beian/contracts';
import type { Tx } from '@beian/platform';
import type { PhoneMarks } from './phone-marks';
import type { OfSubmission } from './phone.store';

/** An entry that was counted and judged. */
export interface Entry {
  readonly codeId: string;
  readonly administrator: AdministratorKey;
  readonly matched: boolean;
  /** Wrong entries of this code so far, of any kind; and those with a wrong certificate tail. */
  readonly wrongEntries: number;
  readonly wrongTails: number;
}

export interface Typed extends OfSubmission {
  readonly administrator: AdministratorKey;
  readonly sharesCodeOf: AdministratorKey;
  readonly code: string;
  readonly mobile: string;
  readonly certificateTail: string;
}

interface EntryRow {
  readonly id: string;
  readonly administrator: AdministratorKey;
  readonly matched: boolean;
  readonly wrong_entries: number;
  readonly wrong_tails: number;
}

/** Wrong entries of any kind that void a code. */
const mostWrong = 5;

/** Judges what is typed against the newest code: counting and judging are one statement, so parallel guesses queue. */
export class EntryStore {
  constructor(private readonly marks: PhoneMarks) {}

  /**
   * Counts the entry and says whether it matches; undefined if there is no code that may be tried (none sent, void, matched
   * already, five wrong entries). The row's lock makes entries one after the other, and each sees the count before it.
   */
  async judge(tx: Tx, typed: Typed): Promise<Entry | undefined> {
    const { filingId, submission, sharesCodeOf } = typed;
    const [newest] = await tx.query<{ id: string }>(
      `SELECT id FROM phone_code WHERE filing_id = $1 AND submission = $2 AND administrator = $3 AND voided_at IS NULL`,
      [filingId, submission, sharesCodeOf],
    );
    if (newest === undefined) return undefined;
    const [row] = await tx.query<EntryRow>(
      `WITH typed AS (
         SELECT r.mobile_mark = $3 AND c.code_mark = $2 AS rest, r.tail_mark = $4 AS tail
           FROM phone_code c
           JOIN phone_recipient r ON r.filing_id = c.filing_id AND r.submission = c.submission AND r.administrator = $5
          WHERE c.id = $1)
       UPDATE phone_code c SET
         entries = c.entries + 1,
         wrong_entries = c.wrong_entries + CASE WHEN t.rest AND t.tail THEN 0 ELSE 1 END,
         wrong_tails = c.wrong_tails + CASE WHEN t.tail THEN 0 ELSE 1 END,
         matched_at = CASE WHEN t.rest AND t.tail THEN now() END,
         voided_at = CASE WHEN NOT (t.rest AND t.tail) AND c.wrong_entries + 1 >= ${mostWrong} THEN now() END,
         void_cause = CASE WHEN NOT (t.rest AND t.tail) AND c.wrong_entries + 1 >= ${mostWrong} THEN 'five-wrong-entries' END,
         sealed_code = CASE WHEN NOT (t.rest AND t.tail) AND c.wrong_entries + 1 >= ${mostWrong} THEN NULL ELSE c.sealed_code END
        FROM typed t
       WHERE c.id = $1 AND c.voided_at IS NULL AND c.matched_at IS NULL AND c.wrong_entries < ${mostWrong}
       RETURNING c.id, c.administrator, t.rest AND t.tail AS matched, c.wrong_entries, c.wrong_tails`,
      [
        newest.id,
        this.marks.code(newest.id, typed.code),
        this.marks.mobile(filingId, typed.mobile),
        this.marks.tail(filingId, typed.certificateTail),
        typed.administrator,
      ],
    );
    if (row === undefined) return undefined;
    const { id, administrator, matched, wrong_entries: wrongEntries, wrong_tails: wrongTails } = row;
    return { codeId: id, administrator, matched, wrongEntries, wrongTails };
  }

  /** What became of this request, if it was judged before; otherwise it is locked until the transaction ends. */
  async judgedBefore(tx: Tx, requestId: string): Promise<{ readonly matched: boolean } | undefined> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`phone-entry ${requestId}`]);
    const [row] = await tx.query<{ matched: boolean }>('SELECT matched FROM phone_entry WHERE request_id = $1', [
      requestId,
    ]);
    return row;
  }

  /** Keeps the judgement, so that the same request is not counted twice. */
  async keep(tx: Tx, requestId: string, { codeId, matched }: Entry): Promise<void> {
    await tx.query('INSERT INTO phone_entry (request_id, code_id, matched) VALUES ($1, $2, $3)', [
      requestId,
      codeId,
      matched,
    ]);
  }

  /** Whether a code was ever made for this mobile: then one that cannot be tried is void. */
  async hasCode(tx: Tx, { filingId, submission }: OfSubmission, administrator: AdministratorKey): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM phone_code WHERE filing_id = $1 AND submission = $2 AND administrator = $3',
      [filingId, submission, administrator],
    );
    return rows.length > 0;
  }
}
