import { Inject, Injectable } from '@nestjs/common';
import type { AccountId, FilingId } from '@beian/contracts';
import type { mandateSchema } from '@beian/contracts/schemas';
import { audit, Clock, Database, newId } from '@beian/platform';
import type { z } from 'zod';

export type Mandate = z.infer<typeof mandateSchema>;

interface MandateRow {
  readonly mandate_id: string;
  readonly filing_id: string;
  readonly owner: string;
  readonly agent: string;
  readonly created_at: Date;
}

const columns = 'mandate_id, filing_id, owner, agent, created_at';

/** Who may act for whom (decision 37): explicit, per filing, revocable; giving and revoking are audited. */
@Injectable()
export class MandateStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async isAgentOf(agent: AccountId, filingId: FilingId): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM mandate WHERE agent = $1 AND filing_id = $2 AND revoked_at IS NULL',
      [agent, filingId],
    );
    return rows.length > 0;
  }

  /** Gives a mandate; a second one for the same agent and filing is the first. Undefined if there is no such agent. */
  async give(given: {
    readonly filingId: FilingId;
    readonly owner: AccountId;
    readonly agent: AccountId;
  }): Promise<Mandate | undefined> {
    return this.database.transaction(async (tx) => {
      const agents = await tx.query('SELECT 1 FROM account WHERE account_id = $1', [given.agent]);
      if (agents.length === 0 || given.agent === given.owner) return undefined;
      const [made] = await tx.query<MandateRow>(
        `INSERT INTO mandate (mandate_id, filing_id, owner, agent) VALUES ($1, $2, $3, $4)
         ON CONFLICT (filing_id, agent) WHERE revoked_at IS NULL DO NOTHING RETURNING ${columns}`,
        [newId(), given.filingId, given.owner, given.agent],
      );
      if (made === undefined) {
        const [known] = await tx.query<MandateRow>(
          `SELECT ${columns} FROM mandate WHERE filing_id = $1 AND agent = $2 AND revoked_at IS NULL`,
          [given.filingId, given.agent],
        );
        if (known === undefined) throw new Error('a mandate was revoked while it was given again');
        return toMandate(known);
      }
      await audit.append(tx, {
        actor: given.owner,
        action: 'give-mandate',
        object: `filing/${given.filingId}`,
        at: this.clock.now(),
        details: { agent: given.agent },
      });
      return toMandate(made);
    });
  }

  /** Mandates in force that this account gave or holds. */
  async of(account: AccountId): Promise<readonly Mandate[]> {
    const rows = await this.database.query<MandateRow>(
      `SELECT ${columns} FROM mandate WHERE (owner = $1 OR agent = $1) AND revoked_at IS NULL ORDER BY mandate_id LIMIT 500`,
      [account],
    );
    return rows.map(toMandate);
  }

  /** Ends a mandate that `by` gave or holds; false if there is none such. Ending it twice is fine. */
  async revoke(mandateId: string, by: AccountId): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ filing_id: string; agent: string; revoked_at: Date | null }>(
        'SELECT filing_id, agent, revoked_at FROM mandate WHERE mandate_id = $1 AND (owner = $2 OR agent = $2) FOR UPDATE',
        [mandateId, by],
      );
      if (row === undefined) return false;
      if (row.revoked_at !== null) return true;
      await tx.execute('UPDATE mandate SET revoked_at = now() WHERE mandate_id = $1', [mandateId]);
      const object = `filing/${row.filing_id}`;
      await audit.append(tx, {
        actor: by,
        action: 'revoke-mandate',
        object,
        at: this.clock.now(),
        details: { agent: row.agent },
      });
      return true;
    });
  }
}

const toMandate = (row: MandateRow): Mandate => ({
  mandateId: row.mandate_id,
  filingId: row.filing_id,
  owner: row.owner,
  agent: row.agent,
  createdAt: row.created_at.toISOString(),
});
