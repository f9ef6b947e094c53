import { createHmac, randomBytes } from 'node:crypto';
import type { Tx } from '../database/transaction';
import { fingerprint, openBytes, PersonKey, sealBytes } from './person-key';

/** Anything that can be asked by SQL: a transaction, or the database itself for reading. */
type Reader = Pick<Tx, 'query'>;

/** Bytes of `fingerprint` in front of a wrapped key: the name of the master key that wraps it. */
const nameLength = 8;

/** The key of this person is gone: shredded, or never made. What was sealed with it cannot be read again, by anybody. */
export class PersonKeyGone extends Error {
  constructor(readonly personId: string) {
    super(`no key for person ${personId}: the data was erased or never kept`);
    this.name = 'PersonKeyGone';
  }
}

/**
 * Personal data at rest: a random data key per person, wrapped by the master key, in the table `person_key`. Columns hold
 * what `seal` answers; deleting the key row erases all of it at once, in backups as they age out too.
 * Also the injection token.
 */
export class PersonVault {
  /** `masterKeys`: the first wraps new keys, the others only unwrap old ones. All keys have 32 bytes. */
  constructor(
    private readonly masterKeys: readonly Buffer[],
    private readonly blindIndexKey: Buffer,
  ) {}

  /** Makes the key of a new person. Asking again for the same person changes nothing. */
  async newPersonKey(tx: Tx, personId: string): Promise<void> {
    await tx.query('INSERT INTO person_key (person_id, wrapped) VALUES ($1, $2) ON CONFLICT (person_id) DO NOTHING', [
      personId,
      this.wrap(personId, randomBytes(32)),
    ]);
  }

  /** The person's key, for several columns in one go. Throws `PersonKeyGone`. */
  async unlock(reader: Reader, personId: string): Promise<PersonKey> {
    const [row] = await reader.query<{ wrapped: Buffer }>('SELECT wrapped FROM person_key WHERE person_id = $1', [
      personId,
    ]);
    if (row === undefined) throw new PersonKeyGone(personId);
    return new PersonKey(personId, this.unwrap(personId, row.wrapped));
  }

  /** Ciphertext for a bytea column. */
  async seal(reader: Reader, personId: string, plain: string): Promise<Buffer> {
    return (await this.unlock(reader, personId)).seal(plain);
  }

  /** Plain text of a column. Throws `PersonKeyGone` if the person was erased. */
  async open(reader: Reader, personId: string, sealed: Buffer): Promise<string> {
    return (await this.unlock(reader, personId)).open(sealed);
  }

  /** Erases the person: deletes the key for good. Answers whether there was one. */
  async shred(tx: Tx, personId: string): Promise<boolean> {
    return (await tx.execute('DELETE FROM person_key WHERE person_id = $1', [personId])) === 1;
  }

  /**
   * Wraps keys anew that are under an older master key, in the order of their persons from `after` on, and answers whose.
   * Throws where that older key was not given.
   */
  async rewrap(tx: Tx, { after, limit }: { readonly after: string; readonly limit: number }): Promise<string[]> {
    const rows = await tx.query<{ person_id: string; wrapped: Buffer }>(
      `SELECT person_id, wrapped FROM person_key
       WHERE person_id > $1 AND substring(wrapped FROM 1 FOR ${nameLength}) <> $2
       ORDER BY person_id LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [after, fingerprint(this.current()), limit],
    );
    for (const { person_id: id, wrapped } of rows)
      await tx.query('UPDATE person_key SET wrapped = $2 WHERE person_id = $1', [
        id,
        this.wrap(id, this.unwrap(id, wrapped)),
      ]);
    return rows.map(({ person_id: id }) => id);
  }

  /** How many keys an older master key of ours wraps, and how many one that we were not given. */
  async countKeys(reader: Reader): Promise<{ readonly older: number; readonly lost: number }> {
    const rows = await reader.query<{ name: Buffer; keys: number }>(
      `SELECT substring(wrapped FROM 1 FOR ${nameLength}) AS name, count(*)::int AS keys FROM person_key GROUP BY 1`,
    );
    const older = this.masterKeys.slice(1).map(fingerprint);
    const sum = (isOne: (name: Buffer) => boolean): number =>
      rows.reduce((total, { name, keys }) => (isOne(name) ? total + keys : total), 0);
    const isOlder = (name: Buffer): boolean => older.some((one) => one.equals(name));
    const isCurrent = (name: Buffer): boolean => fingerprint(this.current()).equals(name);
    return { older: sum(isOlder), lost: sum((name) => !isOlder(name) && !isCurrent(name)) };
  }

  /**
   * A keyed hash to look a value up or to hold it unique without knowing it. `purpose` (for instance `certificate`)
   * keeps the hashes of different columns apart; `canonical` is the value in the one form that the rules define.
   */
  blindIndex(purpose: string, canonical: string): Buffer {
    return createHmac('sha256', this.blindIndexKey).update(`${purpose.length}:${purpose}:${canonical}`).digest();
  }

  private current(): Buffer {
    const [current] = this.masterKeys;
    if (current === undefined) throw new Error('a vault needs a master key');
    return current;
  }

  private wrap(personId: string, key: Buffer): Buffer {
    const current = this.current();
    return Buffer.concat([fingerprint(current), sealBytes(current, key, `person-key ${personId}`)]);
  }

  private unwrap(personId: string, wrapped: Buffer): Buffer {
    const name = wrapped.subarray(0, nameLength);
    const master = this.masterKeys.find((key) => fingerprint(key).equals(name));
    if (master === undefined)
      throw new Error('the master key that wrapped this person key is not configured; add it to MASTER_KEY');
    return openBytes(master, wrapped.subarray(nameLength), `person-key ${personId}`);
  }
}
