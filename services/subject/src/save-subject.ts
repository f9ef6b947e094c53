import type { AdministratorKey, PersonDraft, SubjectDraft } from '@beian/contracts';
import { audit, type Clock, type Database, filingMark, problem } from '@beian/platform';
import { canonicalMobile, canonicalNumber } from '@beian/rules';
import { differences, mayAlter } from './filed-subject';
import type { PinStore } from './pin.store';
import { viewOf } from './subject-view';
import type { SubjectPart, SubjectStore } from './subject.store';

export interface SaveDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly subjects: SubjectStore;
  readonly pins: PinStore;
  readonly clock: Clock;
  readonly hmacKey: Buffer;
}

export interface Save {
  readonly accountId: string;
  readonly version: number;
  readonly draft: SubjectDraft;
}

/**
 * Saves a draft over the version its writer had read. Refuses `not-found` to other accounts, `stale-version` with both
 * versions if somebody saved before, `not-allowed-now` while the part is pinned by a submission or the filing is over.
 * What *Verify Filing Type* fixed is not part of a draft, so it cannot be edited here (T17).
 */
export function saveSubject(
  { database, subjects, pins, clock, hmacKey }: SaveDeps,
  filingId: string,
  save: Save,
): Promise<SubjectPart> {
  const { accountId, version } = save;
  const draft = tidied(save.draft);
  return database.transaction(async (tx) => {
    const part = (await subjects.read(tx, filingId, { accountId, hold: true })) ?? problem('not-found');
    if (part.closed || (await pins.running(tx, filingId)) !== undefined) return problem('not-allowed-now');
    refuseOutOfScope(part, draft, hmacKey);
    const at = clock.now();
    const saved = part.version === version && (await subjects.save(tx, { part, draft, at }));
    if (!saved) return problem('stale-version', { extra: { current: viewOf(part), yours: { version, draft } } });
    await audit.append(tx, {
      actor: accountId,
      action: 'subject-saved',
      object: `filing/${filingId}`,
      at,
      details: { version: version + 1, administrators: Object.keys(draft.administrators) },
    });
    return (await subjects.read(tx, filingId)) ?? problem('not-found');
  });
}

/** What a change is not about, and anything in a cancellation, stays as it is filed (rules.md 1.1, 9.7). */
function refuseOutOfScope({ filed, filingId, locked }: SubjectPart, draft: SubjectDraft, hmacKey: Buffer): void {
  if (filed === undefined) return;
  const may = mayAlter(locked.filingType);
  const differs = differences(filed, draft, (canonical) => filingMark(hmacKey, filingId, canonical));
  const detail = `a filing of type ${locked.filingType} does not alter this`;
  if (differs.own && !may.own) problem('not-allowed-now', { pointer: '/subject', detail });
  if (differs.siteAdministrators && !may.siteAdministrators)
    problem('not-allowed-now', { pointer: '/subject/administrators', detail });
}

/** Numbers in the one form in which they are compared and shown (B-1.3, B-2.1, B-6); names stay as they were typed. */
function tidied(draft: SubjectDraft): SubjectDraft {
  const persons = Object.entries(draft.administrators) as [AdministratorKey, PersonDraft][];
  return { ...draft, administrators: Object.fromEntries(persons.map(([key, person]) => [key, tidiedPerson(person)])) };
}

const tidiedPerson = (person: PersonDraft): PersonDraft => ({
  ...person,
  ...(person.certificateNumber === undefined ? {} : { certificateNumber: canonicalNumber(person.certificateNumber) }),
  ...(person.mobile === undefined ? {} : { mobile: canonicalMobile(person.mobile) }),
  ...(person.emergencyMobile === undefined ? {} : { emergencyMobile: canonicalMobile(person.emergencyMobile) }),
});
