import { enterpriseInTianjin } from '@beian/infra';
import { expectSettled } from './aftermath';
import { Journey, type Station } from './journey';
import { theScene } from './scene';
import { filingHandle } from './workflow-view';

describe("Temporal's cancel", () => {
  it.each([
    ['draft', 'abandoned'],
    ['provider-review', 'withdrawn'],
    ['identity-check', 'withdrawn'],
  ] as const)('before the hand-over ends a filing in %s as %s, the ledger run', async (stage, end) => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage });
    await (await filingHandle(journey.filingId)).cancel();
    await journey.untilStage(end);
    await expectSettled(journey, { orders: 0, codes: 0 });
  });

  it('ends a returned filing as abandoned', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'provider-review' });
    await journey.reviewer.review(journey.filingId, {
      decision: 'return',
      reasons: [{ code: 'SITE_NAME', pointer: '/sites/0/name' }],
    });
    await (await filingHandle(journey.filingId)).cancel();
    await journey.untilStage('abandoned');
    await expectSettled(journey, { orders: 0, codes: 0 });
  });

  it.each(['phone-verification', 'authority-review'] as readonly Station[])(
    'from the hand-over on is refused, recorded and shown: %s goes on to its number',
    async (stage) => {
      const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage });
      await (await filingHandle(journey.filingId)).cancel();
      await journey.applicant.until(journey.filingId, ({ flags }) => flags.cancelRefused === true);
      await journey.to('granted');
      await expectSettled(journey, { orders: 1, codes: 2 });
    },
  );
});
