import { PersonKeyGone, type Database, type PersonVault, type Tx } from '@beian/platform';
import type { Language } from './notices';

/** How somebody is reached. */
export interface Contact {
  /** Key of an administrator, or `account`. */
  readonly recipient: string;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
}

export interface Contacts {
  readonly language: Language;
  readonly contacts: readonly Contact[];
}

type Reader = Pick<Tx, 'query'>;

export const accountPerson = (accountId: string): string => `account.${accountId}`;
/** The administrators of one filing are forgotten together. */
export const filingPerson = (filingId: string): string => `filing.${filingId}`;

/** Addresses of accounts and of the administrators of filings; sealed, one key per account and per filing. */
export class ContactStore {
  constructor(
    private readonly database: Database,
    private readonly vault: PersonVault,
  ) {}

  /** Replaces what is known; what the account no longer states is forgotten. */
  async saveAccount(
    tx: Tx,
    accountId: string,
    known: { readonly contact: Contact; readonly language: Language; readonly at: Date },
  ): Promise<void> {
    const personId = accountPerson(accountId);
    await this.vault.newPersonKey(tx, personId);
    const { mobile, email } = known.contact;
    await tx.query(
      `INSERT INTO account_contact (account_id, sealed, language, updated_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id) DO UPDATE SET sealed = $2, language = $3, updated_at = $4`,
      [accountId, await this.vault.seal(tx, personId, JSON.stringify({ mobile, email })), known.language, known.at],
    );
  }

  /** Undefined for an account that never said how to reach it, or was erased. */
  async account(accountId: string, reader: Reader = this.database): Promise<Contacts | undefined> {
    const [row] = await reader.query<{ sealed: Buffer; language: Language }>(
      'SELECT sealed, language FROM account_contact WHERE account_id = $1',
      [accountId],
    );
    const opened = row && (await this.open(reader, accountPerson(accountId), row.sealed));
    if (row === undefined || opened === undefined) return undefined;
    const { mobile, email } = JSON.parse(opened) as Omit<Contact, 'recipient'>;
    return { language: row.language, contacts: [{ recipient: 'account', mobile, email }] };
  }

  /** Keeps the administrators of a filing, and from which dossier they are: it is gone once the submission is undone. */
  async saveFiling(
    tx: Tx,
    filingId: string,
    known: { readonly contacts: Contacts; readonly dossierKey: string },
  ): Promise<void> {
    const personId = filingPerson(filingId);
    await this.vault.newPersonKey(tx, personId);
    await tx.query('UPDATE filing SET contacts = $2, contacts_from = $3 WHERE filing_id = $1', [
      filingId,
      await this.vault.seal(tx, personId, JSON.stringify(known.contacts)),
      known.dossierKey,
    ]);
  }

  async filing(
    filingId: string,
    reader: Reader = this.database,
  ): Promise<(Contacts & { readonly dossierKey: string }) | undefined> {
    const [row] = await reader.query<{ contacts: Buffer | null; contacts_from: string | null }>(
      'SELECT contacts, contacts_from FROM filing WHERE filing_id = $1',
      [filingId],
    );
    if (row === undefined || row.contacts === null || row.contacts_from === null) return undefined;
    const opened = await this.open(reader, filingPerson(filingId), row.contacts);
    return opened === undefined ? undefined : { ...(JSON.parse(opened) as Contacts), dossierKey: row.contacts_from };
  }

  /** Who was erased is nobody. */
  private async open(reader: Reader, personId: string, sealed: Buffer): Promise<string | undefined> {
    try {
      return await this.vault.open(reader, personId, sealed);
    } catch (error) {
      if (error instanceof PersonKeyGone) return undefined;
      throw error;
    }
  }
}
