import { enterpriseInTianjin } from '@beian/infra';
import { expectSettled } from './aftermath';
import { Journey } from './journey';
import { theScene } from './scene';

describe('an enterprise in Tianjin with two administrators', () => {
  it('is filed with both phones confirmed, and gets its number', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'provider-review' });
    expect(await journey.status()).toMatchObject({
      waitingOn: 'provider',
      submission: 1,
      deadline: { kind: 'review' },
    });

    await journey.to('phone-verification');
    const waiting = await journey.status();
    expect(waiting.phones).toEqual([
      { administrator: 'subject-administrator', confirmed: false },
      { administrator: 'site-administrator-1', confirmed: false },
    ]);
    expect((await journey.confirm('subject-administrator')).status).toBe(200);
    expect(await journey.status()).toMatchObject({ stage: 'phone-verification' });
    expect((await journey.confirm('site-administrator-1')).status).toBe(200);

    await journey.untilStage('authority-review');
    const [handedOver] = await journey.scene.outside.ordersOf(journey.filingId);
    const papers = (handedOver?.order as { documents: readonly { slot: string; sha256: string }[] }).documents;
    // The photo came after the pin, and still reaches the authority with everything else (rules.md 15.4).
    expect(papers.map(({ slot }) => slot)).toContain(`site-administrator-photo:${journey.photographed}`);
    expect(new Set(papers.map(({ sha256 }) => sha256)).size).toBe(papers.length);

    await journey.to('granted');
    const { numbers } = await journey.status();
    expect(numbers.subject).toMatch(/^津ICP备99\d{6}号$/);
    expect(numbers.sites).toHaveLength(1);
    await expectSettled(journey, { orders: 1, codes: 2 });
  });
});
