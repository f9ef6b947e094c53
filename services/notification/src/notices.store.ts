import type { DossierRef, FilingSnapshot } from '@beian/contracts';
import { newId, type Database, type Tx } from '@beian/platform';
import type { NoticeFacts, NoticeKind } from './notices';

/** A notice about to be told. */
export interface NewNotice {
  readonly filingId: string;
  readonly accountId: string;
  readonly kind: NoticeKind;
  /** Names the event or reminder: told once. */
  readonly occasion: string;
  readonly facts: NoticeFacts;
  readonly dossier?: DossierRef | undefined;
  readonly at: string;
  readonly inApp: boolean;
}

export interface Notice extends Omit<NewNotice, 'at'> {
  readonly noticeId: string;
  readonly at: Date;
  readonly readAt?: Date;
}

/** Retries of reading a dossier, before the notice goes to whoever is known. */
const addressAttempts = 10;

/** Notices, and where each filing stood when it was last heard of. */
export class NoticeStore {
  constructor(readonly database: Database) {}

  /** Makes the filing known and locks it; gives its last snapshot, if an event brought one. */
  async lockFiling(
    tx: Tx,
    { filingId, owner }: Pick<FilingSnapshot, 'filingId' | 'owner'>,
  ): Promise<FilingSnapshot | undefined> {
    await tx.query('INSERT INTO filing (filing_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      filingId,
      owner,
    ]);
    const [row] = await tx.query<{ snapshot: FilingSnapshot | null }>(
      'SELECT snapshot FROM filing WHERE filing_id = $1 FOR UPDATE',
      [filingId],
    );
    return row?.snapshot ?? undefined;
  }

  async saveFiling(tx: Tx, snapshot: FilingSnapshot): Promise<void> {
    await tx.query('UPDATE filing SET snapshot = $2 WHERE filing_id = $1', [
      snapshot.filingId,
      JSON.stringify(snapshot),
    ]);
  }

  async ownerOf(filingId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ account_id: string }>(
      'SELECT account_id FROM filing WHERE filing_id = $1',
      [filingId],
    );
    return row?.account_id;
  }

  /** False if this occasion was told before. */
  async add(tx: Tx, notice: NewNotice): Promise<boolean> {
    const { filingId, accountId, kind, occasion, facts, dossier, at, inApp } = notice;
    const added = await tx.execute(
      `INSERT INTO notice (notice_id, filing_id, account_id, kind, occasion, facts, dossier, at, in_app)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (occasion) DO NOTHING`,
      [
        newId(),
        filingId,
        accountId,
        kind,
        occasion,
        JSON.stringify(facts),
        dossier ? JSON.stringify(dossier) : null,
        at,
        inApp,
      ],
    );
    return added === 1;
  }

  /** Granted filings whose clock of this kind ends before an instant, and that were not told the notice of this occasion. */
  async notReminded(wanted: {
    readonly deadline: string;
    readonly dueBefore: string;
    /** What follows the filing's id in the occasion. */
    readonly suffix: string;
    readonly limit: number;
  }): Promise<{ readonly snapshots: readonly FilingSnapshot[]; readonly all: number }> {
    const rows = await this.database.query<{ snapshot: FilingSnapshot; total: string }>(
      `SELECT snapshot, count(*) OVER () AS total FROM filing
        WHERE snapshot ->> 'stage' = 'granted' AND snapshot #>> '{deadline,kind}' = $1
          AND (snapshot #>> '{deadline,at}')::timestamptz <= $2
          AND NOT EXISTS (SELECT 1 FROM notice WHERE occasion = filing.filing_id || $3)
        ORDER BY filing_id LIMIT $4`,
      [wanted.deadline, wanted.dueBefore, wanted.suffix, wanted.limit],
    );
    return { snapshots: rows.map(({ snapshot }) => snapshot), all: Number(rows[0]?.total ?? 0) };
  }

  /** Notices whose recipients are not known yet, oldest first. */
  async unaddressed(limit: number): Promise<readonly Notice[]> {
    const rows = await this.database.query<NoticeRow>(
      `SELECT * FROM notice WHERE addressed_at IS NULL AND address_after <= now() ORDER BY notice_id LIMIT $1`,
      [limit],
    );
    return rows.map(toNotice);
  }

  /** The first one to say so writes the deliveries. */
  async markAddressed(tx: Tx, noticeId: string): Promise<boolean> {
    return (
      (await tx.execute('UPDATE notice SET addressed_at = now() WHERE notice_id = $1 AND addressed_at IS NULL', [
        noticeId,
      ])) === 1
    );
  }

  /** Tries again later; answers false once there were enough tries. */
  async postpone(noticeId: string): Promise<boolean> {
    const [row] = await this.database.query<{ attempts: number }>(
      `UPDATE notice SET address_attempts = address_attempts + 1,
                         address_after = now() + make_interval(secs => least(600, 2 ^ address_attempts))
        WHERE notice_id = $1 RETURNING address_attempts AS attempts`,
      [noticeId],
    );
    return (row?.attempts ?? addressAttempts) < addressAttempts;
  }

  async get(noticeId: string): Promise<Notice | undefined> {
    const [row] = await this.database.query<NoticeRow>('SELECT * FROM notice WHERE notice_id = $1', [noticeId]);
    return row && toNotice(row);
  }

  /** In-app notices (站内信) of an account, newest first; `before` is the id of the last one seen. */
  async ofAccount(
    accountId: string,
    page: {
      readonly before?: string | undefined;
      readonly limit: number;
      readonly unread?: boolean | undefined;
    },
  ): Promise<readonly Notice[]> {
    const rows = await this.database.query<NoticeRow>(
      `SELECT * FROM notice WHERE account_id = $1 AND in_app AND ($2::text IS NULL OR notice_id < $2)
          AND ($4::boolean IS NULL OR (read_at IS NULL) = $4)
        ORDER BY notice_id DESC LIMIT $3`,
      [accountId, page.before ?? null, page.limit, page.unread ?? null],
    );
    return rows.map(toNotice);
  }

  async countUnread(accountId: string): Promise<number> {
    const [row] = await this.database.query<{ unread: string }>(
      'SELECT count(*) AS unread FROM notice WHERE account_id = $1 AND in_app AND read_at IS NULL',
      [accountId],
    );
    return Number(row?.unread ?? 0);
  }

  /** The first reading counts. Undefined if the account has no such notice. */
  async markRead(accountId: string, noticeId: string, at: Date): Promise<Notice | undefined> {
    const [row] = await this.database.query<NoticeRow>(
      `UPDATE notice SET read_at = coalesce(read_at, $3) WHERE notice_id = $2 AND account_id = $1 AND in_app
       RETURNING *`,
      [accountId, noticeId, at],
    );
    return row && toNotice(row);
  }
}

interface NoticeRow {
  readonly notice_id: string;
  readonly filing_id: string;
  readonly account_id: string;
  readonly kind: NoticeKind;
  readonly occasion: string;
  readonly facts: NoticeFacts;
  readonly dossier: DossierRef | null;
  readonly at: Date;
  readonly in_app: boolean;
  readonly read_at: Date | null;
}

const toNotice = (row: NoticeRow): Notice => ({
  noticeId: row.notice_id,
  filingId: row.filing_id,
  accountId: row.account_id,
  kind: row.kind,
  occasion: row.occasion,
  facts: row.facts,
  dossier: row.dossier ?? undefined,
  at: row.at,
  inApp: row.in_app,
  ...(row.read_at === null ? {} : { readAt: row.read_at }),
});
