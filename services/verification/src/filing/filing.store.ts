import {
  isOpen,
  type DossierRef,
  type FilingFacts,
  type FilingId,
  type FilingSnapshot,
  type Finding,
  type Instant,
} from '@beian/contracts';
import type { Database, Tx } from '@beian/platform';

export interface FilingRow {
  readonly snapshot: FilingSnapshot;
  readonly recordedAt: Instant;
}

/** One submission as its parts described it: marks, counts and references, no personal data. */
export interface Submission {
  readonly filingId: FilingId;
  readonly submission: number;
  readonly facts: FilingFacts;
  readonly findings: readonly Finding[];
  readonly openedAt: Instant;
}

export interface PageAfter {
  readonly after: FilingId;
  readonly limit: number;
  readonly stages?: readonly string[];
}

/** A version came before the one it follows; the attempt is repeated until that one has come. */
export class EarlierRecordMissing extends Error {
  constructor(known: number, given: number) {
    super(`version ${given} was given to a filing recorded at ${known}`);
    this.name = 'EarlierRecordMissing';
  }
}

/** The filing's own row and its submissions. */
export class FilingStore {
  constructor(private readonly database: Database) {}

  /**
   * Writes where a filing stands if this snapshot carries the next version; answers false for one that the row has already.
   * Throws `EarlierRecordMissing` for one further on: the caller tries again until the record before has come (I-12).
   */
  async record(tx: Tx, snapshot: FilingSnapshot): Promise<boolean> {
    const { filingId, owner, version, stage, submission } = snapshot;
    const row = [filingId, owner, version, stage, submission, JSON.stringify(snapshot), !isOpen(stage)];
    const touched =
      version === 1
        ? await tx.execute(
            `INSERT INTO filing (filing_id, owner, version, stage, submission, snapshot, ended_at)
             VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN now() END)
             ON CONFLICT (filing_id) DO NOTHING`,
            row,
          )
        : await tx.execute(
            `UPDATE filing SET version = $3, stage = $4, submission = $5, snapshot = $6, recorded_at = now(),
                    ended_at = CASE WHEN $7 THEN coalesce(ended_at, now()) END
              WHERE filing_id = $1 AND owner = $2 AND version = $3 - 1`,
            row,
          );
    if (touched === 1) return true;
    const [known] = await tx.query<{ version: number }>('SELECT version FROM filing WHERE filing_id = $1', [filingId]);
    if (known === undefined || known.version < version) throw new EarlierRecordMissing(known?.version ?? 0, version);
    return false;
  }

  async get(filingId: FilingId, reader: Pick<Tx, 'query'> = this.database): Promise<FilingRow | undefined> {
    const [row] = await reader.query<{ snapshot: FilingSnapshot; recorded_at: Date }>(
      'SELECT snapshot, recorded_at FROM filing WHERE filing_id = $1',
      [filingId],
    );
    return row === undefined ? undefined : { snapshot: row.snapshot, recordedAt: row.recorded_at.toISOString() };
  }

  /** Filings after one, in the order of their opening, for who walks through all of them. */
  async page({ after, limit, stages }: PageAfter): Promise<readonly FilingId[]> {
    const rows = await this.database.query<{ filing_id: FilingId }>(
      `SELECT filing_id FROM filing WHERE filing_id > $1 AND ($3::text[] IS NULL OR stage = ANY($3))
        ORDER BY filing_id LIMIT $2`,
      [after, limit, stages ?? null],
    );
    return rows.map(({ filing_id: filingId }) => filingId);
  }

  /** These filings as they are recorded; one that is not is left out. Ages by the clock that wrote them. */
  async several(filings: readonly FilingId[]): Promise<readonly (FilingRow & { readonly ageSeconds: number })[]> {
    const rows = await this.database.query<{ snapshot: FilingSnapshot; recorded_at: Date; age: number }>(
      `SELECT snapshot, recorded_at, extract(epoch FROM now() - recorded_at)::float8 AS age
         FROM filing WHERE filing_id = ANY($1) ORDER BY filing_id`,
      [filings],
    );
    return rows.map((row) => ({
      snapshot: row.snapshot,
      recordedAt: row.recorded_at.toISOString(),
      ageSeconds: row.age,
    }));
  }

  /** Keeps the facts of a submission; a second telling of the same submission changes nothing. */
  async keepSubmission(tx: Tx, { filingId, submission, facts, findings, openedAt }: Submission): Promise<void> {
    await tx.query(
      `INSERT INTO submission (filing_id, submission, facts, findings, opened_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (filing_id, submission) DO NOTHING`,
      [filingId, submission, JSON.stringify(facts), JSON.stringify(findings), openedAt],
    );
  }

  async factsOf(
    step: { readonly filingId: FilingId; readonly submission: number },
    reader: Pick<Tx, 'query'> = this.database,
  ): Promise<FilingFacts | undefined> {
    const [row] = await reader.query<{ facts: FilingFacts }>(
      'SELECT facts FROM submission WHERE filing_id = $1 AND submission = $2',
      [step.filingId, step.submission],
    );
    return row?.facts;
  }
}

/** Everything the parts wrote for one recipient. */
export const dossiersFor = (facts: FilingFacts, recipient: DossierRef['recipient']): readonly DossierRef[] =>
  [facts.subject, facts.website, facts.documents]
    .flatMap(({ dossiers }) => dossiers ?? [])
    .filter((dossier) => dossier.recipient === recipient);
