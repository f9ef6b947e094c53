import type { FilingId, FilingNumbers, Instant, ProvinceCode, ReasonRef } from '@beian/contracts';
import type { Database, Tx } from '@beian/platform';

/** One submission at the authority. `intended`: recorded before it was asked; only its answer moves it on. */
export interface AuthorityOrderRow {
  readonly filingId: FilingId;
  readonly submission: number;
  readonly key: string;
  readonly state: 'intended' | 'accepted' | 'rejected' | 'cancelled';
  readonly transactionId?: string;
  readonly reasons: readonly ReasonRef[];
  readonly outcome?: 'granted' | 'rejected';
}

/** A message of the authority as it came; its words are sealed. */
export interface AuthorityMessageRow {
  readonly messageId: string;
  readonly transactionId: string;
  readonly outcome: 'granted' | 'rejected';
  readonly numbers?: FilingNumbers;
  readonly reasons?: Buffer;
  readonly at: Instant;
  readonly verdict: 'first' | 'repeated' | 'contradicting' | 'unknown';
}

interface OrderRow {
  readonly filing_id: string;
  readonly submission: number;
  readonly key: string;
  readonly state: AuthorityOrderRow['state'];
  readonly transaction_id: string | null;
  readonly reasons: readonly ReasonRef[];
  readonly outcome: 'granted' | 'rejected' | null;
}

interface MessageRow {
  readonly message_id: string;
  readonly transaction_id: string;
  readonly outcome: 'granted' | 'rejected';
  readonly numbers: FilingNumbers | null;
  readonly reasons: Buffer | null;
  readonly at: Date;
  readonly verdict: AuthorityMessageRow['verdict'];
}

const orderColumns = 'filing_id, submission, key, state, transaction_id, reasons, outcome';

export class AuthorityStore {
  constructor(private readonly database: Database) {}

  /** Records the intent, once per submission; answers the order as it stands. */
  async intend(
    tx: Tx,
    order: { readonly filingId: FilingId; readonly submission: number; readonly key: string; readonly at: Instant },
  ): Promise<AuthorityOrderRow> {
    const { filingId, submission, key, at } = order;
    await tx.query(
      `INSERT INTO authority_order (filing_id, submission, key, at, state) VALUES ($1, $2, $3, $4, 'intended')
       ON CONFLICT (filing_id, submission) DO NOTHING`,
      [filingId, submission, key, at],
    );
    const known = await this.lock(tx, order);
    if (known === undefined) throw new Error('an order was recorded and is gone');
    return known;
  }

  async lock(
    tx: Tx,
    { filingId, submission }: { readonly filingId: FilingId; readonly submission: number },
  ): Promise<AuthorityOrderRow | undefined> {
    const [row] = await tx.query<OrderRow>(
      `SELECT ${orderColumns} FROM authority_order WHERE filing_id = $1 AND submission = $2 FOR UPDATE`,
      [filingId, submission],
    );
    return row === undefined ? undefined : orderOf(row);
  }

  /** One at a time for a transaction: an answer and the hand-over that makes its order known must not miss each other. */
  async lockTransaction(tx: Tx, transactionId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`authority-transaction ${transactionId}`]);
  }

  async lockByTransaction(tx: Tx, transactionId: string): Promise<AuthorityOrderRow | undefined> {
    const [row] = await tx.query<OrderRow>(
      `SELECT ${orderColumns} FROM authority_order WHERE transaction_id = $1 FOR UPDATE`,
      [transactionId],
    );
    return row === undefined ? undefined : orderOf(row);
  }

  async provinceOf(tx: Tx, filingId: FilingId): Promise<ProvinceCode | undefined> {
    const [row] = await tx.query<{ province: ProvinceCode }>(
      `SELECT snapshot->>'province' AS province FROM filing WHERE filing_id = $1`,
      [filingId],
    );
    return row?.province;
  }

  async get(filingId: FilingId, submission: number): Promise<AuthorityOrderRow | undefined> {
    const [row] = await this.database.query<OrderRow>(
      `SELECT ${orderColumns} FROM authority_order WHERE filing_id = $1 AND submission = $2`,
      [filingId, submission],
    );
    return row === undefined ? undefined : orderOf(row);
  }

  /** Every order of these filings. */
  async ofFilings(filings: readonly FilingId[]): Promise<readonly AuthorityOrderRow[]> {
    const rows = await this.database.query<OrderRow>(
      `SELECT ${orderColumns} FROM authority_order WHERE filing_id = ANY($1) ORDER BY filing_id, submission`,
      [filings],
    );
    return rows.map(orderOf);
  }

  /** The message whose answer decided an order. */
  async decidingMessage(transactionId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ message_id: string }>(
      `SELECT message_id FROM authority_message WHERE transaction_id = $1 AND verdict = 'first'`,
      [transactionId],
    );
    return row?.message_id;
  }

  async accept(tx: Tx, key: string, transactionId: string): Promise<void> {
    await tx.query(
      `UPDATE authority_order SET state = 'accepted', transaction_id = $2 WHERE key = $1 AND state IN ('intended', 'cancelled')`,
      [key, transactionId],
    );
  }

  async reject(tx: Tx, key: string, reasons: readonly ReasonRef[]): Promise<void> {
    await tx.query(
      `UPDATE authority_order SET state = 'rejected', reasons = $2 WHERE key = $1 AND state = 'intended'`,
      [key, JSON.stringify(reasons)],
    );
  }

  async cancel(tx: Tx, key: string): Promise<void> {
    await tx.query(`UPDATE authority_order SET state = 'cancelled' WHERE key = $1 AND state <> 'rejected'`, [key]);
  }

  /** The first final answer stands; answers false if there was one. */
  async decide(tx: Tx, key: string, outcome: 'granted' | 'rejected'): Promise<boolean> {
    const touched = await tx.execute('UPDATE authority_order SET outcome = $2 WHERE key = $1 AND outcome IS NULL', [
      key,
      outcome,
    ]);
    return touched === 1;
  }

  /** Keeps a message once by its id; answers false if it was kept before. */
  async keepMessage(tx: Tx, message: AuthorityMessageRow): Promise<boolean> {
    const touched = await tx.execute(
      `INSERT INTO authority_message (message_id, transaction_id, outcome, numbers, reasons, at, verdict)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (message_id) DO NOTHING`,
      [
        message.messageId,
        message.transactionId,
        message.outcome,
        message.numbers === undefined ? null : JSON.stringify(message.numbers),
        message.reasons ?? null,
        message.at,
        message.verdict,
      ],
    );
    return touched === 1;
  }

  /** Answers that came before their order was known here, the oldest first. */
  async earlyMessages(tx: Tx, transactionId: string): Promise<readonly AuthorityMessageRow[]> {
    const rows = await tx.query<MessageRow>(
      `SELECT message_id, transaction_id, outcome, numbers, reasons, at, verdict FROM authority_message
        WHERE transaction_id = $1 AND verdict = 'unknown' ORDER BY received_at, message_id FOR UPDATE`,
      [transactionId],
    );
    return rows.map((row) => ({
      messageId: row.message_id,
      transactionId: row.transaction_id,
      outcome: row.outcome,
      at: row.at.toISOString(),
      verdict: row.verdict,
      ...(row.numbers === null ? {} : { numbers: row.numbers }),
      ...(row.reasons === null ? {} : { reasons: row.reasons }),
    }));
  }

  async markMessage(tx: Tx, messageId: string, verdict: AuthorityMessageRow['verdict']): Promise<void> {
    await tx.query('UPDATE authority_message SET verdict = $2 WHERE message_id = $1', [messageId, verdict]);
  }

  /** Notes numbers as issued to this filing; answers those that another filing has (I-17). */
  async noteNumbers(tx: Tx, filingId: FilingId, numbers: FilingNumbers): Promise<readonly string[]> {
    await tx.query(
      `INSERT INTO filing_number (number, kind, filing_id) VALUES ($1, 'subject', $2) ON CONFLICT DO NOTHING`,
      [numbers.subject, filingId],
    );
    const sites = numbers.sites.map(({ number }) => number);
    await tx.query(
      `INSERT INTO filing_number (number, kind, filing_id) SELECT unnest($1::text[]), 'site', $2 ON CONFLICT DO NOTHING`,
      [sites, filingId],
    );
    const taken = await tx.query<{ number: string }>(
      // A change or a cancellation of the same account keeps the number that its site has (rules.md 9.3).
      `SELECT n.number FROM filing_number n
         JOIN filing theirs ON theirs.filing_id = n.filing_id JOIN filing own ON own.filing_id = $2
        WHERE n.number = ANY($1) AND n.filing_id <> $2
          AND NOT (own.owner = theirs.owner AND own.snapshot->>'filingType' ~ '^(CHANGE|CANCEL|ACCESS)_')`,
      [sites, filingId],
    );
    return taken.map(({ number }) => number);
  }
}

const orderOf = (row: OrderRow): AuthorityOrderRow => ({
  filingId: row.filing_id,
  submission: row.submission,
  key: row.key,
  state: row.state,
  reasons: row.reasons,
  ...(row.transaction_id === null ? {} : { transactionId: row.transaction_id }),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
});
