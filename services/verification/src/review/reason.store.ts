import type { AccountId, FilingId, Instant, ReasonRef } from '@beian/contracts';
import { newId, PersonKeyGone, type Database, type PersonKey, type PersonVault, type Tx } from '@beian/platform';
import { filingKey, filingKeyName } from '../filing/filing-vault';

/** What a person (or the authority) gives as a reason: a code of rules.md 15.6, the field, and words of his own. */
export interface GivenReason {
  readonly code: string;
  readonly pointer: string;
  readonly text?: string | undefined;
  readonly suggestion?: string | undefined;
}

export interface KeptReason extends GivenReason {
  readonly id: string;
  readonly submission: number;
  readonly by: 'provider' | 'authority' | 'system';
  readonly addedAt: Instant;
}

export interface NewReasons {
  readonly filingId: FilingId;
  readonly submission: number;
  readonly by: KeptReason['by'];
  readonly reasons: readonly GivenReason[];
  readonly at: Instant;
  /** The message or decision that must be taken before the applicant sees them; absent: at once. */
  readonly shownAfter?: string;
}

interface ReasonRow {
  readonly id: string;
  readonly submission: number;
  readonly code: string;
  readonly pointer: string;
  readonly given_by: KeptReason['by'];
  readonly content: Buffer | null;
  readonly added_at: Date;
}

/**
 * Reasons with the words people wrote. The words are sealed; messages, events and logs get `ReasonRef`s. Pointers travel in
 * messages, so only the shape of a pointer is kept of what was sent.
 */
export class ReasonStore {
  constructor(
    private readonly database: Database,
    private readonly vault: PersonVault,
  ) {}

  async add(tx: Tx, { filingId, submission, by, reasons, at, shownAfter }: NewReasons): Promise<readonly ReasonRef[]> {
    if (reasons.length === 0) return [];
    const key = await filingKey(this.vault, tx, filingId);
    const refs: ReasonRef[] = [];
    for (const { code, pointer, text, suggestion } of reasons) {
      const ref = { id: newId(), code, pointer };
      await tx.query(
        `INSERT INTO reason (id, filing_id, submission, code, pointer, given_by, content, shown_after, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ref.id,
          filingId,
          submission,
          code,
          pointer,
          by,
          key.seal(JSON.stringify({ text, suggestion })),
          shownAfter ?? null,
          at,
        ],
      );
      refs.push(ref);
    }
    return refs;
  }

  /** Hangs reasons on another message: those of a proposed refusal are shown once the refusal itself is taken. */
  async showAfter(tx: Tx, refs: readonly ReasonRef[], messageId: string): Promise<void> {
    await tx.query('UPDATE reason SET shown_after = $2 WHERE id = ANY($1)', [refs.map(({ id }) => id), messageId]);
  }

  /** The filing's reasons as the applicant may see them, oldest first. */
  async list(filingId: FilingId): Promise<readonly KeptReason[]> {
    const rows = await this.database.query<ReasonRow>(
      `SELECT r.id, r.submission, r.code, r.pointer, r.given_by, r.content, r.added_at
         FROM reason r LEFT JOIN delivery d ON d.id = r.shown_after
        WHERE r.filing_id = $1 AND (r.shown_after IS NULL OR d.state = 'taken') ORDER BY r.added_at, r.id`,
      [filingId],
    );
    if (rows.length === 0) return [];
    const key = await this.keyOf(filingId);
    return rows.map((row) => ({
      id: row.id,
      submission: row.submission,
      code: row.code,
      pointer: row.pointer,
      by: row.given_by,
      addedAt: row.added_at.toISOString(),
      ...(key === undefined || row.content === null
        ? {}
        : (JSON.parse(key.open(row.content)) as Pick<GivenReason, 'text' | 'suggestion'>)),
    }));
  }

  /** After an erasure there is none: codes and pointers stay, the words are gone. */
  private async keyOf(filingId: FilingId): Promise<PersonKey | undefined> {
    try {
      return await this.vault.unlock(this.database, filingKeyName(filingId));
    } catch (error) {
      if (error instanceof PersonKeyGone) return undefined;
      throw error;
    }
  }

  /** Notes that an account looks now; answers when it looked before, if it did. */
  async look(filingId: FilingId, accountId: AccountId, now: Date): Promise<Date | undefined> {
    const [before] = await this.database.query<{ looked_at: Date | null }>(
      `WITH before AS (SELECT looked_at FROM reason_look WHERE filing_id = $1 AND account_id = $2),
            noted AS (INSERT INTO reason_look (filing_id, account_id, looked_at) VALUES ($1, $2, $3)
                      ON CONFLICT (filing_id, account_id) DO UPDATE SET looked_at = excluded.looked_at RETURNING 1)
       SELECT (SELECT looked_at FROM before) AS looked_at FROM noted`,
      [filingId, accountId, now],
    );
    return before?.looked_at ?? undefined;
  }
}
