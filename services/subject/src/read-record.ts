import type { AdministratorKey, LockedSubject, PersonDraft, SubjectDraft } from '@beian/contracts';
import type { subjectRecordSchema } from '@beian/contracts/schemas';
import { PersonKeyGone, problem, type Database, type PersonVault } from '@beian/platform';
import type { z } from 'zod';
import { maskPart } from './mask-subject';
import type { SubjectStore } from './subject.store';

type Revision = z.output<typeof subjectRecordSchema>['revisions'][number];

interface RevisionRow {
  readonly revision: number;
  readonly submission: number;
  readonly state: Revision['state'];
  readonly at: Date;
  readonly mark: string;
  readonly holder_id: string;
  readonly sealed: Buffer;
}

interface PersonRow {
  readonly key: AdministratorKey;
  readonly person_id: string;
  readonly sealed: Buffer;
}

export interface RecordDeps {
  readonly database: Database;
  readonly subjects: SubjectStore;
  readonly vault: PersonVault;
}

/** Every revision as it was submitted, oldest first: in clear for the owner, masked for staff (I-25). */
export async function readRecord(
  deps: RecordDeps,
  filingId: string,
  accountId: string | undefined,
): Promise<z.output<typeof subjectRecordSchema>> {
  const { database, subjects } = deps;
  const known = await subjects.readRow(database, filingId, accountId === undefined ? {} : { accountId });
  if (known === undefined) return problem('not-found');
  const rows = await database.query<RevisionRow>(
    `SELECT r.revision, r.submission, r.at, r.mark, r.holder_id, r.sealed,
            coalesce((SELECT p.state FROM subject_pin p
                       WHERE p.filing_id = r.filing_id AND p.submission = r.submission), 'undone') AS state
       FROM subject_revision r WHERE r.filing_id = $1 ORDER BY r.revision`,
    [filingId],
  );
  const revisions: Revision[] = [];
  for (const row of rows) {
    const { revision, submission, state, at, mark } = row;
    const form = await openForm(deps, filingId, row);
    const shown = form && accountId === undefined ? maskPart(form) : form;
    revisions.push({ revision, submission, state, mark, at: at.toISOString(), ...(shown ? { form: shown } : {}) });
  }
  return { revisions };
}

/** Undefined once a person in it was erased: a revision is whole or not shown. */
async function openForm({ database, vault }: RecordDeps, filingId: string, row: RevisionRow) {
  try {
    const { locked, ...holder } = JSON.parse(await vault.open(database, row.holder_id, row.sealed)) as {
      locked: LockedSubject;
    } & Omit<SubjectDraft, 'administrators'>;
    const persons = await database.query<PersonRow>(
      'SELECT key, person_id, sealed FROM subject_revision_person WHERE filing_id = $1 AND revision = $2',
      [filingId, row.revision],
    );
    const administrators: Partial<Record<AdministratorKey, PersonDraft>> = {};
    for (const { key, person_id: personId, sealed } of persons)
      administrators[key] = JSON.parse(await vault.open(database, personId, sealed)) as PersonDraft;
    return { locked, draft: { ...holder, administrators } };
  } catch (error) {
    if (error instanceof PersonKeyGone) return undefined;
    throw error;
  }
}
