import { enterpriseInTianjin } from '@beian/infra';
import { expectSettled } from './aftermath';
import { Journey } from './journey';
import { theScene } from './scene';

describe('the window of the phone verification (48 hours in pack 2018-06)', () => {
  it('I-8: closes with one phone silent; the ledger runs, and a resubmission is reviewed and granted', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'phone-verification' });
    const { deadline, since } = await journey.status();
    expect(Date.parse(deadline.at as string) - Date.parse(since as string)).toBeLessThanOrEqual(48 * 3_600_000);
    expect((await journey.confirm('subject-administrator')).status).toBe(200);

    await journey.forward('47 hours');
    expect(await journey.status()).toMatchObject({ stage: 'phone-verification' });
    await journey.forward('61 minutes');
    const returned = await journey.untilStage('returned');
    expect(returned).toMatchObject({ because: 'phone-window-closed' });
    expect(await journey.confirm('site-administrator-1')).toMatchObject({ status: 409 });

    await journey.mustAct('resubmit');
    expect(await journey.status()).toMatchObject({ stage: 'provider-review', submission: 2 });
    await journey.to('granted');
    // Two codes a submission, and in pack 2018-06 the automatic second one at 12:00 to who has not confirmed.
    await expectSettled(journey, { orders: 2, codes: 5 });
  });

  it('rel S6: five wrong codes void the code; a resent one still confirms', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'phone-verification' });
    const administrator = 'subject-administrator';
    const phone = journey.form.phones[administrator];
    const right = await journey.scene.outside.awaitCode(phone?.mobile ?? '');
    const wrong = right === '000000' ? '000001' : '000000';
    const enter = (code: string) => journey.act('phone-confirmations', { administrator, code, ...phone });
    for (let entry = 0; entry < 5; entry += 1) {
      expect(await enter(wrong)).toMatchObject({
        status: expect.any(Number),
        body: { code: expect.stringMatching(/^code-/) },
      });
    }
    expect(await enter(right)).toMatchObject({ status: 409, body: { code: 'code-void' } });
    await journey.mustAct('phone-resends', { administrator });
    await journey.scene.outside.awaitCode(phone?.mobile ?? '', 2);
    expect((await journey.confirm(administrator)).status).toBe(200);
    await journey.to('granted');
    await expectSettled(journey, { orders: 1, codes: 3 });
  });

  it('C6: five wrong certificate tails send the order back in pack 2018-06', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'phone-verification' });
    const administrator = 'subject-administrator';
    const phone = journey.form.phones[administrator];
    const code = await journey.scene.outside.awaitCode(phone?.mobile ?? '');
    for (let entry = 0; entry < 5; entry += 1) {
      const { status } = await journey.act('phone-confirmations', {
        administrator,
        code,
        ...phone,
        certificateTail: '000000',
      });
      expect(status).toBeGreaterThanOrEqual(400);
    }
    expect(await journey.untilStage('returned')).toMatchObject({ because: 'phone-failed' });
    await journey.mustAct('abandon');
    await journey.untilStage('abandoned');
    await expectSettled(journey, { orders: 1, codes: 2 });
  });
});
