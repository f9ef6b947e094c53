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
    await expectSettled(journey, { orders: 2, codes: 4 });
  });

  it('rel S6: five wrong entries void the code, and the sixth is not even looked at', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'phone-verification' });
    const phone = journey.form.phones['subject-administrator'];
    const right = (await journey.scene.outside.codesSentTo(phone?.mobile ?? '')).at(-1) ?? '';
    const wrong = right === '000000' ? '000001' : '000000';
    const enter = (code: string) =>
      journey.act('phone-confirmations', { administrator: 'subject-administrator', code, ...phone });
    for (let entry = 0; entry < 5; entry += 1) expect((await enter(wrong)).status).toBeGreaterThanOrEqual(400);
    const late = await enter(right);
    expect(late.status).toBe(409);
    await journey.applicant.until(journey.filingId, ({ stage }) => stage === 'returned');
    expect(await journey.status()).toMatchObject({ because: 'phone-failed' });
    await journey.mustAct('abandon');
    await journey.untilStage('abandoned');
    await expectSettled(journey, { orders: 1, codes: 2 });
  });
});
