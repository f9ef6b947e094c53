import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { ApiCaller, enterpriseInTianjin } from '@beian/infra';
import { DossierStore } from '@beian/platform';
import { Journey } from './journey';
import { inTables, objects } from './plant-drift';
import { theScene } from './scene';

const root = join(__dirname, '..', '..');
const dataDir = dirname(process.env['BEIAN_STORY_STACK'] ?? '');
const words = '名称与经营范围不符';
const anyKey = Buffer.from('JH5/O3Z3oWTV6deGJPtM3y0Vb+AB6tRxiQSQ3G8rziQ=', 'base64');
/** Three quarters of a minute: no pin that is under way beside this story is that old. */
const grace = ['--grace-days', '0.0005'];

/** `npm run operate -- …` against the stack of the stories; what it says. */
function operate(...args: readonly string[]): string {
  const command = [join(root, 'infra', 'bin', 'beian.mjs'), 'operate', ...args, '--data', dataDir];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) as string });
  return stdout;
}

/** A filing that a reviewer returned in words and its applicant gave up, half a year and a day ago. */
async function longGivenUp(): Promise<Journey> {
  const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'provider-review' });
  const reasons = [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: words }];
  await journey.reviewer.review(journey.filingId, { decision: 'return', reasons });
  await journey.untilStage('returned');
  await journey.mustAct('abandon');
  await journey.untilStage('abandoned');
  await inTables(`UPDATE verification.filing SET ended_at = now() - interval '181 days' WHERE filing_id = $1`, [
    journey.filingId,
  ]);
  return journey;
}

const reasonsOf = ({ applicant, filingId }: Journey) =>
  applicant.api.must('GET', `/v1/filings/${filingId}/reasons`) as Promise<unknown>;

/** The bucket of dossiers by a connection of its own: one kept open dies while a command holds this process up. */
async function inBucket<T>(work: (dossiers: DossierStore) => Promise<T>): Promise<T> {
  const { store, bucket } = objects('beian-dossiers');
  const dossiers = new DossierStore({ objects: store, bucket, publicKeys: { authority: anyKey } });
  return work(dossiers).finally(() => store.close());
}

describe('what is kept of a filing that ended (18, I-27)', () => {
  it('words and dossiers go after their period, not before a legal hold is lifted; code and place stay', async () => {
    const scene = theScene();
    const operator = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf('operator-ma'), scene.patienceSeconds);
    const journey = await longGivenUp();
    const hold = (held: boolean) =>
      operator.post(`/v1/operator/filings/${journey.filingId}/legal-hold`, {
        body: { held, reason: 'court order 17' },
      });

    expect(await hold(true)).toMatchObject({ status: 204 });
    operate('retention');
    expect(JSON.stringify(await reasonsOf(journey))).toContain(words);

    expect(await hold(false)).toMatchObject({ status: 204 });
    expect(operate('retention', '--dry-run')).toMatch(/words of [1-9]\d* filings.*nothing was erased/);
    expect(JSON.stringify(await reasonsOf(journey))).toContain(words);

    expect(operate('retention')).toMatch(/words of [1-9]\d* filings.*: erased/);
    const left = JSON.stringify(await reasonsOf(journey));
    expect(left).toContain('SITE_NAME');
    expect(left).not.toContain(words);
  });

  it('a dossier that no filing refers to is named by a dry run and removed; those of a filing stay (I-16)', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'authority-review' });
    const { filingId } = journey;
    const orphan = await inBucket((dossiers) =>
      dossiers.put({ recipient: 'authority', filingId, submission: 1, content: {} }),
    );
    const keys = async () => {
      const before = new Date(Date.now() + 60_000);
      const { keys: all } = await inBucket((dossiers) => dossiers.old({ before, after: filingId, limit: 50 }));
      return all.filter((key) => key.startsWith(filingId));
    };
    const own = (await keys()).filter((key) => key !== orphan.key);
    expect(own.length).toBeGreaterThan(3);

    expect(operate('dossiers')).not.toContain(orphan.key); // not old enough
    const dry = operate('dossiers', '--dry-run', '--grace-days', '0');
    expect(dry).toContain(orphan.key);
    for (const key of own) expect(dry).not.toContain(key);
    expect(await keys()).toContain(orphan.key);

    const giveUpAt = Date.now() + 120_000;
    while ((await keys()).includes(orphan.key) && Date.now() < giveUpAt) operate('dossiers', ...grace);
    expect(await keys()).toEqual(own);
  });
});
