import type { LockedSubject, RulePackId } from '@beian/contracts';
import { audit, type Clock, type Database, problem } from '@beian/platform';
import { canonicalNumber } from '@beian/rules';
import type { SubjectPart, SubjectStore } from './subject.store';

export interface OpenDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly subjects: SubjectStore;
  readonly clock: Clock;
}

export interface Opening extends LockedSubject {
  readonly accountId: string;
  readonly pack: RulePackId;
  readonly asOf: string;
}

/**
 * Opens the subject's part with what *Verify Filing Type* fixed (rules.md 1.2). The same opening again answers the same
 * part, filled in or not. Refuses other facts for a filing that is open (T17), and a filing of another account as absent.
 */
export function openSubject(
  { database, subjects, clock }: OpenDeps,
  filingId: string,
  opening: Opening,
): Promise<SubjectPart> {
  const { accountId, pack, asOf, ...typed } = opening;
  const locked = { ...typed, certificateNumber: canonicalNumber(typed.certificateNumber) };
  return database.transaction(async (tx) => {
    const at = clock.now();
    const isNew = await subjects.open(tx, { filingId, accountId, pack, asOf, locked, at });
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

const isSame = (one: LockedSubject, other: LockedSubject): boolean =>
  (['province', 'city', 'district', 'nature', 'certificateType', 'certificateNumber', 'filingType'] as const).every(
    (field) => one[field] === other[field],
  );
