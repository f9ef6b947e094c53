import type { CertificateType } from '@beian/contracts';
import type { Database, PersonVault } from '@beian/platform';
import { certificateIndex } from './blind-indexes';
import type { RegisterStore } from './register.store';

export interface StandingDeps {
  readonly database: Database;
  readonly register: RegisterStore;
  readonly vault: PersonVault;
}

export interface Standing {
  readonly held: 'no' | 'same-account' | 'other-account';
  readonly runningOrder: boolean;
  readonly openDraft?: string;
}

/**
 * What is known here of a certificate, for *Verify Filing Type* (rules.md 1.3, decisions 36). The same two statements
 * whatever the answer, and never whose a foreign order or subject is (A17).
 */
export async function tellStanding(
  { database, register, vault }: StandingDeps,
  query: { readonly accountId: string; readonly certificateType: CertificateType; readonly certificateNumber: string },
): Promise<Standing> {
  const index = certificateIndex(vault, query);
  const [use, openDraft] = await Promise.all([
    register.useOf(database, index),
    register.openDraft(database, query.accountId, index),
  ]);
  const heldHere = use.heldBy === query.accountId ? 'same-account' : 'other-account';
  return {
    held: use.heldBy === undefined ? 'no' : heldHere,
    runningOrder: use.running !== undefined,
    ...(openDraft === undefined ? {} : { openDraft }),
  };
}
