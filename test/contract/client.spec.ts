import { beianClient, BeianProblem, followFiling, newKey, unwrap, type FilingStatus } from '@beian/client';
import { Applicant, individualInZhejiang } from '@beian/infra';
import { theScene } from '../stories/scene';

const scene = theScene();

describe('the typed client against the running stack', () => {
  it('submits a draft, follows it into the review, and gets the same answer for the same key', async () => {
    const persona = `applicant-client${process.pid}x${Date.now()}`;
    const applicant = await Applicant.signIn(scene, persona);
    const form = individualInZhejiang();
    const filingId = await applicant.open(form);
    await applicant.complete(filingId, form);

    const options = { url: scene.gatewayUrl, token: () => scene.outside.tokenOf(persona) };
    const api = beianClient(options);
    expect(unwrap(await api.GET('/v1/filings', {})).items.map((one) => one.filingId)).toEqual([filingId]);

    const seen: FilingStatus[] = [];
    const leaving = new AbortController();
    const following = (async () => {
      for await (const status of followFiling(options, filingId, { signal: leaving.signal })) {
        seen.push(status);
        if (status.stage === 'provider-review') break;
      }
    })();
    const act = {
      params: { path: { filingId }, header: { 'Idempotency-Key': newKey() } },
      body: {},
    };
    const first = unwrap(await api.POST('/v1/filings/{filingId}/submit', act));
    const again = unwrap(await api.POST('/v1/filings/{filingId}/submit', act));
    expect(again).toEqual(first);
    await following;
    leaving.abort();
    expect(seen.map(({ stage }) => stage)).toEqual(['draft', 'provider-review']);
  }, 120_000);

  it('throws the words of the gateway for what is not there', async () => {
    const api = beianClient({ url: scene.gatewayUrl, token: () => scene.outside.tokenOf('applicant-lin') });
    const asked = api.GET('/v1/filings/{filingId}', { params: { path: { filingId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' } } });
    await expect(asked.then(unwrap)).rejects.toBeInstanceOf(BeianProblem);
    await expect(asked.then(unwrap)).rejects.toMatchObject({ problem: { code: 'not-found', status: 404 } });
  }, 60_000);
});
