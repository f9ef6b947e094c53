import type { LockedSubject, RulePackId } from '@beian/contracts';
import { audit, type PersonVault, problem, type Tx } from '@beian/platform';
import { canonicalNumber } from '@beian/rules';
import { certificateIndex } from './blind-indexes';
import { beginsAsFiled } from './filed-subject';
import { beginAsFiled, type OpenFiledDeps } from './open-filed-subject';
import type { NewPart, SubjectPart } from './subject.store';

export type OpenDeps = OpenFiledDeps & { readonly vault: PersonVault };

export interface Opening extends LockedSubject {
  readonly accountId: string;
  readonly pack: RulePackId;
  readonly asOf: string;
}

/**
 * Opens the subject's part with what *Verify Filing Type* fixed (rules.md 1.2); a subject that is filed here begins as it
 * is filed. The same opening again answers the same
 * part, filled in or not. Refuses other facts for a filing that is open (T17), and a filing of another account as absent.
 */
export function openSubject(deps: OpenDeps, filingId: string, opening: Opening): Promise<SubjectPart> {
  const { database, subjects, clock } = deps;
  const { accountId, pack, asOf, ...typed } = opening;
  const locked = { ...typed, certificateNumber: canonicalNumber(typed.certificateNumber) };
  return database.transaction(async (tx) => {
    const at = clock.now();
    const isNew = await open(deps, tx, { filingId, accountId, pack, asOf, locked, at });
    const part = (await subjects.read(tx, filingId, { accountId })) ?? problem('not-found');
    if (!isNew)
      return isSame(part.locked, locked)
        ? part
        : problem('not-allowed-now', { detail: 'the filing was opened with other facts' });
    await audit.append(tx, {
      actor: accountId,
      action: 'subject-opened',
      object: `filing/${filingId}`,
      at,
      details: { province: locked.province, nature: locked.nature, filingType: locked.filingType, pack, asOf },
    });
    return part;
  });
}

/** Empty; where the subject is filed with this provider it begins as it is filed. */
async function open(deps: OpenDeps, tx: Tx, part: NewPart): Promise<boolean> {
  const { subjects, register, vault } = deps;
  if (beginsAsFiled(part.locked) && (await subjects.readRow(tx, part.filingId)) === undefined) {
    const by = { certificateIndex: certificateIndex(vault, part.locked) };
    const filed = await register.filed(tx, part.accountId, by);
    if (filed !== undefined && (await beginAsFiled(deps, tx, { part, filed }))) return true;
  }
  return subjects.open(tx, part);
}

const isSame = (one: LockedSubject, other: LockedSubject): boolean =>
  (['province', 'city', 'district', 'nature', 'certificateType', 'certificateNumber', 'filingType'] as const).every(
    (field) => one[field] === other[field],
  );
