import { enterpriseInTianjin } from '@beian/infra';
import { expectSettled } from './aftermath';
import { Journey } from './journey';
import { theScene } from './scene';

const reason = (code: string, pointer: string) => ({ code, pointer, text: '请修改', suggestion: '按要求填写' });

describe('a filing returned with reasons per field', () => {
  it('may be given more reasons, is resubmitted and granted', async () => {
    const journey = await Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'provider-review' });
    const { filingId, reviewer, applicant } = journey;
    const bare = await (await reviewer.claim(filingId), reviewer.decide(filingId, { decision: 'return', reasons: [] }));
    expect(bare).toMatchObject({ status: 400, body: { code: 'invalid-request' } });

    await reviewer.review(filingId, { decision: 'return', reasons: [reason('SITE_NAME', '/sites/0/name')] });
    const returned = await journey.untilStage('returned');
    expect(returned).toMatchObject({ because: 'reviewer', waitingOn: 'applicant', reasons: [{ code: 'SITE_NAME' }] });
    expect(returned.allowedActions).toEqual(expect.arrayContaining(['resubmit', 'abandon']));

    const undone = (ledger: readonly { state: string }[]) => ledger.every(({ state }) => state === 'undone');
    await applicant.until(filingId, ({ ledger }) => undone(ledger));

    const more = await reviewer.api.post(`/v1/reviews/${filingId}/reasons`, {
      body: { reasons: [reason('DOC_QUALITY', '/documents/subject-certificate')] },
    });
    expect(more.status).toBeLessThan(300);
    const reasons = (await applicant.api.must('GET', `/v1/filings/${filingId}/reasons`)) as unknown;
    expect(JSON.stringify(reasons)).toContain('DOC_QUALITY');

    const { sites } = await applicant.api.must('GET', `/v1/filings/${filingId}/sites`);
    const site = sites[0];
    await applicant.save(`/v1/filings/${filingId}/sites/${site.siteId as string}`, {
      ...site.draft,
      name: '天津试验数据官方网站',
    });
    await journey.mustAct('resubmit');
    expect(await journey.status()).toMatchObject({ stage: 'provider-review', submission: 2, reasons: [] });
    await journey.to('granted');
    await expectSettled(journey, { orders: 1, codes: 2 });
  });
});
