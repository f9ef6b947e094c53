import { randomUUID } from 'node:crypto';
import { newId, problem } from '@beian/platform';
import { startGateway, type Somebody, type Stand } from '../gateway.spec-helper';
import { answerEverything, sitePart } from '../spec-answers.spec-helper';

let stand: Stand;
let owner: Somebody;
let filingId: string;
const adds = () => stand.services.website.of('POST /internal/filings/:id/sites');

beforeAll(async () => {
  stand = await startGateway();
});
afterAll(() => stand.close());
beforeEach(async () => {
  answerEverything(stand.services, async (id) => (await stand.filings.find(id)) ?? problem('not-found'));
  owner = await stand.somebody('applicant');
  ({ filingId } = await stand.filingOf(owner));
  stand.services.website.forget();
});

const add = (key: string, body: unknown = { name: '试验' }, as = owner, id = filingId) =>
  stand.call(`POST /v1/filings/${id}/sites`, { as, key, body });

describe('an act under a key', () => {
  it('asked fifty times at once has one effect and fifty equal answers', async () => {
    stand.services.website.on('POST /internal/filings/:id/sites', () => ({ ...sitePart(1), siteId: newId() }));
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => add(key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(49);
    expect(adds()).toHaveLength(1);
  });

  it('is the same act when only the order of its keys differs', async () => {
    const key = randomUUID();
    await add(key, { name: '试验', remark: 'a' });
    expect((await add(key, { remark: 'a', name: '试验' })).status).toBe(201);
    expect(adds()).toHaveLength(1);
  });

  it('refuses another body, and does nothing', async () => {
    const key = randomUUID();
    await add(key);
    const { status, body } = await add(key, { name: '另一个' });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'key-reused' });
    expect(adds()).toHaveLength(1);
  });

  it('belongs to its account and its route: others use the same key for themselves', async () => {
    const key = randomUUID();
    const other = await stand.somebody('applicant');
    const theirs = await stand.filingOf(other);
    const second = await stand.filingOf(owner);
    const answers = await Promise.all([
      add(key),
      add(key, undefined, other, theirs.filingId),
      add(key, undefined, owner, second.filingId),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(adds()).toHaveLength(3);
  });

  it('keeps a refusal as its answer', async () => {
    const key = randomUUID();
    stand.services.website.on('POST /internal/filings/:id/sites', () => problem('not-allowed-now'));
    expect((await add(key)).status).toBe(409);
    stand.services.website.on('POST /internal/filings/:id/sites', () => sitePart(1));
    expect((await add(key)).status).toBe(409);
    expect(adds()).toHaveLength(1);
  });

  it('keeps no failure: once the service is back the same key does it', async () => {
    const key = randomUUID();
    stand.services.website.on('POST /internal/filings/:id/sites', () => problem('temporarily-unavailable'));
    expect((await add(key)).status).toBe(503);
    stand.services.website.on('POST /internal/filings/:id/sites', () => sitePart(1));
    expect((await add(key)).status).toBe(201);
  });

  it.each([
    ['', 'key-missing'],
    ['x'.repeat(256), 'key-missing'],
    ['with space', 'key-missing'],
  ])('needs a key of visible characters: "%s" is none', async (key, code) => {
    const { status, body } = await add(key);
    expect({ status, code: body.code }).toEqual({ status: 400, code });
  });

  it('does not keep a body that could be guessed from what is stored', async () => {
    const key = randomUUID();
    await add(key, { name: '试验' });
    const [row] = await stand.database.query<{ kept: string }>(
      `SELECT encode(body_hash, 'hex') AS kept FROM idempotency WHERE key = $1`,
      [key],
    );
    const { createHash } = await import('node:crypto');
    expect(row?.kept).not.toBe(createHash('sha256').update('{"name":"试验"}').digest('hex'));
  });
});
