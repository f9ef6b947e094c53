import { randomBytes } from 'node:crypto';
import { developmentEnvironment, problem, signCallback } from '@beian/platform';
import { startGateway, type Stand } from '../gateway.spec-helper';

const secrets = JSON.parse(developmentEnvironment['CALLBACK_SECRETS'] ?? '{}') as Record<string, string>;
const at = '2018-06-20T02:00:00.000Z';
const answer = {
  messageId: 'm-1',
  transactionId: 't-1',
  outcome: 'granted',
  subjectNumber: '津ICP备18000000号',
  siteNumbers: [],
  at,
};
const receipt = { messageId: 'm-2', reference: 'code.x', state: 'delivered', at };
const parcel = { messageId: 'm-3', reference: 'backdrop.x', state: 'shipped', at };

let stand: Stand;
beforeAll(async () => {
  stand = await startGateway();
});
afterAll(() => stand.close());
beforeEach(() => {
  const { verification, notification } = stand.services;
  for (const party of ['authority', 'carrier', 'courier'])
    verification.on(`POST /internal/callbacks/${party}`, () => undefined);
  notification.on('POST /internal/callbacks/carrier', () => undefined);
  verification.forget();
  notification.forget();
});

interface Sent {
  readonly secret?: string;
  readonly at?: Date;
  readonly nonce?: string;
  readonly change?: Readonly<Record<string, string>>;
  /** What is really sent, if it is not what was signed. */
  readonly text?: string;
}

function send(party: string, body: unknown, sent: Sent = {}) {
  const text = JSON.stringify(body);
  const { at: when = new Date(), nonce = randomBytes(16).toString('hex'), secret = secrets[party] ?? '' } = sent;
  const { timestamp, signature } = signCallback(secret, text, { at: when, nonce });
  const headers = {
    'x-beian-timestamp': timestamp,
    'x-beian-nonce': nonce,
    'x-beian-signature': signature,
    ...sent.change,
  };
  return stand.call(`POST /v1/callbacks/${party}`, { body: sent.text ?? text, headers });
}

const heard = (party: string) => stand.services.verification.of(`POST /internal/callbacks/${party}`);

describe('a signed callback', () => {
  it.each([
    ['authority', answer],
    ['carrier', receipt],
    ['courier', parcel],
  ])('of the %s goes to verification as it came', async (party, body) => {
    expect((await send(party, body)).status).toBe(202);
    expect(heard(party).map((call) => call.body)).toEqual([body]);
  });

  it('about a notice goes to notification, which has sent it', async () => {
    const notice = { ...receipt, reference: 'notice.01J' };
    expect((await send('carrier', notice)).status).toBe(202);
    expect(stand.services.notification.of('POST /internal/callbacks/carrier').map((call) => call.body)).toEqual([
      notice,
    ]);
    expect(heard('carrier')).toEqual([]);
  });

  it('counts once, however often it is sent at the same time', async () => {
    const nonce = randomBytes(16).toString('hex');
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('authority', answer, { nonce })));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 401 && body.code === 'signature-invalid')).toHaveLength(19);
    expect(heard('authority')).toHaveLength(1);
  });

  it('that failed behind us is taken again with a new nonce', async () => {
    stand.services.verification.on('POST /internal/callbacks/authority', () => problem('temporarily-unavailable'));
    expect((await send('authority', answer)).status).toBe(503);
    stand.services.verification.on('POST /internal/callbacks/authority', () => undefined);
    expect((await send('authority', answer)).status).toBe(202);
  });

  const minutes = (count: number) => new Date(Date.now() + count * 60_000);
  const forged: readonly (readonly [string, Sent])[] = [
    ['a body that was changed', { text: JSON.stringify({ ...answer, outcome: 'rejected' }) }],
    ['a body with a space more', { text: `${JSON.stringify(answer)} ` }],
    ['the secret of another party', { secret: secrets['carrier'] ?? '' }],
    ['an empty secret', { secret: '' }],
    ['a time six minutes ago', { at: minutes(-6) }],
    ['a time six minutes ahead', { at: minutes(6) }],
    ['another time than was signed', { change: { 'x-beian-timestamp': String(Math.floor(Date.now() / 1000) - 60) } }],
    ['another nonce than was signed', { change: { 'x-beian-nonce': 'a'.repeat(32) } }],
    ['a nonce that is too short', { nonce: 'short' }],
    ['a signature in capitals', { change: { 'x-beian-signature': 'A'.repeat(64) } }],
    ['no signature', { change: { 'x-beian-signature': '' } }],
    ['no nonce', { change: { 'x-beian-nonce': '' } }],
    ['no time', { change: { 'x-beian-timestamp': '' } }],
  ];
  it.each(forged)('is refused with %s, without saying what is wrong', async (_what, sent) => {
    const { status, body } = await send('authority', answer, sent);
    expect({ status, code: body.code, errors: body.errors, detail: body.detail }).toEqual({
      status: 401,
      code: 'signature-invalid',
      errors: undefined,
      detail: undefined,
    });
    expect(heard('authority')).toEqual([]);
  });

  it('is refused from a party that does not exist, and with a person’s token instead', async () => {
    const reviewer = await stand.somebody('operator');
    expect((await stand.call('POST /v1/callbacks/bank', { body: {} })).status).toBe(404);
    expect((await stand.call('POST /v1/callbacks/authority', { as: reviewer, body: answer })).status).toBe(401);
  });

  it('does not use up a nonce with a forged signature', async () => {
    const nonce = randomBytes(16).toString('hex');
    expect((await send('authority', answer, { nonce, secret: 'wrong' })).status).toBe(401);
    expect((await send('authority', answer, { nonce })).status).toBe(202);
  });
});
