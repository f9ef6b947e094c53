import { randomUUID } from 'node:crypto';
import { domainName, enterpriseInTianjin, individualInZhejiang } from '@beian/infra';
import { Journey } from './journey';
import { theScene } from './scene';

/** Takes each answer as it comes, also `in-progress`. */
const asItIs = (): void => undefined;
const fifty = Array.from({ length: 50 }, (_, index) => index);

describe('fifty at once', () => {
  it('I-5 T27: two accounts submit the same domain; one wins, the other is told who may not (B-4 also: races)', async () => {
    const domain = domainName();
    const first = await Journey.begin(theScene(), individualInZhejiang(domain), asItIs);
    const answers = await Promise.all(fifty.map(() => first.act('submit')));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect((await first.status()).submission).toBe(1);
  });

  it('R3: one idempotency key is one effect and fifty equal answers', async () => {
    const journey = await Journey.begin(theScene(), individualInZhejiang(), asItIs);
    const key = randomUUID();
    const path = `/v1/filings/${journey.filingId}/submit`;
    const answers = await Promise.all(fifty.map(() => journey.applicant.api.post(path, { key })));
    const done = answers.filter(({ status }) => status === 200);
    const busy = answers.filter(({ status, body }) => status === 409 && body.code === 'in-progress');
    expect(done.length + busy.length).toBe(50);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const again = await journey.applicant.api.post(path, { key });
    expect(again.body).toEqual(done[0]?.body);
    const other = await journey.applicant.api.post(path, { key, body: { changed: true } });
    expect(other.status).toBeGreaterThanOrEqual(400);
    expect((await journey.status()).submission).toBe(1);
  });

  it('T28 rel S6: two hundred guesses at one code; exactly five are counted (B-6 codes)', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'phone-verification' });
    const phone = journey.form.phones['site-administrator-1'];
    const right = await journey.scene.outside.awaitCode(phone?.mobile ?? '');
    const guesses = Array.from({ length: 200 }, (_, index) => String(100_000 + index)).filter(
      (guess) => guess !== right,
    );
    const answers = await Promise.all(
      guesses.map((code) =>
        journey.act('phone-confirmations', { administrator: 'site-administrator-1', code, ...phone }),
      ),
    );
    const counted = answers.filter(({ body }) => body.code === 'code-wrong');
    expect(counted.length).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status < 400)).toEqual([]);
    // Too many at once may be told to come later (503), but nothing ever breaks (500).
    expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
  });
});
