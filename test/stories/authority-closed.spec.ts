import { individualInZhejiang } from '@beian/infra';
import { expectSettled } from './aftermath';
import { Journey } from './journey';
import { theScene } from './scene';

describe('an authority that is closed for three days', () => {
  it('is waited for, visibly; then rejects, then grants', async () => {
    const scene = theScene();
    const journey = await Journey.inStage(scene, { form: individualInZhejiang(), stage: 'identity-check' });
    const { filingId } = journey;
    const opensAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await scene.outside.script({ party: 'authority', behaviour: 'closed', match: filingId, until: opensAt });
    await journey.mustAct('identity-choice', { method: 'designated-place', bookingReference: 'BK-2' });
    await journey.sendPhoto();
    await journey.reviewer.decidePhoto(filingId, { accepted: true });
    await journey.untilStage('hand-over');
    expect(await scene.outside.ordersOf(filingId)).toEqual([]);
    expect(await journey.act('withdraw')).toMatchObject({ status: 409, body: { code: 'too-late' } });

    await journey.forward('73 hours');
    await journey.untilStage('authority-review');
    await scene.outside.decide(filingId, {
      outcome: 'rejected',
      reasons: [{ code: 'DOC_QUALITY', pointer: '/documents/authenticity-statement', text: '核验单不清晰' }],
    });
    expect(await journey.untilStage('returned')).toMatchObject({
      because: 'authority-rejected',
      reasons: [{ code: 'DOC_QUALITY' }],
    });

    await journey.mustAct('resubmit');
    await journey.to('granted');
    await expectSettled(journey, { orders: 2, codes: 0 });
  });
});
