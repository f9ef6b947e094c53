import { Inject, Injectable } from '@nestjs/common';
import type { AccountId, FilingId, MessageId } from '@beian/contracts';
import { Database, newId } from '@beian/platform';

export interface Opening {
  readonly filingId: FilingId;
  /** The request that reserved the id; another one with the same check finds it taken. */
  readonly messageId: MessageId;
}

/** Which filing a check became: reserved before anything is opened, so that a retry opens the same one. */
@Injectable()
export class OpeningStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The filing id of this check, reserved now or before. */
  async reserve(by: {
    readonly accountId: AccountId;
    readonly checkId: string;
    readonly messageId: MessageId;
  }): Promise<Opening> {
    await this.database.execute(
      `INSERT INTO opening (account_id, check_id, message_id, filing_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [by.accountId, by.checkId, by.messageId, newId()],
    );
    const [row] = await this.database.query<{ filing_id: string; message_id: string }>(
      'SELECT filing_id, message_id FROM opening WHERE account_id = $1 AND check_id = $2',
      [by.accountId, by.checkId],
    );
    if (row === undefined) throw new Error('an opening that was just reserved cannot be found');
    return { filingId: row.filing_id, messageId: row.message_id };
  }
}
