import type { FilingType, Nature } from '@beian/contracts';
import type { Tx } from '@beian/platform';
import type { Reader } from './subject.store';

export interface FiledSubject {
  readonly certificateIndex: Buffer;
  readonly accountId: string;
  readonly subjectNumber: string;
  readonly province: string;
  readonly nature: Nature;
  readonly filingId: string;
  readonly filedAt: Date;
}

/** A row of the register, for the account whose it is. */
export type FiledHere = Omit<FiledSubject, 'accountId'>;

const filedColumns = `certificate_index AS "certificateIndex", subject_number AS "subjectNumber", province, nature,
  filing_id AS "filingId", filed_at AS "filedAt"`;

/** Who uses a certificate already, as far as this provider knows. */
export interface CertificateUse {
  /** The account under which a subject with it is filed here. */
  readonly heldBy?: string;
  /** The filing that holds its lock, and whose it is. */
  readonly running?: { readonly filingId: string; readonly accountId: string };
}

/** The register: subjects that are filed with this provider (decisions of 2026-11-24: written when a filing is granted). */
export class RegisterStore {
  /** Writes what was granted. A number given again to the same account replaces the old one. False: another account has it. */
  async enter(tx: Tx, subject: FiledSubject): Promise<boolean> {
    const { certificateIndex, accountId, subjectNumber, province, nature, filingId, filedAt } = subject;
    const entered = await tx.execute(
      `INSERT INTO filed_subject (certificate_index, account_id, subject_number, province, nature, filing_id, filed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (certificate_index) WHERE cancelled_at IS NULL DO UPDATE SET subject_number = excluded.subject_number,
         province = excluded.province, nature = excluded.nature, filing_id = excluded.filing_id, filed_at = excluded.filed_at
       WHERE filed_subject.account_id = excluded.account_id`,
      [certificateIndex, accountId, subjectNumber, province, nature, filingId, filedAt],
    );
    return entered === 1;
  }

  /** Strikes out what was cancelled (注销主体). */
  async cancel(tx: Tx, certificateIndex: Buffer, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE filed_subject SET cancelled_at = $2 WHERE certificate_index = $1 AND cancelled_at IS NULL',
      [certificateIndex, at],
    );
  }

  /** One statement whatever the answer, so that its time tells nothing (A17). */
  async useOf(reader: Reader, certificateIndex: Buffer): Promise<CertificateUse> {
    const [row] = await reader.query<{ held_by: string | null; filing_id: string | null; account_id: string | null }>(
      `SELECT (SELECT account_id FROM filed_subject WHERE certificate_index = $1 AND cancelled_at IS NULL) AS held_by,
              l.filing_id, l.account_id
       FROM (SELECT 1) AS one LEFT JOIN certificate_lock l ON l.certificate_index = $1 AND l.released_at IS NULL`,
      [certificateIndex],
    );
    return {
      ...(row?.held_by ? { heldBy: row.held_by } : {}),
      ...(row?.filing_id && row.account_id ? { running: { filingId: row.filing_id, accountId: row.account_id } } : {}),
    };
  }

  /** The subject that this account has filed under a number, or with a certificate. */
  async filed(
    reader: Reader,
    accountId: string,
    by: { readonly subjectNumber: string } | { readonly certificateIndex: Buffer },
  ): Promise<FiledHere | undefined> {
    const [column, value] =
      'subjectNumber' in by
        ? (['subject_number', by.subjectNumber] as const)
        : (['certificate_index', by.certificateIndex] as const);
    const [row] = await reader.query<FiledHere>(
      `SELECT ${filedColumns} FROM filed_subject
       WHERE account_id = $1 AND ${column} = $2 AND cancelled_at IS NULL`,
      [accountId, value],
    );
    return row;
  }

  /** Everything this account has filed here, oldest first. */
  async filedBy(reader: Reader, accountId: string): Promise<readonly FiledHere[]> {
    return reader.query<FiledHere>(
      `SELECT ${filedColumns} FROM filed_subject WHERE account_id = $1 AND cancelled_at IS NULL ORDER BY id`,
      [accountId],
    );
  }

  /** An open draft of the account itself for this certificate: shown instead of a second one. */
  async openDraft(reader: Reader, accountId: string, certificateIndex: Buffer): Promise<string | undefined> {
    const [row] = await reader.query<{ filing_id: string }>(
      `SELECT filing_id FROM subject_part WHERE account_id = $1 AND certificate_index = $2 AND closed_at IS NULL
       ORDER BY opened_at LIMIT 1`,
      [accountId, certificateIndex],
    );
    return row?.filing_id;
  }

  /** Whether a mobile serves the administrator of another subject that is filed or being filed (rules.md 3.5). */
  async mobileServesOther(reader: Reader, mobile: Buffer, certificateIndex: Buffer): Promise<boolean> {
    const rows = await reader.query(
      `SELECT 1 FROM subject_administrator a JOIN subject_part p USING (filing_id)
         JOIN subject_pin n ON n.filing_id = p.filing_id AND n.state IN ('pinned', 'granted')
       WHERE a.mobile_index = $1 AND p.certificate_index <> $2 LIMIT 1`,
      [mobile, certificateIndex],
    );
    return rows.length > 0;
  }
}

/** Filing types that end with the subject being filed here under this account. */
export const entersRegister = (type: FilingType): boolean =>
  !['CANCEL_ACCESS', 'CANCEL_SITE', 'CANCEL_SUBJECT'].includes(type);
