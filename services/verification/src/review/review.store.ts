import type { AccountId, FilingId, FilingSnapshot, FilingType, Instant, Nature, ProvinceCode } from '@beian/contracts';
import { newId, type Database, type Tx } from '@beian/platform';

export type ReviewKind = 'review' | 'photo';

/** One thing that waits for a reviewer. */
export interface ReviewItem {
  readonly itemId: string;
  readonly filingId: FilingId;
  readonly kind: ReviewKind;
  readonly owner: AccountId;
  readonly province: ProvinceCode;
  readonly filingType: FilingType;
  readonly nature: Nature;
  readonly submission: number;
  readonly queuedAt: Instant;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  readonly claimedBy?: AccountId;
  readonly claimExpiresAt?: Instant;
  readonly proposalId?: string;
  readonly refusalProposedBy?: AccountId;
  readonly proposal?: { readonly by: AccountId; readonly decision: 'approve' | 'return' | 'refuse' };
  readonly decisionId?: string;
}

export interface QueueQuestion {
  readonly kind?: ReviewKind;
  readonly province?: ProvinceCode;
  readonly overdue?: boolean;
  readonly claimedBy?: AccountId;
  readonly limit: number;
  /** Opaque; from the page before. */
  readonly cursor?: string;
}

export interface Claim {
  readonly filingId: FilingId;
  readonly actor: AccountId;
  readonly now: Date;
  readonly until: Date;
}

interface ItemRow {
  readonly id: string;
  readonly filing_id: string;
  readonly kind: ReviewKind;
  readonly owner: string;
  readonly province: string;
  readonly filing_type: FilingType;
  readonly nature: Nature;
  readonly submission: number;
  readonly queued_at: Date;
  readonly due_at: Date;
  readonly overdue: boolean;
  readonly claimed_by: string | null;
  readonly claim_expires_at: Date | null;
  readonly proposal_id: string | null;
  readonly proposer: string | null;
  readonly proposed: 'approve' | 'return' | 'refuse' | null;
  readonly decision_id: string | null;
}

const itemColumns = `i.id, i.filing_id, i.kind, i.owner, i.province, i.filing_type, i.nature, i.submission, i.queued_at, i.due_at,
  i.overdue, i.claimed_by, i.claim_expires_at, i.proposal_id, i.decision_id,
  (SELECT p.actor FROM decision p WHERE p.id = i.proposal_id) AS proposer,
  (SELECT p.decision FROM decision p WHERE p.id = i.proposal_id) AS proposed`;

/** The review desk's queue: at most one open item per filing, and one review per submission. */
export class ReviewStore {
  constructor(private readonly database: Database) {}

  /**
   * Makes the queue follow the filing, in the transaction that records it: a review while the provider reviews, a photo
   * while one is under review, nothing otherwise (a withdrawn filing leaves the queue with its own record).
   */
  async keepQueue(tx: Tx, snapshot: FilingSnapshot): Promise<void> {
    const kind = kindWaiting(snapshot);
    await tx.query(
      `UPDATE review_item SET closed_at = now()
        WHERE filing_id = $1 AND closed_at IS NULL AND (kind <> $2 OR submission <> $3)`,
      [snapshot.filingId, kind ?? 'none', snapshot.submission],
    );
    if (kind === undefined) return;
    const touched = await tx.execute(
      `UPDATE review_item SET due_at = $2, overdue = $3 WHERE filing_id = $1 AND closed_at IS NULL`,
      [snapshot.filingId, snapshot.deadline?.at ?? snapshot.since, snapshot.flags.overdue],
    );
    if (touched === 0) await this.add(tx, snapshot, kind);
  }

  /** Open items that nobody has decided, the most urgent first. */
  async list(question: QueueQuestion): Promise<{ readonly items: readonly ReviewItem[]; readonly next?: string }> {
    const { kind, province, overdue, claimedBy, limit, cursor } = question;
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const rows = await this.database.query<ItemRow>(
      `SELECT ${itemColumns} FROM review_item i
        WHERE i.closed_at IS NULL AND i.decision_id IS NULL
          AND ($1::text IS NULL OR i.kind = $1) AND ($2::text IS NULL OR i.province = $2)
          AND ($3::boolean IS NULL OR i.overdue = $3) AND ($4::text IS NULL OR i.claimed_by = $4)
          AND ($5::timestamptz IS NULL OR (i.due_at, i.id) > ($5::timestamptz, $6::text))
        ORDER BY i.due_at, i.id LIMIT $7`,
      [
        kind ?? null,
        province ?? null,
        overdue ?? null,
        claimedBy ?? null,
        after?.dueAt ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const items = rows.slice(0, limit).map(fromRow);
    const last = items.at(-1);
    return rows.length > limit && last !== undefined ? { items, next: cursorAfter(last) } : { items };
  }

  /**
   * Gives the filing's open item to one reviewer until an instant. One conditional update: of two who ask at once, one gets
   * it. Nobody gets the filing that is his own (I-13). Answers undefined if it was not given.
   */
  async claim({ filingId, actor, now, until }: Claim): Promise<ReviewItem | undefined> {
    const [row] = await this.database.query<ItemRow>(
      `UPDATE review_item i SET claimed_by = $2, claim_expires_at = $4
        WHERE i.filing_id = $1 AND i.closed_at IS NULL AND i.decision_id IS NULL AND i.owner <> $2
          AND (i.claimed_by IS NULL OR i.claimed_by = $2 OR i.claim_expires_at <= $3)
        RETURNING ${itemColumns}`,
      [filingId, actor, now, until],
    );
    return row === undefined ? undefined : fromRow(row);
  }

  /** Gives a claim back; answers false if the actor holds none. */
  async unclaim(filingId: FilingId, actor: AccountId): Promise<boolean> {
    const touched = await this.database.execute(
      `UPDATE review_item SET claimed_by = NULL, claim_expires_at = NULL
        WHERE filing_id = $1 AND claimed_by = $2 AND closed_at IS NULL AND decision_id IS NULL`,
      [filingId, actor],
    );
    return touched === 1;
  }

  async openItem(filingId: FilingId): Promise<ReviewItem | undefined> {
    const [row] = await this.database.query<ItemRow>(
      `SELECT ${itemColumns} FROM review_item i WHERE i.filing_id = $1 AND i.closed_at IS NULL`,
      [filingId],
    );
    return row === undefined ? undefined : fromRow(row);
  }

  /** The open item, locked until the transaction ends: whoever decides next waits here and sees the decision. */
  async lockOpenItem(tx: Tx, filingId: FilingId): Promise<ReviewItem | undefined> {
    const [row] = await tx.query<ItemRow>(
      `SELECT ${itemColumns} FROM review_item i WHERE i.filing_id = $1 AND i.closed_at IS NULL FOR UPDATE`,
      [filingId],
    );
    return row === undefined ? undefined : fromRow(row);
  }

  async markDecided(tx: Tx, itemId: string, decisionId: string): Promise<void> {
    await tx.query('UPDATE review_item SET decision_id = $2 WHERE id = $1', [itemId, decisionId]);
  }

  /** Keeps the proposal of a refusal on the item and frees it for the second person. */
  async markProposed(tx: Tx, itemId: string, proposalId: string | null): Promise<void> {
    await tx.query(
      'UPDATE review_item SET proposal_id = $2, claimed_by = NULL, claim_expires_at = NULL WHERE id = $1',
      [itemId, proposalId],
    );
  }

  /** The decision was taken: the item is done. */
  async close(tx: Tx, decisionId: string): Promise<void> {
    await tx.query('UPDATE review_item SET closed_at = now() WHERE decision_id = $1 AND closed_at IS NULL', [
      decisionId,
    ]);
  }

  /** The workflow refused the decision: whoever holds the claim may decide again, while the item is open. */
  async reopen(tx: Tx, decisionId: string): Promise<void> {
    await tx.query('UPDATE review_item SET decision_id = NULL WHERE decision_id = $1 AND closed_at IS NULL', [
      decisionId,
    ]);
  }

  private async add(tx: Tx, snapshot: FilingSnapshot, kind: ReviewKind): Promise<void> {
    await tx.query(
      `INSERT INTO review_item (id, filing_id, kind, submission, owner, province, filing_type, nature, queued_at, due_at, overdue)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
      [
        newId(),
        snapshot.filingId,
        kind,
        snapshot.submission,
        snapshot.owner,
        snapshot.province,
        snapshot.filingType,
        snapshot.nature,
        snapshot.at,
        snapshot.deadline?.at ?? snapshot.since,
        snapshot.flags.overdue,
      ],
    );
  }
}

/** What of this filing waits for a reviewer now. */
function kindWaiting({ stage, identity }: FilingSnapshot): ReviewKind | undefined {
  if (stage === 'provider-review') return 'review';
  return stage === 'identity-check' && identity?.photo === 'under-review' ? 'photo' : undefined;
}

const cursorAfter = ({ dueAt, itemId }: ReviewItem): string => Buffer.from(`${dueAt} ${itemId}`).toString('base64url');

/** A cursor that is none of ours starts from the beginning of time: it shows nothing that the plain list does not. */
function readCursor(cursor: string): { readonly dueAt: string; readonly id: string } | undefined {
  const [dueAt, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (dueAt === undefined || id === undefined || Number.isNaN(Date.parse(dueAt))) return undefined;
  return { dueAt, id };
}

const fromRow = (row: ItemRow): ReviewItem => ({
  itemId: row.id,
  filingId: row.filing_id,
  kind: row.kind,
  owner: row.owner,
  province: row.province,
  filingType: row.filing_type,
  nature: row.nature,
  submission: row.submission,
  queuedAt: row.queued_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  overdue: row.overdue,
  ...(row.claimed_by === null ? {} : { claimedBy: row.claimed_by }),
  ...(row.claim_expires_at === null ? {} : { claimExpiresAt: row.claim_expires_at.toISOString() }),
  ...(row.proposal_id === null ? {} : { proposalId: row.proposal_id }),
  ...(row.proposer === null || row.proposed !== 'refuse' ? {} : { refusalProposedBy: row.proposer }),
  ...(row.proposer === null || row.proposed === null ? {} : { proposal: { by: row.proposer, decision: row.proposed } }),
  ...(row.decision_id === null ? {} : { decisionId: row.decision_id }),
});
