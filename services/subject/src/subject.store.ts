import type {
  AdministratorKey,
  FilingType,
  LockedSubject,
  Nature,
  PersonDraft,
  RulePackId,
  SubjectDraft,
} from '@beian/contracts';
import { newId, type PersonKey, type PersonVault, type Tx } from '@beian/platform';
import { certificateIndex, mobileIndex } from './blind-indexes';
import type { FiledMarks } from './filed-subject';

/** Anything that answers SQL: a transaction, or the database itself for reading. */
export type Reader = Pick<Tx, 'query'>;

/** The subject's part of one filing, opened: personal data in clear, for as long as one piece of work lasts. */
export interface SubjectPart {
  readonly filingId: string;
  readonly accountId: string;
  readonly version: number;
  readonly pack: RulePackId;
  readonly asOf: string;
  readonly locked: LockedSubject;
  readonly draft: SubjectDraft;
  readonly certificateIndex: Buffer;
  /** Person whose key seals the holder's own columns; for an individual also his administrator. */
  readonly holderId: string;
  readonly personIds: Readonly<Partial<Record<AdministratorKey, string>>>;
  readonly changedAt: Date;
  readonly closed: boolean;
  /** What is filed already, where the part began from it. */
  readonly filed?: FiledMarks;
}

export interface NewPart {
  readonly filingId: string;
  readonly accountId: string;
  readonly pack: RulePackId;
  readonly asOf: string;
  readonly locked: LockedSubject;
  readonly at: Date;
  readonly filed?: FiledMarks | undefined;
}

export interface SavedDraft {
  readonly part: SubjectPart;
  readonly draft: SubjectDraft;
  readonly at: Date;
}

interface PartRow {
  readonly filing_id: string;
  readonly account_id: string;
  readonly version: number;
  readonly province: string;
  readonly nature: Nature;
  readonly filing_type: FilingType;
  readonly certificate_type: LockedSubject['certificateType'];
  readonly certificate_index: Buffer;
  readonly pack: RulePackId;
  readonly as_of: string;
  readonly holder_id: string;
  readonly locked_sealed: Buffer;
  readonly sealed: Buffer;
  readonly changed_at: Date;
  readonly closed_at: Date | null;
  readonly filed: FiledMarks | null;
}

interface AdministratorRow {
  readonly key: AdministratorKey;
  readonly person_id: string;
  readonly sealed: Buffer;
}

type HolderColumns = Omit<SubjectDraft, 'administrators'>;
type LockedColumns = Pick<LockedSubject, 'certificateNumber' | 'city' | 'district'>;

const json = <T>(text: string): T => JSON.parse(text) as T;

/** Drafts of subjects (主体) and the persons in them; each person's columns under his own key. */
export class SubjectStore {
  constructor(private readonly vault: PersonVault) {}

  /** Opens a part; false if the filing has one already (then nothing changes). */
  async open(tx: Tx, part: NewPart): Promise<boolean> {
    const holderId = newId();
    const { certificateNumber, city, district, ...clear } = part.locked;
    await this.vault.newPersonKey(tx, holderId);
    const key = await this.vault.unlock(tx, holderId);
    const locked: LockedColumns = { certificateNumber, ...(city ? { city } : {}), ...(district ? { district } : {}) };
    const opened = await tx.execute(
      `INSERT INTO subject_part (filing_id, account_id, province, nature, filing_type, certificate_type, certificate_index,
         pack, as_of, holder_id, locked_sealed, sealed, opened_at, changed_at, filed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14) ON CONFLICT (filing_id) DO NOTHING`,
      [
        part.filingId,
        part.accountId,
        clear.province,
        clear.nature,
        clear.filingType,
        clear.certificateType,
        certificateIndex(this.vault, part.locked),
        part.pack,
        part.asOf,
        holderId,
        key.seal(JSON.stringify(locked)),
        key.seal('{}'),
        part.at,
        part.filed === undefined ? null : JSON.stringify(part.filed),
      ],
    );
    if (opened === 0) await this.vault.shred(tx, holderId);
    return opened === 1;
  }

  /**
   * Reads a part. With an account: only if it is that account's (a foreign filing is as absent as one that never was).
   * With `hold`, no other transaction changes it until this one ends. Throws `PersonKeyGone` if a person was erased.
   */
  async read(reader: Reader, filingId: string, options: ReadOptions = {}): Promise<SubjectPart | undefined> {
    const row = await this.readRow(reader, filingId, options);
    if (row === undefined) return undefined;
    const administrators = await reader.query<AdministratorRow>(
      'SELECT key, person_id, sealed FROM subject_administrator WHERE filing_id = $1 ORDER BY length(key), key',
      [filingId],
    );
    return this.openRow(reader, row, administrators);
  }

  /** The part's clear facts only: needs no person's key, so that undoing works after an erasure. */
  async readRow(reader: Reader, filingId: string, { accountId, hold }: ReadOptions = {}): Promise<PartRow | undefined> {
    const [row] = await reader.query<PartRow>(
      `SELECT * FROM subject_part WHERE filing_id = $1 AND ($2::text IS NULL OR account_id = $2) ${hold ? 'FOR UPDATE' : ''}`,
      [filingId, accountId ?? null],
    );
    return row;
  }

  /** Writes a draft over the version it was read at; false if somebody was faster (T26: the version is in the WHERE). */
  async save(tx: Tx, { part, draft, at }: SavedDraft): Promise<boolean> {
    const { administrators, ...holder } = draft;
    const key = await this.vault.unlock(tx, part.holderId);
    const saved = await tx.execute(
      `UPDATE subject_part SET sealed = $3, version = version + 1, changed_at = greatest(changed_at, $4)
       WHERE filing_id = $1 AND version = $2`,
      [part.filingId, part.version, key.seal(JSON.stringify(holder)), at],
    );
    if (saved === 0) return false;
    await this.saveAdministrators(tx, part, administrators);
    return true;
  }

  /** Marks the part as over: nothing in it can be edited or pinned any more. False if it was over. */
  async close(tx: Tx, filingId: string, at: Date): Promise<boolean> {
    return (
      (await tx.execute('UPDATE subject_part SET closed_at = $2 WHERE filing_id = $1 AND closed_at IS NULL', [
        filingId,
        at,
      ])) === 1
    );
  }

  /** The number of the filing's next event from here: counted without gaps over all its types (I-6). */
  async nextEvent(tx: Tx, filingId: string): Promise<number> {
    const [row] = await tx.query<{ events: number }>(
      'UPDATE subject_part SET events = events + 1 WHERE filing_id = $1 RETURNING events',
      [filingId],
    );
    return row?.events ?? 0;
  }

  private async saveAdministrators(tx: Tx, part: SubjectPart, persons: SubjectDraft['administrators']): Promise<void> {
    for (const [key, person] of Object.entries(persons) as [AdministratorKey, PersonDraft][]) {
      const personId = part.personIds[key] ?? (await this.newPerson(tx, part, key));
      const personKey = await this.vault.unlock(tx, personId);
      await tx.execute(
        `INSERT INTO subject_administrator (filing_id, key, person_id, sealed, certificate_index, mobile_index)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (filing_id, key) DO UPDATE SET sealed = excluded.sealed,
           certificate_index = excluded.certificate_index, mobile_index = excluded.mobile_index`,
        [part.filingId, key, personId, personKey.seal(JSON.stringify(person)), ...this.indexes(person)],
      );
    }
    const gone = (Object.entries(part.personIds) as [AdministratorKey, string][]).filter(([key]) => !(key in persons));
    for (const [key, personId] of gone) await this.removePerson(tx, part, { key, personId });
  }

  /** An individual is his own administrator (rules.md 4.7): one human being, one key to shred. */
  private async newPerson(tx: Tx, part: SubjectPart, key: AdministratorKey): Promise<string> {
    if (part.locked.nature === 'individual' && key === 'subject-administrator') return part.holderId;
    const personId = newId();
    await this.vault.newPersonKey(tx, personId);
    return personId;
  }

  /** A person who was never submitted leaves nothing behind; one in a revision keeps his key for it. */
  private async removePerson(
    tx: Tx,
    part: SubjectPart,
    { key, personId }: { key: string; personId: string },
  ): Promise<void> {
    await tx.execute('DELETE FROM subject_administrator WHERE filing_id = $1 AND key = $2', [part.filingId, key]);
    const kept = await tx.query(
      'SELECT 1 FROM subject_revision_person WHERE filing_id = $1 AND person_id = $2 LIMIT 1',
      [part.filingId, personId],
    );
    if (kept.length === 0 && personId !== part.holderId) await this.vault.shred(tx, personId);
  }

  private indexes(person: PersonDraft): readonly (Buffer | null)[] {
    const { certificateType, certificateNumber, mobile } = person;
    return [
      certificateType && certificateNumber
        ? certificateIndex(this.vault, { certificateType, certificateNumber })
        : null,
      mobile ? mobileIndex(this.vault, mobile) : null,
    ];
  }

  private async openRow(reader: Reader, row: PartRow, persons: readonly AdministratorRow[]): Promise<SubjectPart> {
    const holder = await this.vault.unlock(reader, row.holder_id);
    const administrators: Partial<Record<AdministratorKey, PersonDraft>> = {};
    for (const person of persons) {
      const key: PersonKey =
        person.person_id === row.holder_id ? holder : await this.vault.unlock(reader, person.person_id);
      administrators[person.key] = json<PersonDraft>(key.open(person.sealed));
    }
    return {
      filingId: row.filing_id,
      accountId: row.account_id,
      version: row.version,
      pack: row.pack,
      asOf: row.as_of,
      locked: {
        province: row.province,
        nature: row.nature,
        certificateType: row.certificate_type,
        filingType: row.filing_type,
        ...json<LockedColumns>(holder.open(row.locked_sealed)),
      },
      draft: { ...json<HolderColumns>(holder.open(row.sealed)), administrators },
      certificateIndex: row.certificate_index,
      holderId: row.holder_id,
      personIds: Object.fromEntries(persons.map(({ key, person_id }) => [key, person_id])),
      changedAt: row.changed_at,
      closed: row.closed_at !== null,
      ...(row.filed === null ? {} : { filed: row.filed }),
    };
  }
}

export interface ReadOptions {
  readonly accountId?: string | undefined;
  readonly hold?: boolean;
}
