import { enterpriseInShanghai } from '@beian/infra';
import { expectSettled } from './aftermath';
import { Journey } from './journey';
import { theScene } from './scene';

describe("an enterprise in Shanghai, checked by the administration's own app (rules.md 6.1, 15.3; pack 2018-06)", () => {
  it('may use no other way, confirms no phone, and gets its number', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInShanghai(), stage: 'identity-check' });
    expect((await journey.status()).identity.methods).toEqual(['shanghai-app']);
    const elsewhere = await journey.act('identity-choice', { method: 'designated-place', bookingReference: 'BK-1' });
    expect(elsewhere).toMatchObject({ status: 400, body: { code: 'invalid-request' } });

    await journey.mustAct('identity-choice', { method: 'shanghai-app' });
    await journey.sendPhoto();
    const reasons = [{ code: 'PHOTO', pointer: `/documents/site-administrator-photo:${journey.photographed}` }];
    await journey.reviewer.decidePhoto(journey.filingId, { accepted: false, reasons });
    await journey.applicant.until(journey.filingId, ({ identity }) => identity.photo === 'refused');
    await journey.to('granted');

    const { identity, numbers } = await journey.status();
    expect(identity).toMatchObject({ method: 'shanghai-app', photo: 'accepted' });
    expect(numbers.subject).toMatch(/^沪ICP备99\d{6}号$/);
    expect(await journey.stages()).not.toContain('phone-verification');
    // The website administrator is not the legal representative: a letter (rules.md 15.4).
    expect(await journey.papers()).toContain('letter-site-administrator:site-administrator-1');
    await expectSettled(journey, { orders: 1, codes: 0 });
  });
});
