import type { AccountId, FilingId, Instant, ReasonRef, Role } from '@beian/contracts';
import type { Tx } from '@beian/platform';

/** A decision of a person at the review desk. With a message to the workflow, `id` is the id of that message. */
export interface Decision {
  readonly id: string;
  readonly requestId: string;
  readonly itemId: string;
  readonly filingId: FilingId;
  readonly submission: number;
  readonly decision: 'approve' | 'return' | 'refuse' | 'photo-accepted' | 'photo-refused';
  /** `proposed`: a decision that waits for a second person; `confirmed` or `overruled` is what became of it. */
  readonly state: 'proposed' | 'recorded' | 'confirmed' | 'overruled';
  readonly actor: AccountId;
  /** The roles the actor had when deciding (I-13); empty if the gateway did not say. */
  readonly actorRoles: readonly Role[];
  readonly proposedBy?: AccountId;
  readonly reasons: readonly ReasonRef[];
  readonly at: Instant;
}

interface DecisionRow {
  readonly id: string;
  readonly actor: string;
  readonly decision: Decision['decision'];
  readonly state: Decision['state'];
  readonly reasons: readonly ReasonRef[];
}

export class DecisionStore {
  async add(tx: Tx, decision: Decision): Promise<void> {
    await tx.query(
      `INSERT INTO decision (id, request_id, item_id, filing_id, submission, decision, state, actor, actor_roles, proposed_by,
         reasons, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        decision.id,
        decision.requestId,
        decision.itemId,
        decision.filingId,
        decision.submission,
        decision.decision,
        decision.state,
        decision.actor,
        JSON.stringify(decision.actorRoles),
        decision.proposedBy ?? null,
        JSON.stringify(decision.reasons),
        decision.at,
      ],
    );
  }

  async proposal(tx: Tx, id: string): Promise<Pick<Decision, 'id' | 'actor' | 'decision' | 'reasons'> | undefined> {
    const [row] = await tx.query<DecisionRow>(
      `SELECT id, actor, decision, state, reasons FROM decision WHERE id = $1 AND state = 'proposed'`,
      [id],
    );
    return row;
  }

  /** Whether this request has proposed a decision before; telling it again answers the same. */
  async isProposal(tx: Tx, requestId: string): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM decision WHERE request_id = $1 AND state <> 'recorded'`, [requestId]);
    return rows.length > 0;
  }

  async endProposal(tx: Tx, id: string, state: 'confirmed' | 'overruled'): Promise<void> {
    await tx.query(`UPDATE decision SET state = $2 WHERE id = $1 AND state = 'proposed'`, [id, state]);
  }
}
