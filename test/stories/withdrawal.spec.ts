import { individualInZhejiang } from '@beian/infra';
import { expectSettled } from './aftermath';
import { sideBySide } from './contest';
import { Journey } from './journey';
import { theScene } from './scene';

describe('withdrawing a filing', () => {
  it('is possible before the hand-over and undoes everything', async () => {
    const journey = await Journey.inStage(theScene(), { form: individualInZhejiang(), stage: 'provider-review' });
    await journey.mustAct('withdraw');
    await journey.untilStage('withdrawn');
    await expectSettled(journey, { orders: 0, codes: 0 });
  });

  it('is refused after the hand-over as too late, and for a draft as nothing to withdraw', async () => {
    const draft = await Journey.begin(theScene(), individualInZhejiang());
    expect(await draft.act('withdraw')).toMatchObject({ status: 409, body: { code: 'nothing-to-withdraw' } });

    const journey = await Journey.inStage(theScene(), { form: individualInZhejiang(), stage: 'authority-review' });
    const refused = await journey.act('withdraw');
    expect(refused).toMatchObject({ status: 409, body: { code: 'too-late' } });
    expect(await journey.status()).toMatchObject({ stage: 'authority-review' });
    await journey.to('granted');
    await expectSettled(journey, { orders: 1, codes: 0 });
  });

  it('F-W: races with the hand-over fifty times and is never both', async () => {
    const forms = Array.from({ length: 50 }, () => individualInZhejiang());
    const journeys = await sideBySide(forms, async (form) => {
      const journey = await Journey.inStage(theScene(), { form, stage: 'identity-check' });
      await journey.mustAct('identity-choice', { method: 'designated-place', bookingReference: 'BK-1' });
      await journey.sendPhoto();
      return journey;
    });
    const outcomes: string[] = [];
    for (const [round, journey] of journeys.entries()) {
      await journey.reviewer.claim(journey.filingId);
      const decided = journey.reviewer.api.post(`/v1/reviews/${journey.filingId}/photo-decision`, {
        body: { accepted: true },
      });
      // A look or two between them moves the meeting point through the decision's whole way.
      for (let look = 0; look < round % 10; look += 1) await journey.status();
      const withdrawal = await journey.act('withdraw');
      await decided;
      const { stage } = await journey.applicant.until(
        journey.filingId,
        (status) => status.stage !== 'identity-check' && status.stage !== 'hand-over',
      );
      const orders = await journey.scene.outside.ordersOf(journey.filingId);
      expect({ withdrawn: withdrawal.status === 200, stage, orders: orders.length }).toEqual(
        withdrawal.status === 200
          ? { withdrawn: true, stage: 'withdrawn', orders: 0 }
          : { withdrawn: false, stage: 'authority-review', orders: 1 },
      );
      outcomes.push(stage as string);
    }
    console.info(`withdrawn ${outcomes.filter((stage) => stage === 'withdrawn').length} of 50`);
  }, 900_000);
});
