import { randomInt } from 'node:crypto';
import type { FilingId } from '@beian/contracts';
import type { PersonVault } from '@beian/platform';
import { canonicalMobile } from '@beian/rules';

/** Keyed hashes of what is entered (rules.md 8.4), each bound to its filing: what the tables hold instead of the values. */
export class PhoneMarks {
  constructor(private readonly vault: Pick<PersonVault, 'blindIndex'>) {}

  mobile(filingId: FilingId, mobile: string): Buffer {
    return this.vault.blindIndex('phone-entry-mobile', `${filingId} ${canonicalMobile(mobile)}`);
  }

  /** The last six characters; full-width brackets and small letters are the same (Hong Kong and Macau permits, 8.4). */
  tail(filingId: FilingId, tail: string): Buffer {
    return this.vault.blindIndex('phone-entry-tail', `${filingId} ${tail.normalize('NFKC').toUpperCase()}`);
  }

  code(codeId: string, code: string): Buffer {
    return this.vault.blindIndex('phone-code', `${codeId} ${code}`);
  }
}

/** Six random digits. */
export const newPhoneCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');
