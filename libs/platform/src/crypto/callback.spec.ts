import { SystemClock } from '../process/clock';
import { specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { callbackHeaders, signCallback, verifyCallback } from './callback-signature';
import { CallbackVerifier } from './callback-verifier';

const secret = 's'.repeat(40);
const at = new Date('2026-11-24T08:00:00Z');
const nonce = 'nonce-0123456789ab';
const body = Buffer.from('{"outcome":"granted"}');
const signed = signCallback(secret, body, { at, nonce });
const seconds = (n: number) => new Date(at.getTime() + n * 1000);

describe('verifyCallback', () => {
  it('rel A11 takes a genuine callback up to five minutes old or early, and not a second more', () => {
    for (const n of [0, 299, 300, -300])
      expect(verifyCallback({ ...signed, secret, body, now: seconds(n) })).toBe(true);
    for (const n of [301, -301, 86_400])
      expect(verifyCallback({ ...signed, secret, body, now: seconds(n) })).toBe(false);
  });

  it.each([
    ['the body', { body: Buffer.from('{"outcome":"rejected"}') }],
    ['one byte more', { body: Buffer.concat([body, Buffer.from(' ')]) }],
    ['the timestamp', { timestamp: String(Number(signed.timestamp) + 1) }],
    ['the nonce', { nonce: 'nonce-0123456789ac' }],
    ['the secret', { secret: 't'.repeat(40) }],
    ['the signature', { signature: signed.signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }],
    ['an empty signature', { signature: '' }],
    ['a short signature', { signature: signed.signature.slice(0, 62) }],
    [
      'a moved border between timestamp and nonce',
      { timestamp: signed.timestamp.slice(0, -1), nonce: `${signed.timestamp.slice(-1)}${nonce}` },
    ],
    ['no timestamp', { timestamp: '' }],
    ['a timestamp that is no number', { timestamp: 'NaN' }],
  ])('rel A11 refuses a change of %s', (_name, change) => {
    expect(verifyCallback({ ...signed, secret, body, now: at, ...change })).toBe(false);
  });
});

describe('CallbackVerifier', () => {
  let own: SpecDatabase;
  beforeAll(async () => {
    own = await specDatabase('verification');
  });
  afterAll(() => own.drop());

  it('rel A11 lets a callback in once, also when it comes twenty times at once, and knows its parties', async () => {
    const verifier = new CallbackVerifier({
      database: own.database,
      clock: new SystemClock(),
      secrets: { authority: secret },
    });
    const fresh = signCallback(secret, body, { at: new Date(), nonce: 'nonce-of-this-moment' });
    const headers = {
      [callbackHeaders.timestamp]: fresh.timestamp,
      [callbackHeaders.nonce]: fresh.nonce,
      [callbackHeaders.signature]: fresh.signature,
    };
    const refused = { code: 'signature-invalid' };
    await expect(verifier.check('authority', {}, body)).rejects.toMatchObject(refused);
    await expect(verifier.check('authority', headers, undefined)).rejects.toMatchObject(refused);
    await expect(verifier.check('carrier', headers, body)).rejects.toMatchObject(refused);
    await expect(verifier.check('__proto__', headers, body)).rejects.toMatchObject(refused);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => verifier.check('authority', headers, body)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
