import { newId } from '@beian/platform';
import { emptyDatabase, type EmptyDatabase } from '@beian/testing';
import { openSubject } from './open-subject';
import { pinSubject } from './pin-subject';
import { readRecord } from './read-record';
import { saveSubject } from './save-subject';
import { aDraft, anOpening, aSubmission, canaries, subjectDeps } from './subject.fixture';
import { migrations } from './subject-tables.migration';

let own: EmptyDatabase;
let deps: ReturnType<typeof subjectDeps>;

beforeAll(async () => {
  own = await emptyDatabase('subject', migrations);
  const put = async ({ recipient }: { recipient: string }) => ({ recipient, key: newId(), sha256: '0'.repeat(64) });
  deps = subjectDeps({ database: own.database, dossiers: { put, remove: async () => undefined } as never });
});
afterAll(() => own.drop());

async function pinned() {
  const filingId = newId();
  const opening = anOpening();
  const { version } = await openSubject(deps, filingId, opening);
  await saveSubject(deps, filingId, { accountId: opening.accountId, version, draft: aDraft() });
  const answer = await pinSubject(deps, aSubmission(filingId));
  if (!answer.ok) throw new Error('not pinned');
  return { filingId, accountId: opening.accountId };
}

it('the record of a subject: its owner sees what he submitted, staff sees it masked, a stranger nothing, an erased person is gone', async () => {
  const { filingId, accountId } = await pinned();
  const { revisions } = await readRecord(deps, filingId, accountId);
  expect(revisions).toMatchObject([{ revision: 1, submission: 1, state: 'pinned' }]);
  expect(revisions[0]?.form?.draft).toMatchObject({ name: aDraft().name });
  expect(revisions[0]?.form?.draft.administrators['subject-administrator']).toMatchObject({ name: '林金丝' });

  const masked = JSON.stringify(await readRecord(deps, filingId, undefined));
  // City and district stay readable for staff, as codes and dates do.
  expect(canaries.filter((canary) => canary !== '西湖' && masked.includes(canary))).toEqual([]);
  await expect(readRecord(deps, filingId, newId())).rejects.toMatchObject({ code: 'not-found' });

  const [person] = await own.database.query<{ person_id: string }>(
    'SELECT person_id FROM subject_revision_person WHERE filing_id = $1',
    [filingId],
  );
  await own.database.transaction((tx) => deps.vault.shred(tx, person?.person_id ?? ''));
  expect((await readRecord(deps, filingId, accountId)).revisions[0]).not.toHaveProperty('form');
});
