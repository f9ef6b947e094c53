import type { FilingId } from '@beian/contracts';
import type { PersonKey, PersonVault, Tx } from '@beian/platform';

/**
 * The key under which free text of one filing is sealed. It is one "person" for the vault: shredding it erases every reason,
 * note and address that people wrote about this filing at once.
 */
export const filingKeyName = (filingId: FilingId): string => `filing:${filingId}`;

/** The filing's key, made at its first use. */
export async function filingKey(vault: PersonVault, tx: Tx, filingId: FilingId): Promise<PersonKey> {
  await vault.newPersonKey(tx, filingKeyName(filingId));
  return vault.unlock(tx, filingKeyName(filingId));
}

/** Ciphertext of a text that somebody wrote about this filing. */
export async function sealForFiling(
  vault: PersonVault,
  tx: Tx,
  { filingId, plain }: { readonly filingId: FilingId; readonly plain: string },
): Promise<Buffer> {
  return (await filingKey(vault, tx, filingId)).seal(plain);
}
