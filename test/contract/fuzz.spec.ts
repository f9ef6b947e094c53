import { setTimeout as pause } from 'node:timers/promises';
import { type Role } from '@beian/contracts';
import { Applicant, individualInZhejiang } from '@beian/infra';
import fc from 'fast-check';
import { theScene } from '../stories/scene';
import { ApiContract, type Operation, type Reply } from './api-document';
import { type MadeRequest, requests } from './make-request';

/** Requests for each operation; the gate's number is small, `BEIAN_FUZZ` asks for more. */
const perOperation = Number(process.env['BEIAN_FUZZ'] ?? 24);
const seed = Number(process.env['BEIAN_SEED'] ?? 620_718);

const scene = theScene();
const breaches: string[] = [];
const statuses: Record<string, number> = {};
let contract: ApiContract;

/** Reads first and what ends the filing last, so that the draft is there for most of them. */
const order = ({ method, path }: Operation): number => {
  if (/\/(submit|resubmit|withdraw|abandon)$/.test(path)) return 4;
  return { GET: 0, PUT: 1, POST: 2, DELETE: 3 }[method] ?? 2;
};

/** Sends, and comes back when it is told to: what one account may ask in a minute is less than all of this. */
async function send(operation: Operation, made: MadeRequest, token: string | undefined): Promise<Reply> {
  for (;;) {
    const response = await fetch(`${scene.gatewayUrl}${made.target}`, {
      method: operation.method,
      redirect: 'manual',
      headers: { ...made.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      ...(made.body === undefined ? {} : { body: made.body }),
    });
    if (response.status !== 429) return read(response);
    await response.body?.cancel();
    await pause(1_000 * Number(response.headers.get('retry-after')));
  }
}

async function read(response: Response): Promise<Reply> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { status: response.status, type, body: undefined };
  }
  const text = await response.text();
  const isJson = /^application\/([\w.-]+\+)?json/.test(type);
  return { status: response.status, type, body: text === '' ? undefined : isJson ? JSON.parse(text) : text };
}

async function tokensOf(owner: Applicant): Promise<Readonly<Partial<Record<Role, string>>>> {
  const staff: readonly Role[] = ['reviewer', 'senior', 'operator', 'auditor'];
  const pairs = await Promise.all(
    staff.map(async (role) => [role, await scene.outside.tokenOf(`${role}-fuzz${process.pid}`)] as const),
  );
  return { ...Object.fromEntries(pairs), applicant: await scene.outside.tokenOf(owner.persona) };
}

async function fuzz(operation: Operation, known: Readonly<Record<string, string>>, token: string | undefined) {
  for (const made of fc.sample(requests(operation, known), { seed, numRuns: perOperation })) {
    const reply = await send(operation, made, token);
    statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
    const isAccepted = reply.status < 300 && made.body !== undefined;
    const broken = [
      ...contract.breaches(operation, reply),
      ...(isAccepted && !contract.allows(operation, made.body) ? ['a body outside the schema was accepted'] : []),
    ];
    if (reply.status >= 500 || broken.length > 0) {
      const said = `${operation.method} ${made.target.slice(0, 200)} ${made.body?.slice(0, 300) ?? ''}`;
      breaches.push(`${said}\n  → ${reply.status}: ${broken.join('; ')} ${JSON.stringify(reply.body)?.slice(0, 300)}`);
    }
  }
}

describe('S8: schema fuzz of every operation', () => {
  beforeAll(async () => {
    contract = await ApiContract.of(scene.gatewayUrl);
    const owner = await Applicant.signIn(scene, `applicant-fuzz${process.pid}x${Date.now()}`);
    const form = individualInZhejiang();
    const filingId = await owner.open(form);
    await owner.complete(filingId, form);
    const { sites } = await owner.api.must('GET', `/v1/filings/${filingId}/sites`);
    const { documents } = await owner.api.must('GET', `/v1/filings/${filingId}/documents`);
    const known = { filingId, siteId: sites[0].siteId as string, versionId: documents[0].versionId as string };
    const tokens = await tokensOf(owner);
    const operations = contract.operations.toSorted((one, other) => order(one) - order(other));
    for (const operation of operations) {
      const role = (['applicant', 'reviewer', 'operator', 'senior', 'auditor'] as const).find((one) =>
        operation.roles.includes(one),
      );
      await fuzz(operation, known, role === undefined ? undefined : tokens[role]);
    }
    console.info(`seed ${seed}, ${operations.length} operations × ${perOperation}: ${JSON.stringify(statuses)}`);
  }, 600_000);

  it('gets through to the operations: good answers are among them', () => {
    expect(statuses['200']).toBeGreaterThan(50);
    expect(statuses['400']).toBeGreaterThan(50);
  });

  it('is never answered with a fault of the server, nor outside the contract', () => {
    expect(breaches).toEqual([]);
  });
});
