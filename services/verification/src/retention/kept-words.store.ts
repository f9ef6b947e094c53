import type { FilingId } from '@beian/contracts';
import type { Database, PersonVault, Tx } from '@beian/platform';
import { transactionKeyName } from '../authority/transaction-key';
import { typeCheckKeyName } from '../filing-type/type-check.store';
import { filingKeyName } from '../filing/filing-vault';

/**
 * Days for which sealed words are kept, by class. Absent: kept until somebody sets a period. No source prints one
 * (rel 9.1): every value is the operator's.
 */
export interface WordsRetention {
  /** After the end of a filing without a number; also for answers of the authority that belong to no filing. */
  readonly endedDays: number;
  readonly grantedDays?: number | undefined;
  /** After *Verify Filing Type* was asked. */
  readonly typeCheckDays: number;
}

const dayMs = 86_400_000;
const daysBefore = (at: Date, days: number | undefined) =>
  days === undefined ? null : new Date(at.getTime() - days * dayMs);

/** Filings under no hold whose period is over and who still have something: $1 for those without a number, $2 for granted ones. */
const overdueFilings = `FROM filing f
  WHERE f.held_at IS NULL AND f.ended_at < CASE WHEN f.stage = 'granted' THEN $2::timestamptz ELSE $1::timestamptz END
    AND (f.erased_at IS NULL OR EXISTS (SELECT 1 FROM person_key k WHERE k.person_id = '${filingKeyName('')}' || f.filing_id))`;

/** Checks older than $1, of accounts none of whose filings is held: a check knows no filing. */
const overdueChecks = `FROM type_check c
  WHERE c.decided_at < $1 AND c.erased_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM filing f WHERE f.owner = c.account_id AND f.held_at IS NOT NULL)`;

/** Answers older than $1 whose order nobody here knows. */
const strayAnswers = `FROM authority_message m
  WHERE m.received_at < $1 AND m.reasons IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM authority_order o WHERE o.transaction_id = m.transaction_id)`;

/** How long what people wrote about people is kept, and its end. */
export class KeptWordsStore {
  constructor(
    private readonly database: Database,
    private readonly vault: PersonVault,
  ) {}

  /** Sets or lifts the legal hold; false for a filing that is not known. */
  async hold(tx: Tx, filingId: FilingId, since: Date | null): Promise<boolean> {
    return (await tx.execute('UPDATE filing SET held_at = $2 WHERE filing_id = $1', [filingId, since])) === 1;
  }

  async count(periods: WordsRetention, at: Date): Promise<Record<'filings' | 'typeChecks' | 'strayAnswers', number>> {
    const ended = daysBefore(at, periods.endedDays);
    return {
      filings: await this.howMany(overdueFilings, [ended, daysBefore(at, periods.grantedDays)]),
      typeChecks: await this.howMany(overdueChecks, [daysBefore(at, periods.typeCheckDays)]),
      strayAnswers: await this.howMany(strayAnswers, [ended]),
    };
  }

  /** Overdue filings, those that ended first before the others. */
  async overdue({ endedDays, grantedDays }: WordsRetention, at: Date, limit: number): Promise<readonly FilingId[]> {
    const rows = await this.database.query<{ filing_id: FilingId }>(
      `SELECT f.filing_id ${overdueFilings} ORDER BY f.ended_at LIMIT $3`,
      [daysBefore(at, endedDays), daysBefore(at, grantedDays), limit],
    );
    return rows.map(({ filing_id: filingId }) => filingId);
  }

  /** Takes the words of a filing out of every row and shreds their keys; false if a hold came in between. */
  async eraseFiling(tx: Tx, filingId: FilingId, at: Date): Promise<boolean> {
    const free = await tx.execute('UPDATE filing SET erased_at = $2 WHERE filing_id = $1 AND held_at IS NULL', [
      filingId,
      at,
    ]);
    if (free === 0) return false;
    for (const column of sealedColumns) {
      await tx.query(`UPDATE ${column.table} SET ${column.name} = NULL WHERE filing_id = $1`, [filingId]);
    }
    const orders = await tx.query<{ transaction_id: string }>(
      'SELECT transaction_id FROM authority_order WHERE filing_id = $1 AND transaction_id IS NOT NULL',
      [filingId],
    );
    for (const { transaction_id: transactionId } of orders) await this.eraseAnswers(tx, transactionId);
    await this.vault.shred(tx, filingKeyName(filingId));
    return true;
  }

  /** Takes certificate number and form out of overdue checks; answers their ids. */
  async eraseChecks(
    tx: Tx,
    { typeCheckDays }: WordsRetention,
    { at, limit }: { readonly at: Date; readonly limit: number },
  ): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `UPDATE type_check SET erased_at = $2, certificate_number = NULL, form = '{}'
        WHERE id IN (SELECT c.id ${overdueChecks} ORDER BY c.decided_at LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING id`,
      [daysBefore(at, typeCheckDays), at, limit],
    );
    for (const { id } of rows) await this.vault.shred(tx, typeCheckKeyName(id));
    return rows.map(({ id }) => id);
  }

  /** Takes the words out of overdue answers to unknown orders; answers their ids. */
  async eraseStrays(
    tx: Tx,
    { endedDays }: WordsRetention,
    { at, limit }: { readonly at: Date; readonly limit: number },
  ): Promise<readonly string[]> {
    const rows = await tx.query<{ message_id: string; transaction_id: string }>(
      `SELECT m.message_id, m.transaction_id ${strayAnswers} ORDER BY m.received_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [daysBefore(at, endedDays), limit],
    );
    for (const { transaction_id: transactionId } of rows) await this.eraseAnswers(tx, transactionId);
    return rows.map(({ message_id: messageId }) => messageId);
  }

  private async eraseAnswers(tx: Tx, transactionId: string): Promise<void> {
    await tx.query('UPDATE authority_message SET reasons = NULL WHERE transaction_id = $1', [transactionId]);
    await this.vault.shred(tx, transactionKeyName(transactionId));
  }

  private async howMany(which: string, params: readonly unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count ${which}`, [...params]);
    return row?.count ?? 0;
  }
}

/** Every column that holds what somebody wrote about a filing, sealed under the filing's key. */
const sealedColumns = [
  { table: 'reason', name: 'content' },
  { table: 'filing_note', name: 'note' },
  { table: 'call', name: 'note' },
  { table: 'identity_choice', name: 'content' },
  { table: 'phone_code', name: 'sealed_code' },
] as const;
