import { Inject, Injectable } from '@nestjs/common';
import type { AccountId } from '@beian/contracts';
import { Database, newId } from '@beian/platform';

const mostRemembered = 20_000;

/** Opaque account ids for the people an identity provider vouches for: `iss` and `sub` together name one (10.3.3). */
@Injectable()
export class AccountStore {
  private readonly remembered = new Map<string, AccountId>();

  constructor(@Inject(Database) private readonly database: Database) {}

  /** The account of this person, made at the first visit. Two first visits at once make one. */
  async accountOf(issuer: string, subject: string): Promise<AccountId> {
    const person = JSON.stringify([issuer, subject]);
    const known = this.remembered.get(person);
    if (known !== undefined) return known;
    const accountId = (await this.find(issuer, subject)) ?? (await this.make(issuer, subject));
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    this.remembered.set(person, accountId);
    return accountId;
  }

  private async make(issuer: string, subject: string): Promise<AccountId> {
    await this.database.execute(
      'INSERT INTO account (account_id, issuer, subject) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [newId(), issuer, subject],
    );
    const accountId = await this.find(issuer, subject);
    if (accountId === undefined) throw new Error('an account that was just made cannot be found');
    return accountId;
  }

  private async find(issuer: string, subject: string): Promise<AccountId | undefined> {
    const [row] = await this.database.query<{ account_id: string }>(
      'SELECT account_id FROM account WHERE issuer = $1 AND subject = $2',
      [issuer, subject],
    );
    return row?.account_id;
  }
}
