import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beianClient, BeianProblem, newKey, unwrap } from './index';

const problem = {
  type: 'urn:beian:problem:not-found',
  title: 'There is no such thing, or it is not yours',
  status: 404,
  code: 'not-found',
  zh: '不存在或无权查看',
  en: 'There is no such thing, or it is not yours',
  remedyZh: '检查编号',
  remedyEn: 'Check the number',
};

/** A client whose server is a function; what it was asked is kept. */
function clientOf(answer: () => Response) {
  const asked: Request[] = [];
  const client = beianClient({
    url: 'http://gateway',
    token: async () => 'a-token',
    fetch: async (request) => {
      asked.push(request);
      return answer();
    },
  });
  return { asked, client };
}

describe('the client', () => {
  it('asks with the token, and with the key of the act', async () => {
    const { asked, client } = clientOf(() => Response.json({ stage: 'provider-review' }));
    const key = newKey();
    const answer = await client.POST('/v1/filings/{filingId}/submit', {
      params: { path: { filingId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }, header: { 'Idempotency-Key': key } },
      body: {},
    });
    expect(unwrap(answer)).toEqual({ stage: 'provider-review' });
    expect(asked[0]?.url).toBe('http://gateway/v1/filings/01ARZ3NDEKTSV4RRFFQ69G5FAV/submit');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer a-token');
    expect(asked[0]?.headers.get('idempotency-key')).toBe(key);
  });

  it('throws a refusal with code and both languages', async () => {
    const { client } = clientOf(() => Response.json(problem, { status: 404 }));
    const refused = client.GET('/v1/account', {}).then(unwrap);
    await expect(refused).rejects.toBeInstanceOf(BeianProblem);
    await expect(refused).rejects.toMatchObject({ problem, message: expect.stringContaining('不存在') });
  });

  it('says when something else than the gateway has answered', async () => {
    const { client } = clientOf(() => new Response('bad gateway', { status: 502 }));
    await expect(client.GET('/v1/account', {}).then(unwrap)).rejects.toThrow('502');
  });

  it('has the types of the committed document', () => {
    const script = join(__dirname, '..', 'scripts', 'generate-api-types.cjs');
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  }, 60_000);
});
