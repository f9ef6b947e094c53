import type {
  AdministratorKey,
  DossierRef,
  Finding,
  LockedSubject,
  PartView,
  PersonDraft,
  SubjectDraft,
  SubjectFacts,
} from '@beian/contracts';
import { type PersonVault, type Tx } from '@beian/platform';
import type { Reader, SubjectPart } from './subject.store';

export interface Pin {
  readonly submission: number;
  readonly state: 'pinned' | 'superseded' | 'undone' | 'granted';
  /** Business time of the pin, or of the undo. */
  readonly at: Date;
  readonly facts?: SubjectFacts;
  readonly findings: readonly Finding[];
}

export interface NewPin {
  readonly part: SubjectPart;
  readonly submission: number;
  readonly facts: SubjectFacts;
  /** Warnings that came with it: the same call gives the same answer again. */
  readonly findings: readonly Finding[];
  readonly at: Date;
}

interface PinRow {
  readonly submission: number;
  readonly state: Pin['state'];
  readonly at: Date;
  readonly facts: SubjectFacts | null;
  readonly findings: Finding[] | null;
}

/** What was frozen for which submission, and the lock on the certificate. Callers hold the part (`read … hold`). */
export class PinStore {
  constructor(private readonly vault: PersonVault) {}

  async read(reader: Reader, filingId: string, submission: number): Promise<Pin | undefined> {
    const [row] = await reader.query<PinRow>(
      'SELECT submission, state, at, facts, findings FROM subject_pin WHERE filing_id = $1 AND submission = $2',
      [filingId, submission],
    );
    return (
      row && {
        submission,
        state: row.state,
        at: row.at,
        findings: row.findings ?? [],
        ...(row.facts ? { facts: row.facts } : {}),
      }
    );
  }

  /** The pin that holds now, whatever its submission. */
  async running(reader: Reader, filingId: string): Promise<number | undefined> {
    const [row] = await reader.query<{ submission: number }>(
      `SELECT submission FROM subject_pin WHERE filing_id = $1 AND state = 'pinned'`,
      [filingId],
    );
    return row?.submission;
  }

  /** For reconciliation: what each filing still holds, and whether it is in the register. One that is not known is left out. */
  async views(reader: Reader, filings: readonly string[]): Promise<readonly PartView[]> {
    return reader.query<PartView>(
      `SELECT p.filing_id AS "filingId",
              ARRAY(SELECT submission FROM subject_pin WHERE filing_id = p.filing_id AND state = 'pinned' UNION
                    SELECT submission FROM certificate_lock WHERE filing_id = p.filing_id AND released_at IS NULL
                    ORDER BY 1) AS held,
              EXISTS (SELECT 1 FROM subject_pin WHERE filing_id = p.filing_id AND state = 'granted') AS granted
         FROM subject_part p WHERE p.filing_id = ANY($1)`,
      [filings],
    );
  }

  /** For the sweep of dossiers: those among the keys that a pin refers to. */
  async knownDossiers(reader: Reader, keys: readonly string[]): Promise<readonly string[]> {
    const rows = await reader.query<{ key: string }>(
      `SELECT DISTINCT d.ref->>'key' AS key FROM subject_pin n, LATERAL jsonb_path_query(n.facts, '$.dossiers[*]') AS d(ref)
        WHERE n.filing_id IN (SELECT split_part(k, '/', 1) FROM unnest($1::text[]) k) AND d.ref->>'key' = ANY($1)`,
      [keys],
    );
    return rows.map(({ key }) => key);
  }

  async lastRevision(reader: Reader, filingId: string): Promise<number> {
    const [row] = await reader.query<{ revision: number }>(
      'SELECT coalesce(max(revision), 0)::int AS revision FROM subject_revision WHERE filing_id = $1',
      [filingId],
    );
    return row?.revision ?? 0;
  }

  /**
   * Takes the certificate for this filing (I-4: a partial unique index lets one through). A lock that an earlier
   * submission of the same filing still holds passes on to this one. False if another filing holds it.
   */
  async lock(tx: Tx, part: SubjectPart, { submission, at }: Pick<NewPin, 'submission' | 'at'>): Promise<boolean> {
    const own = await tx.execute(
      'UPDATE certificate_lock SET submission = $2 WHERE filing_id = $1 AND released_at IS NULL',
      [part.filingId, submission],
    );
    if (own === 1) return true;
    const taken = await tx.execute(
      `INSERT INTO certificate_lock (certificate_index, filing_id, account_id, submission, taken_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (certificate_index) WHERE released_at IS NULL DO NOTHING`,
      [part.certificateIndex, part.filingId, part.accountId, submission, at],
    );
    return taken === 1;
  }

  async unlock(tx: Tx, filingId: string, { submission, at }: { submission: number; at: Date }): Promise<boolean> {
    return (
      (await tx.execute(
        'UPDATE certificate_lock SET released_at = $3 WHERE filing_id = $1 AND submission = $2 AND released_at IS NULL',
        [filingId, submission, at],
      )) === 1
    );
  }

  /** Freezes the part as the revision named in the facts; each person's copy under his own key. */
  async freeze(tx: Tx, { part, submission, facts, at }: NewPin): Promise<void> {
    const { administrators, ...holder } = part.draft;
    const content = JSON.stringify({ locked: part.locked, ...holder });
    await tx.query(
      `INSERT INTO subject_revision (filing_id, revision, submission, version, mark, holder_id, sealed, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        part.filingId,
        facts.revision,
        submission,
        part.version,
        facts.sha256,
        part.holderId,
        await this.vault.seal(tx, part.holderId, content),
        at,
      ],
    );
    for (const [key, personId] of Object.entries(part.personIds) as [AdministratorKey, string][]) {
      const person = administrators[key] ?? {};
      await tx.query(
        'INSERT INTO subject_revision_person (filing_id, revision, key, person_id, sealed) VALUES ($1, $2, $3, $4, $5)',
        [part.filingId, facts.revision, key, personId, await this.vault.seal(tx, personId, JSON.stringify(person))],
      );
    }
  }

  /** What a submission was frozen with; undefined if there was none. Throws `PersonKeyGone` after an erasure. */
  async frozen(
    reader: Reader,
    filingId: string,
    submission: number,
  ): Promise<{ readonly locked: LockedSubject; readonly draft: SubjectDraft } | undefined> {
    const [row] = await reader.query<{ revision: number; holder_id: string; sealed: Buffer }>(
      `SELECT revision, holder_id, sealed FROM subject_revision WHERE filing_id = $1 AND submission = $2
        ORDER BY revision DESC LIMIT 1`,
      [filingId, submission],
    );
    if (row === undefined) return undefined;
    const persons = await reader.query<{ key: AdministratorKey; person_id: string; sealed: Buffer }>(
      'SELECT key, person_id, sealed FROM subject_revision_person WHERE filing_id = $1 AND revision = $2',
      [filingId, row.revision],
    );
    const open = async <T>(id: string, sealed: Buffer) => JSON.parse(await this.vault.open(reader, id, sealed)) as T;
    const { locked, ...holder } = await open<Omit<SubjectDraft, 'administrators'> & { locked: LockedSubject }>(
      row.holder_id,
      row.sealed,
    );
    const administrators: Partial<Record<AdministratorKey, PersonDraft>> = {};
    for (const { key, person_id: id, sealed } of persons) administrators[key] = await open<PersonDraft>(id, sealed);
    return { locked, draft: { ...holder, administrators } };
  }

  /** Records the pin. Any older pin of the filing is superseded: its undo will find nothing to free. */
  async record(tx: Tx, { part, submission, facts, findings, at }: NewPin): Promise<void> {
    await tx.execute(`UPDATE subject_pin SET state = 'superseded' WHERE filing_id = $1 AND state = 'pinned'`, [
      part.filingId,
    ]);
    await tx.execute(
      `INSERT INTO subject_pin (filing_id, submission, state, revision, facts, findings, at)
       VALUES ($1, $2, 'pinned', $3, $4, $5, $6)
       ON CONFLICT (filing_id, submission) DO UPDATE SET state = 'pinned', revision = excluded.revision,
         facts = excluded.facts, findings = excluded.findings, at = excluded.at`,
      [part.filingId, submission, facts.revision, JSON.stringify(facts), JSON.stringify(findings), at],
    );
  }

  /** What was granted, opened: the register's words (decisions 15). Undefined if a filing was never granted. */
  async granted(
    reader: Reader,
    filingId: string,
  ): Promise<{ readonly locked: LockedSubject; readonly draft: SubjectDraft } | undefined> {
    const [row] = await reader.query<{ revision: number; holder_id: string; sealed: Buffer }>(
      `SELECT r.revision, r.holder_id, r.sealed FROM subject_pin n JOIN subject_revision r USING (filing_id, revision)
       WHERE n.filing_id = $1 AND n.state = 'granted'`,
      [filingId],
    );
    if (row === undefined) return undefined;
    const persons = await reader.query<{ key: AdministratorKey; person_id: string; sealed: Buffer }>(
      'SELECT key, person_id, sealed FROM subject_revision_person WHERE filing_id = $1 AND revision = $2',
      [filingId, row.revision],
    );
    const { locked, ...holder } = JSON.parse(await this.vault.open(reader, row.holder_id, row.sealed)) as {
      readonly locked: LockedSubject;
    };
    const administrators: Partial<Record<AdministratorKey, PersonDraft>> = {};
    for (const { key, person_id: personId, sealed } of persons) {
      administrators[key] = JSON.parse(await this.vault.open(reader, personId, sealed)) as PersonDraft;
    }
    return { locked, draft: { ...holder, administrators } };
  }

  /** Marks the submission undone, also one that was never pinned: a late pin then finds that it came too late. */
  async undo(tx: Tx, filingId: string, { submission, at }: { submission: number; at: Date }): Promise<void> {
    await tx.execute(
      `INSERT INTO subject_pin (filing_id, submission, state, at) VALUES ($1, $2, 'undone', $3)
       ON CONFLICT (filing_id, submission) DO UPDATE SET state = 'undone', at = greatest(subject_pin.at, excluded.at)
       WHERE subject_pin.state <> 'granted'`,
      [filingId, submission, at],
    );
  }

  async grant(tx: Tx, filingId: string, { submission, at }: { submission: number; at: Date }): Promise<boolean> {
    return (
      (await tx.execute(
        `UPDATE subject_pin SET state = 'granted', at = $3 WHERE filing_id = $1 AND submission = $2 AND state = 'pinned'`,
        [filingId, submission, at],
      )) === 1
    );
  }
}

/** The objects a pin wrote for others. */
export const dossiersOf = (pin: Pick<Pin, 'facts'>): readonly DossierRef[] => pin.facts?.dossiers ?? [];
