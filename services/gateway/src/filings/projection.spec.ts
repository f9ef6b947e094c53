import { Kafka, logLevel } from 'kafkajs';
import type { FilingSnapshot } from '@beian/contracts';
import { newId, problem } from '@beian/platform';
import { testStack } from '@beian/testing';
import { snapshotOf, startGateway, type Somebody, type Stand } from '../gateway.spec-helper';
import { answerEverything } from '../spec-answers.spec-helper';

const topic = `spec.gateway-projection.${newId().toLowerCase()}`;
const { brokers } = testStack().kafka;
const kafka = new Kafka({ clientId: 'spec', brokers: [...brokers], logLevel: logLevel.NOTHING });
const producer = kafka.producer();

let stand: Stand;
let owner: Somebody;

beforeAll(async () => {
  stand = await startGateway({ VERIFICATION_TOPIC: topic });
  answerEverything(stand.services, async (id) => (await stand.filings.find(id)) ?? problem('not-found'));
  owner = await stand.somebody('applicant');
  await producer.connect();
}, 30_000);
afterAll(async () => {
  await producer.disconnect();
  await stand.close();
}, 30_000);

const next = (snapshot: FilingSnapshot, change: Partial<FilingSnapshot> = {}): FilingSnapshot => ({
  ...snapshot,
  version: snapshot.version + 1,
  ...change,
});

async function publish(...snapshots: readonly FilingSnapshot[]): Promise<void> {
  const messages = snapshots.map((snapshot) => ({
    key: snapshot.filingId,
    value: JSON.stringify({
      id: newId(),
      type: 'filing-moved',
      schemaVersion: 1,
      filingId: snapshot.filingId,
      sequence: snapshot.version,
      at: snapshot.at,
      data: { snapshot },
    }),
  }));
  await producer.send({ topic, messages });
}

/** Reads the stream of a filing; `next` waits for the next event, bounded by the test's own time. */
async function stream(filingId: string, as = owner, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const response = await fetch(`${stand.url}/v1/filings/${filingId}/events`, {
    headers: { authorization: `Bearer ${as.token}`, ...headers },
    signal: abort.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const nextEvent = async (): Promise<{ id: number; data: { stage: string; version: number } } | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const [block, rest] = [text.slice(0, end), text.slice(end + 2)];
        text = rest;
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) return { id: Number(/^id: (\d+)$/m.exec(block)?.[1]), data: JSON.parse(data) as never };
        continue;
      }
      const read = await reader?.read();
      if (read === undefined || read.done) return undefined;
      text += read.value;
    }
  };
  return { response, next: nextEvent, close: () => abort.abort() };
}

describe('the projection', () => {
  it('follows the events of verification', async () => {
    const first = snapshotOf(owner.accountId);
    const second = next(first, { stage: 'provider-review', waitingOn: 'provider', submission: 1 });
    await stand.filings.take(first);
    const events = await stream(first.filingId);
    expect((await events.next())?.id).toBe(1);
    await publish(second);
    expect(await events.next()).toMatchObject({ id: 2, data: { stage: 'provider-review' } });
    events.close();
    expect((await stand.call(`GET /v1/filings/${first.filingId}`, { as: owner })).body).toMatchObject({
      version: 2,
      stage: 'provider-review',
    });
  }, 30_000);

  it('keeps the newest version, in whatever order they come, and every one in the time line', async () => {
    const first = snapshotOf(owner.accountId);
    const second = next(first, { stage: 'provider-review' });
    const third = next(second, { stage: 'returned' });
    for (const snapshot of [second, third, first, second, third]) await stand.filings.take(snapshot);
    expect((await stand.filings.find(first.filingId))?.stage).toBe('returned');
    const { body } = await stand.call(`GET /v1/filings/${first.filingId}/history`, { as: owner });
    expect(body.items).toEqual([first, second, third]);
  });

  it('is not shaken by many at once', async () => {
    const first = snapshotOf(owner.accountId);
    const all = Array.from({ length: 40 }, (_, index) => ({ ...first, version: index + 1 }));
    await Promise.all(all.map((snapshot) => stand.filings.take(snapshot)));
    expect((await stand.filings.find(first.filingId))?.version).toBe(40);
  });

  it('never changes whose a filing is', async () => {
    const mine = await stand.filingOf(owner);
    const thief = await stand.somebody('applicant');
    await stand.filings.take(next(mine, { owner: thief.accountId }));
    const listed = await stand.call('GET /v1/filings', { as: thief });
    expect(listed.body.items).toEqual([]);
    expect((await stand.call(`GET /v1/filings/${mine.filingId}`, { as: thief })).status).toBe(404);
    expect((await stand.call(`GET /v1/filings/${mine.filingId}`, { as: owner })).body).toMatchObject({ version: 1 });
  });
});

describe('the stream of a filing', () => {
  it('begins with where it stands, and goes on after the version seen last', async () => {
    const first = await stand.filingOf(owner);
    const second = next(first, { stage: 'provider-review' });
    const third = next(second, { stage: 'returned' });
    await stand.filings.take(second);
    await stand.filings.take(third);
    const fresh = await stream(first.filingId);
    expect(fresh.response.headers.get('content-type')).toContain('text/event-stream');
    expect((await fresh.next())?.id).toBe(3);
    fresh.close();
    const resumed = await stream(first.filingId, owner, { 'last-event-id': '1' });
    expect([(await resumed.next())?.id, (await resumed.next())?.id]).toEqual([2, 3]);
    resumed.close();
  });

  it('misses nothing while a hundred versions pass', async () => {
    const first = await stand.filingOf(owner);
    const events = await stream(first.filingId);
    const seen: number[] = [(await events.next())?.id ?? 0];
    const writing = (async () => {
      let snapshot = first;
      for (let i = 0; i < 100; i++) {
        snapshot = next(snapshot);
        await stand.filings.take(snapshot);
      }
    })();
    while ((seen.at(-1) ?? 0) < 101) seen.push((await events.next())?.id ?? Number.NaN);
    await writing;
    events.close();
    expect(seen).toEqual(Array.from({ length: 101 }, (_, index) => index + 1));
  }, 20_000);

  it('goes on after its connection to the database broke, and misses nothing of that time', async () => {
    const first = await stand.filingOf(owner);
    const events = await stream(first.filingId);
    expect((await events.next())?.id).toBe(1);
    const broken = await stand.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'gateway-feed' AND datname = current_database()`,
    );
    expect(broken).toHaveLength(1);
    const second = next(first, { stage: 'provider-review' });
    await stand.filings.take(second);
    expect((await events.next())?.id).toBe(2);
    await stand.filings.take(next(second));
    expect((await events.next())?.id).toBe(3);
    events.close();
  });

  it('ends for an agent when his mandate does', async () => {
    const agent = await stand.somebody('agent');
    const filing = await stand.filingOf(owner);
    const give = { as: owner, key: newId(), body: { filingId: filing.filingId, agent: agent.accountId } };
    const { body } = await stand.call('POST /v1/mandates', give);
    const events = await stream(filing.filingId, agent);
    expect((await events.next())?.id).toBe(1);
    await stand.call(`DELETE /v1/mandates/${(body as { mandateId: string }).mandateId}`, { as: owner });
    await stand.filings.take(next(filing));
    expect(await events.next()).toBeUndefined();
  });

  it('is refused to strangers as not found, and with a version that is none', async () => {
    const filing = await stand.filingOf(owner);
    const stranger = await stand.somebody('applicant');
    expect((await stream(filing.filingId, stranger)).response.status).toBe(404);
    expect((await stream(filing.filingId, owner, { 'last-event-id': 'x' })).response.status).toBe(400);
  });

  it('is open twenty times per account, and no more', async () => {
    const busy = await stand.somebody('applicant');
    const { filingId } = await stand.filingOf(busy);
    const open = await Promise.all(Array.from({ length: 20 }, () => stream(filingId, busy)));
    expect((await stream(filingId, busy)).response.status).toBe(429);
    for (const events of open) events.close();
  });
});

describe('the list of filings', () => {
  it('is paged by cursor, newest first, each once', async () => {
    const busy = await stand.somebody('applicant');
    for (let i = 0; i < 45; i++) await stand.filingOf(busy);
    const ids: string[] = [];
    let query = '';
    for (let page = 0; page < 5; page++) {
      const { body } = await stand.call(`GET /v1/filings${query}`, { as: busy });
      ids.push(...(body.items as { filingId: string }[]).map(({ filingId }) => filingId));
      if (body.next === undefined) break;
      query = `?cursor=${body.next as string}`;
    }
    expect(ids).toHaveLength(45);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
  });

  it('shows applicants their own and staff all, by stage, province, type, whose turn and overdue', async () => {
    const [one, two] = await Promise.all([stand.somebody('applicant'), stand.somebody('applicant')]);
    const overdue = {
      overdue: true,
      provisional: false,
      onHold: false,
      parked: false,
      rePlanned: false,
      cancelRefused: false,
    };
    const mine = await stand.filingOf(one, {
      province: '64',
      stage: 'provider-review',
      waitingOn: 'provider',
      flags: overdue,
    });
    await stand.filingOf(two, { province: '64' });
    const operator = await stand.somebody('operator');
    const count = async (as: Somebody, query: string) => {
      const { body } = await stand.call(`GET /v1/filings?province=64${query}`, { as });
      return (body.items as { filingId: string }[]).map(({ filingId }) => filingId);
    };
    expect(await count(one, '')).toEqual([mine.filingId]);
    expect(await count(operator, '')).toHaveLength(2);
    for (const query of [
      '&stage=provider-review',
      '&waitingOn=provider',
      '&overdue=true',
      '&filingType=FIRST&stage=provider-review',
    ]) {
      expect(await count(operator, query)).toEqual([mine.filingId]);
    }
    expect(await count(operator, '&overdue=false')).toHaveLength(1);
  });

  it('takes somebody else’s cursor as a position only', async () => {
    const [one, two] = await Promise.all([stand.somebody('applicant'), stand.somebody('applicant')]);
    const old = await stand.filingOf(one);
    for (let i = 0; i < 21; i++) await stand.filingOf(two);
    const { body } = await stand.call('GET /v1/filings', { as: two });
    const { body: seen } = await stand.call(`GET /v1/filings?cursor=${body.next as string}`, { as: one });
    expect((seen.items as { filingId: string }[]).map(({ filingId }) => filingId)).toEqual([old.filingId]);
  });
});
