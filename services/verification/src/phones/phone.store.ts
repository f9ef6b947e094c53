import type { AdministratorKey, FilingId, Instant } from '@beian/contracts';
import { newId, type Database, type PersonVault, type Tx } from '@beian/platform';
import { filingKey, filingKeyName } from '../filing/filing-vault';
import { newPhoneCode, type PhoneMarks } from './phone-marks';

/** First send and two more, in every pack (reliability 4.6). */
export const mostSends = 3;

export interface OfSubmission {
  readonly filingId: FilingId;
  readonly submission: number;
}

/** An administrator of the submission; `sharesCodeOf` names whose code he enters: his own, or that of the same mobile. */
export interface Recipient {
  readonly administrator: AdministratorKey;
  readonly sharesCodeOf: AdministratorKey;
  /** Asked to confirm by the workflow. */
  readonly asked: boolean;
}

export interface PhoneCode {
  readonly id: string;
  readonly administrator: AdministratorKey;
  readonly sendNumber: number;
  /** Present until the carrier has taken the message. */
  readonly code?: string;
}

interface CodeRow {
  readonly id: string;
  readonly administrator: AdministratorKey;
  readonly send_number: number;
  readonly sealed_code: Buffer | null;
}

/** Who gets which code, and every code that was sent: marks only, and the sealed code until the carrier has it. */
export class PhoneStore {
  constructor(
    private readonly database: Database,
    private readonly vault: PersonVault,
    private readonly marks: PhoneMarks,
  ) {}

  async keepRecipients(
    tx: Tx,
    { filingId, submission }: OfSubmission,
    recipients: readonly (Recipient & { readonly mobile: string; readonly certificateTail: string })[],
  ): Promise<void> {
    for (const { administrator, sharesCodeOf, asked, mobile, certificateTail } of recipients) {
      await tx.query(
        `INSERT INTO phone_recipient (filing_id, submission, administrator, shares_code_of, asked, mobile_mark, tail_mark)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [
          filingId,
          submission,
          administrator,
          sharesCodeOf,
          asked,
          this.marks.mobile(filingId, mobile),
          this.marks.tail(filingId, certificateTail),
        ],
      );
    }
  }

  async recipients(
    { filingId, submission }: OfSubmission,
    reader: Pick<Tx, 'query'> = this.database,
  ): Promise<readonly Recipient[]> {
    const rows = await reader.query<{
      administrator: AdministratorKey;
      shares_code_of: AdministratorKey;
      asked: boolean;
    }>(
      `SELECT administrator, shares_code_of, asked FROM phone_recipient WHERE filing_id = $1 AND submission = $2
        ORDER BY administrator`,
      [filingId, submission],
    );
    return rows.map((row) => ({
      administrator: row.administrator,
      sharesCodeOf: row.shares_code_of,
      asked: row.asked,
    }));
  }

  /**
   * Makes send number *n* for one mobile, once, and voids the older codes with it. Answers false if that send exists.
   * One at a time per mobile, so that two resends at once cannot both be the last one.
   */
  async addSend(
    tx: Tx,
    send: OfSubmission & {
      readonly administrator: AdministratorKey;
      readonly sendNumber: number;
      readonly requestId?: string;
      readonly at: Instant;
    },
  ): Promise<boolean> {
    const { filingId, submission, administrator, sendNumber, requestId, at } = send;
    const [existing] = await tx.query(
      'SELECT 1 FROM phone_code WHERE filing_id = $1 AND submission = $2 AND administrator = $3 AND send_number = $4',
      [filingId, submission, administrator, sendNumber],
    );
    if (existing !== undefined) return false;
    await tx.query(
      `UPDATE phone_code SET voided_at = now(), void_cause = 'newer-code', sealed_code = NULL
        WHERE filing_id = $1 AND submission = $2 AND administrator = $3 AND voided_at IS NULL`,
      [filingId, submission, administrator],
    );
    const id = newId();
    const code = newPhoneCode();
    const key = await filingKey(this.vault, tx, filingId);
    await tx.query(
      `INSERT INTO phone_code (id, filing_id, submission, administrator, send_number, request_id, code_mark, sealed_code, state, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'intended', $9)`,
      [
        id,
        filingId,
        submission,
        administrator,
        sendNumber,
        requestId ?? null,
        this.marks.code(id, code),
        key.seal(code),
        at,
      ],
    );
    return true;
  }

  /** One at a time for the codes of a submission. */
  async lock(tx: Tx, { filingId, submission }: OfSubmission): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`phone-codes ${filingId} ${submission}`]);
  }

  async sends(
    tx: Tx,
    { filingId, submission, administrator }: OfSubmission & { readonly administrator: AdministratorKey },
  ): Promise<number> {
    const [row] = await tx.query<{ sends: number }>(
      `SELECT coalesce(max(send_number), 0)::int AS sends FROM phone_code
        WHERE filing_id = $1 AND submission = $2 AND administrator = $3`,
      [filingId, submission, administrator],
    );
    return row?.sends ?? 0;
  }

  /** The send that this request made, if it made one. */
  async sendOfRequest(tx: Tx, requestId: string): Promise<number | undefined> {
    const [row] = await tx.query<{ send_number: number }>('SELECT send_number FROM phone_code WHERE request_id = $1', [
      requestId,
    ]);
    return row?.send_number;
  }

  /** Whether the newest code of this mobile still waits for the carrier. */
  async hasUnsent(
    { filingId, submission, administrator }: OfSubmission & { readonly administrator: AdministratorKey },
    tx: Tx,
  ): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM phone_code WHERE filing_id = $1 AND submission = $2 AND administrator = $3
          AND voided_at IS NULL AND carrier_message_id IS NULL AND sealed_code IS NOT NULL`,
      [filingId, submission, administrator],
    );
    return rows.length > 0;
  }

  /** Whether this mobile has a code that has matched. */
  async hasMatched(
    { filingId, submission, administrator }: OfSubmission & { readonly administrator: AdministratorKey },
    tx: Tx,
  ): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM phone_code WHERE filing_id = $1 AND submission = $2 AND administrator = $3 AND matched_at IS NOT NULL`,
      [filingId, submission, administrator],
    );
    return rows.length > 0;
  }

  /** Codes that the carrier has not taken yet, opened for sending. */
  async toSend({ filingId, submission }: OfSubmission): Promise<readonly (PhoneCode & { readonly code: string })[]> {
    const rows = await this.database.query<CodeRow>(
      `SELECT id, administrator, send_number, sealed_code FROM phone_code
        WHERE filing_id = $1 AND submission = $2 AND carrier_message_id IS NULL AND voided_at IS NULL AND sealed_code IS NOT NULL
        ORDER BY administrator`,
      [filingId, submission],
    );
    if (rows.length === 0) return [];
    const key = await this.vault.unlock(this.database, filingKeyName(filingId));
    return rows.flatMap(({ id, administrator, send_number: sendNumber, sealed_code: sealed }) =>
      sealed === null ? [] : [{ id, administrator, sendNumber, code: key.open(sealed) }],
    );
  }

  /** The carrier has it: the code itself is forgotten here. Answers false if that was recorded before. */
  async markSent(tx: Tx, id: string, carrierMessageId: string): Promise<boolean> {
    const touched = await tx.execute(
      `UPDATE phone_code SET carrier_message_id = $2, sealed_code = NULL,
              state = CASE WHEN state = 'intended' THEN 'sent' ELSE state END
        WHERE id = $1 AND carrier_message_id IS NULL`,
      [id, carrierMessageId],
    );
    return touched === 1;
  }

  /** The carrier could not deliver: a code that nobody has received is void. Answers it, unless it was void or used before. */
  async markUndeliverable(
    tx: Tx,
    id: string,
  ): Promise<(OfSubmission & { readonly administrator: AdministratorKey }) | undefined> {
    const [row] = await tx.query<{ filing_id: string; submission: number; administrator: AdministratorKey }>(
      `UPDATE phone_code SET state = 'undeliverable', voided_at = now(), void_cause = 'undeliverable', sealed_code = NULL
        WHERE id = $1 AND voided_at IS NULL AND matched_at IS NULL RETURNING filing_id, submission, administrator`,
      [id],
    );
    return row === undefined
      ? undefined
      : { filingId: row.filing_id, submission: row.submission, administrator: row.administrator };
  }

  async markDelivered(tx: Tx, id: string): Promise<boolean> {
    return (
      (await tx.execute(`UPDATE phone_code SET state = 'delivered' WHERE id = $1 AND state IN ('intended', 'sent')`, [
        id,
      ])) === 1
    );
  }

  async voidAll(tx: Tx, { filingId, submission }: OfSubmission, cause: string): Promise<number> {
    return tx.execute(
      `UPDATE phone_code SET voided_at = now(), void_cause = $3, sealed_code = NULL
        WHERE filing_id = $1 AND submission = $2 AND voided_at IS NULL`,
      [filingId, submission, cause],
    );
  }
}
