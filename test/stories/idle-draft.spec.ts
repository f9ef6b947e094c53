import { individualInZhejiang } from '@beian/infra';
import { expectSettled } from './aftermath';
import { Journey } from './journey';
import { theScene } from './scene';

describe('a draft that nobody touches', () => {
  it('is reminded of on days 7, 15 and 30 and lapses on day 45', async () => {
    const journey = await Journey.begin(theScene(), individualInZhejiang());
    const notices = async () => {
      const { items } = await journey.applicant.api.must('GET', `/v1/filings/${journey.filingId}/messages`);
      return (items as { notice: string; channel: string }[]).filter(
        ({ notice, channel }) => notice === 'idle' && channel === 'in-app',
      ).length;
    };
    await journey.forward('6 days');
    const none = await notices();
    await journey.forward('40 days');
    await journey.untilStage('lapsed');
    expect(none).toBe(0);
    expect(await notices()).toBe(3);
    await expectSettled(journey, { orders: 0, codes: 0 });
  });
});
