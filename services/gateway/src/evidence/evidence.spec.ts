import { createPublicKey } from 'node:crypto';
import type { FilingSnapshot } from '@beian/contracts';
import { problem, verifyEvidence } from '@beian/platform';
import { unzipSync } from 'fflate';
import { startGateway, type Somebody, type Stand } from '../gateway.spec-helper';
import { answerEverything, subjectPart } from '../spec-answers.spec-helper';

let stand: Stand;
let owner: Somebody;
let filing: FilingSnapshot;

beforeAll(async () => {
  stand = await startGateway();
  owner = await stand.somebody('applicant');
  filing = await stand.filingOf(owner);
});
afterAll(() => stand.close());
beforeEach(() => {
  for (const service of Object.values(stand.services)) service.forget();
  answerEverything(stand.services, async (id) => (await stand.filings.find(id)) ?? problem('not-found'));
  const { locked, draft } = subjectPart();
  stand.services.subject.on('GET /internal/filings/:id/record', () => ({
    revisions: [
      {
        revision: 1,
        submission: 1,
        state: 'pinned',
        at: '2018-06-01T01:00:00.000Z',
        mark: 'm',
        form: { locked, draft },
      },
    ],
  }));
});

const take = async (by: Somebody) => {
  const response = await fetch(`${stand.url}/v1/filings/${filing.filingId}/evidence`, {
    headers: { authorization: `Bearer ${by.token}` },
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};
const askedForSubject = () => stand.services.subject.of('GET /internal/filings/:id/record').map(({ path }) => path);

describe('the evidence pack of a filing (14)', () => {
  it('is a signed ZIP that its owner checks with the public key alone', async () => {
    const { status, headers, bytes } = await take(owner);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/zip');
    expect(headers.get('cache-control')).toBe('no-store');
    const { body } = await stand.call('GET /v1/evidence-key', { as: owner });
    const verdict = verifyEvidence(bytes, createPublicKey((body as { publicKey: string }).publicKey));
    expect(verdict).toMatchObject({ genuine: true, faults: [], manifest: { filingId: filing.filingId } });
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual(
      expect.arrayContaining([
        'decisions.json',
        'filing.json',
        'messages.json',
        'subject/revision-1.json',
        'time-line.json',
      ]),
    );
    expect(JSON.parse(Buffer.from(files['filing.json'] ?? []).toString())).toMatchObject({ filingId: filing.filingId });
  });

  it('asks for the persons in clear for the owner only; an auditor gets them masked', async () => {
    await take(owner);
    expect(askedForSubject()).toEqual([expect.stringContaining(`accountId=${owner.accountId}`)]);
    stand.services.subject.forget();
    const auditor = await stand.somebody('auditor');
    stand.services.subject.on('GET /internal/filings/:id/record', () => ({ revisions: [] }));
    expect((await take(auditor)).status).toBe(200);
    expect(askedForSubject()).toEqual([expect.not.stringContaining('accountId')]);
  });

  it('is audited with who took it, before it is given', async () => {
    const auditor = await stand.somebody('auditor');
    await take(auditor);
    const rows = await stand.database.query<{ actor: string }>(
      `SELECT actor FROM audit WHERE action = 'evidence-taken' AND object = $1 AND actor = $2`,
      [`filing/${filing.filingId}`, auditor.accountId],
    );
    expect(rows).toHaveLength(1);
  });

  it('is nobody else’s', async () => {
    expect((await take(await stand.somebody('applicant'))).status).toBe(404);
    expect((await take(await stand.somebody('reviewer'))).status).toBe(403);
    expect((await take(await stand.somebody('operator'))).status).toBe(403);
  });
});
