import type { ServiceCode } from '@beian/contracts';
import type { Tx } from '@beian/platform';
import type { When } from './pin.store';
import type { Reader, WebsitePart } from './website.store';

/** A code with whose it is; the owner is not told to others. */
export interface KnownCode extends ServiceCode {
  readonly owner: string;
  /** The filing that uses it. */
  readonly filingId?: string;
}

export interface CodeUse {
  readonly siteId: string;
  readonly codeId: string;
}

interface CodeRow {
  readonly id: string;
  readonly code: string;
  readonly account_id: string;
  readonly granted_to: string | null;
  readonly instance_id: string | null;
  readonly state: ServiceCode['state'];
  readonly filing_id: string | null;
  readonly created_at: Date;
}

const known = (row: CodeRow): KnownCode => ({
  id: row.id,
  code: row.code,
  instanceId: row.instance_id ?? '',
  state: row.state,
  createdAt: row.created_at.toISOString(),
  owner: row.account_id,
  ...(row.granted_to ? { grantedTo: row.granted_to } : {}),
  ...(row.filing_id ? { filingId: row.filing_id } : {}),
});

const pageLength = 50;

/**
 * Service codes (备案服务号) and their states: unbound → bound → in progress → filed for good, or void. Every step is one
 * conditional statement, so that a code raced for by many is used once (T28).
 */
export class ServiceCodeStore {
  /**
   * Counts one code more for the owner of a quota (an instance, or an account for types counted per account); false if
   * the quota is used up. Codes are never given back, so the count only grows (rules.md 2.1).
   */
  async countOne(tx: Tx, owner: string, quota: number): Promise<boolean> {
    await tx.execute('INSERT INTO code_quota (owner, used) VALUES ($1, 0) ON CONFLICT (owner) DO NOTHING', [owner]);
    return (
      (await tx.execute('UPDATE code_quota SET used = used + 1 WHERE owner = $1 AND used < $2', [owner, quota])) === 1
    );
  }

  async add(
    tx: Tx,
    code: { id: string; code: string; accountId: string; instanceId: string; at: Date },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO service_code (id, code, account_id, instance_id, state, created_at, changed_at)
       VALUES ($1, $2, $3, $4, 'bound', $5, $5)`,
      [code.id, code.code, code.accountId, code.instanceId, code.at],
    );
  }

  /** By what was typed, in any letter case and with blanks around. */
  async byCode(reader: Reader, typed: string): Promise<KnownCode | undefined> {
    const [row] = await reader.query<CodeRow>('SELECT * FROM service_code WHERE code = $1', [
      typed.trim().toLowerCase(),
    ]);
    return row && known(row);
  }

  async byId(reader: Reader, id: string): Promise<KnownCode | undefined> {
    const [row] = await reader.query<CodeRow>('SELECT * FROM service_code WHERE id = $1', [id]);
    return row && known(row);
  }

  /** Codes an account owns or was granted, newest first, fifty at a time; `after` is the id of the last one seen. */
  async list(
    reader: Reader,
    accountId: string,
    after?: string,
  ): Promise<{ items: readonly KnownCode[]; next?: string }> {
    const rows = await reader.query<CodeRow>(
      `SELECT * FROM service_code WHERE (account_id = $1 OR granted_to = $1) AND ($2::text IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [accountId, after ?? null, pageLength + 1],
    );
    const items = rows.slice(0, pageLength).map(known);
    const last = items.at(-1);
    return { items, ...(rows.length > pageLength && last ? { next: last.id } : {}) };
  }

  /** Lets another account use a bound code, or takes that back. False unless it is the owner's and still bound. */
  async grant(
    tx: Tx,
    accountId: string,
    { id, grantedTo, at }: { id: string; grantedTo?: string | undefined; at: Date },
  ): Promise<boolean> {
    return (
      (await tx.execute(
        `UPDATE service_code SET granted_to = $3, changed_at = $4 WHERE id = $1 AND account_id = $2 AND state = 'bound'`,
        [id, accountId, grantedTo ?? null, at],
      )) === 1
    );
  }

  /** bound → in progress, for one site of one submission. False if it is not bound, or not this account's to use. */
  async hold(tx: Tx, part: WebsitePart, { siteId, codeId, submission, at }: CodeUse & When): Promise<boolean> {
    return (
      (await tx.execute(
        `UPDATE service_code SET state = 'in-progress', filing_id = $2, site_id = $3, submission = $4, changed_at = $5
         WHERE id = $1 AND state = 'bound' AND (account_id = $6 OR granted_to = $6)`,
        [codeId, part.filingId, siteId, submission, at, part.accountId],
      )) === 1
    );
  }

  /** in progress → bound again, for what this submission holds (an order that ended frees its code). Answers their ids. */
  async free(tx: Tx, filingId: string, { submission, at }: When): Promise<readonly string[]> {
    return this.move(
      tx,
      `UPDATE service_code SET state = 'bound', filing_id = NULL, site_id = NULL, submission = NULL, changed_at = $3
       WHERE filing_id = $1 AND submission = $2 AND state = 'in-progress' RETURNING id`,
      [filingId, submission, at],
    );
  }

  /** Frees what any earlier submission of the filing still holds; a later one takes its own afresh. */
  async freeAll(tx: Tx, filingId: string, at: Date): Promise<readonly string[]> {
    return this.move(
      tx,
      `UPDATE service_code SET state = 'bound', filing_id = NULL, site_id = NULL, submission = NULL, changed_at = $2
       WHERE filing_id = $1 AND state = 'in-progress' RETURNING id`,
      [filingId, at],
    );
  }

  /** in progress → filed, for good; each code carries the number of its site, where it got one. */
  async consume(
    tx: Tx,
    filingId: string,
    { submission, at, numbers }: When & { readonly numbers: Readonly<Record<string, string>> },
  ) {
    return this.move(
      tx,
      `UPDATE service_code SET state = 'filed', site_number = $4::jsonb ->> site_id, changed_at = $3
       WHERE filing_id = $1 AND submission = $2 AND state = 'in-progress' RETURNING id`,
      [filingId, submission, at, JSON.stringify(numbers)],
    );
  }

  private async move(tx: Tx, sql: string, params: readonly unknown[]): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>(sql, params)).map(({ id }) => id);
  }
}
