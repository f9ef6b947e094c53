import { individualInZhejiang } from '@beian/infra';
import { expectSettled } from './aftermath';
import { Journey } from './journey';
import { theScene } from './scene';

describe('an individual in Zhejiang (pack 2018-06)', () => {
  it('is not asked to confirm a phone: the hand-over leads straight to the authority', async () => {
    const journey = await Journey.inStage(theScene(), { form: individualInZhejiang(), stage: 'authority-review' });
    const { items } = (await journey.applicant.api.get(`/v1/filings/${journey.filingId}/history`)).body;
    const stages = (items as { stage: string }[]).map(({ stage }) => stage);
    expect(stages).not.toContain('phone-verification');

    await journey.to('granted');
    expect((await journey.status()).numbers.subject).toMatch(/^浙ICP备99\d{6}号$/);
    await expectSettled(journey, { orders: 1, codes: 0 });
  });
});
