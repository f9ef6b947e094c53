import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { problem } from '../http/problem-error';
import { specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { forgetOldAnswers, idempotent, type IdempotencyKey } from './idempotent';

jest.setTimeout(30_000);

const hashOf = (body: string): Buffer => createHash('sha256').update(body).digest();
const keyed = (key: string, more: Partial<IdempotencyKey> = {}): IdempotencyKey => ({
  account: 'a1',
  route: 'POST /v1/filings',
  key,
  bodyHash: hashOf('{}'),
  ...more,
});

describe('idempotent', () => {
  let own: SpecDatabase;
  beforeAll(async () => {
    own = await specDatabase('gateway');
  });
  afterAll(() => own.drop());

  it('rel R3 I-30 gives 50 parallel callers of one key one effect and 50 equal answers', async () => {
    let effects = 0;
    const work = async () => {
      await delay(50);
      return { status: 201, body: { z: ++effects, a: 'first' } };
    };
    const answers = await Promise.all(Array.from({ length: 50 }, () => idempotent(own.database, keyed('k1'), work)));
    expect(effects).toBe(1);
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body])))).toEqual(
      new Set(['[201,{"z":1,"a":"first"}]']),
    );
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('rel R3 refuses the same key with another body, and keeps users and routes apart', async () => {
    let effects = 0;
    const work = () => Promise.resolve({ status: 200, body: { effect: ++effects } });
    await idempotent(own.database, keyed('k2'), work);
    await expect(idempotent(own.database, keyed('k2', { bodyHash: hashOf('other') }), work)).rejects.toMatchObject({
      code: 'key-reused',
    });
    expect(effects).toBe(1);
    expect((await idempotent(own.database, keyed('k2', { account: 'a2' }), work)).body).toEqual({ effect: 2 });
    expect((await idempotent(own.database, keyed('k2', { route: 'POST /v1/other' }), work)).body).toEqual({
      effect: 3,
    });
  });

  it('rel R3 stores a refusal as the answer it is', async () => {
    let asked = 0;
    const work = () => {
      asked++;
      return problem('has-findings', { extra: { findings: ['x'] }, pointer: '/sites/0' });
    };
    const expected = { code: 'has-findings', details: { extra: { findings: ['x'] }, pointer: '/sites/0' } };
    await expect(idempotent(own.database, keyed('k3'), work)).rejects.toMatchObject(expected);
    await expect(idempotent(own.database, keyed('k3'), work)).rejects.toMatchObject(expected);
    expect(asked).toBe(1);
  });

  it('rel R3 lets the same key try again after a failure of ours, but not with another body', async () => {
    const key = keyed('k4');
    await expect(idempotent(own.database, key, () => Promise.reject(new Error('crash')))).rejects.toThrow('crash');
    await expect(idempotent(own.database, key, () => problem('temporarily-unavailable'))).rejects.toMatchObject({
      code: 'temporarily-unavailable',
    });
    const other = { ...key, bodyHash: hashOf('other') };
    await expect(
      idempotent(own.database, other, () => Promise.resolve({ status: 200, body: 1 })),
    ).rejects.toMatchObject({ code: 'key-reused' });
    expect(await idempotent(own.database, key, () => Promise.resolve({ status: 200, body: 1 }))).toEqual({
      status: 200,
      body: 1,
      replayed: false,
    });
  });

  it('takes over from a holder that died, and a late holder cannot overwrite the answer', async () => {
    const key = keyed('k5');
    let finishLate: () => void = () => undefined;
    const mayFinish = new Promise<void>((resolve) => (finishLate = resolve));
    const late = idempotent(own.database, key, async () => {
      await mayFinish;
      return { status: 200, body: 'late' };
    });
    while (
      (await own.database.execute(`UPDATE idempotency SET held_until = now() - interval '1 s' WHERE key = 'k5'`)) === 0
    )
      await delay(5);
    expect((await idempotent(own.database, key, () => Promise.resolve({ status: 200, body: 'second' }))).body).toBe(
      'second',
    );
    finishLate();
    await late;
    expect((await idempotent(own.database, key, () => Promise.reject(new Error('never')))).body).toBe('second');
  });

  it('rel R12 lets the next one in ten seconds after a holder died, and no sooner while it works', async () => {
    let finish: () => void = () => undefined;
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const left = async () =>
      (
        await own.database.query<{ s: string | null }>(
          `SELECT extract(epoch FROM held_until - now()) s FROM idempotency WHERE key = 'k8'`,
        )
      )[0]?.s;
    const first = idempotent(own.database, keyed('k8'), async () => {
      await mayFinish;
      return { status: 200, body: 'first' };
    });
    while ((await left()) === undefined) await delay(5);
    expect(Number(await left())).toBeLessThanOrEqual(10);
    await own.database.execute(`UPDATE idempotency SET held_until = now() + interval '1 s' WHERE key = 'k8'`);
    while (Number(await left()) < 5) await delay(50); // renewed by the holder itself, before it could be overtaken
    finish();
    expect((await first).body).toBe('first');
  });

  it('says in-progress when the holder is not done in time', async () => {
    let finish: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (finish = resolve));
    let first: Promise<unknown> = done;
    await new Promise<void>((begun) => {
      first = idempotent(own.database, keyed('k6'), async () => {
        begun();
        await done;
        return { status: 200, body: null };
      });
    });
    await expect(
      idempotent(own.database, keyed('k6'), () => Promise.resolve({ status: 200, body: 'x' })),
    ).rejects.toMatchObject({ code: 'in-progress' });
    finish();
    expect(await first).toMatchObject({ body: null });
  });

  it('forgets an answer after seven days', async () => {
    const again = () =>
      idempotent(own.database, keyed('k7', { bodyHash: hashOf('new') }), () =>
        Promise.resolve({ status: 200, body: 'new' }),
      );
    await idempotent(own.database, keyed('k7'), () => Promise.resolve({ status: 200, body: 'old' }));
    await own.database.query(`UPDATE idempotency SET created_at = now() - interval '7 days 1 second' WHERE key = 'k7'`);
    expect((await again()).body).toBe('new');
    await own.database.query(`UPDATE idempotency SET created_at = now() - interval '8 days' WHERE key = 'k7'`);
    expect(await forgetOldAnswers(own.database)).toBe(1);
  });
});
