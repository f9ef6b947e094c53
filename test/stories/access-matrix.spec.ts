import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@beian/contracts';
import { ApiCaller, Applicant, type FilingForm, individualInZhejiang } from '@beian/infra';
import { newId } from '@beian/platform';
import { type Access, accessTable, type Target, targets } from './access-table.data';
import { eventually } from '../faults/persistently';
import { theScene } from './scene';

/** What stands in the path: a refusal must never be due to a part of the filing that does not exist. */
type Ids = Readonly<Record<'filingId' | 'siteId' | 'versionId' | 'uploadId', string>>;

interface Person {
  readonly who: string;
  readonly role?: Role;
  readonly token?: string;
  /** `own` and `closed` are his. */
  readonly isOwner?: true;
}
type Expected = 401 | 403 | 404 | 'through';
interface Cell {
  readonly name: string;
  readonly expected: Expected;
  readonly status: number;
  readonly code?: string;
}

const scene = theScene();
const unique = `${process.pid}x${Date.now()}`;
const cells: Cell[] = [];
let documented: Readonly<Record<string, readonly Role[]>>;

/** A complete draft, with an upload that is begun and not ended. */
async function draftOf(applicant: Applicant, form: FilingForm): Promise<Ids> {
  const filingId = await applicant.open(form);
  await applicant.complete(filingId, form);
  const path = `/v1/filings/${filingId}`;
  const { sites } = await applicant.api.must('GET', `${path}/sites`);
  const { documents } = await applicant.api.must('GET', `${path}/documents`);
  const body = { slot: 'subject-certificate-front', type: 'image/png', sizeBytes: 1_000, sha256: 'b'.repeat(64) };
  const { uploadId } = await applicant.api.must('POST', `${path}/uploads`, { body });
  return { filingId, siteId: sites[0].siteId, versionId: documents[0].versionId, uploadId } as Ids;
}

/** An own draft, somebody else's filing in the review, an own one that was withdrawn, and none. */
async function theFilings(owner: Applicant): Promise<Readonly<Record<Target, Ids>>> {
  const stranger = await Applicant.signIn(scene, `applicant-stranger-${unique}`);
  const foreign = await draftOf(stranger, individualInZhejiang());
  await stranger.mustAct(foreign.filingId, 'submit');
  const closed = await draftOf(owner, individualInZhejiang());
  await owner.mustAct(closed.filingId, 'submit');
  await owner.mustAct(closed.filingId, 'withdraw');
  await owner.untilStage(closed.filingId, 'withdrawn');
  return {
    own: await draftOf(owner, individualInZhejiang()),
    foreign,
    closed,
    absent: { filingId: newId(), siteId: newId(), versionId: newId(), uploadId: newId() },
  };
}

/** A token that was good and has ended: asked for first, and here asked with until it is refused. */
async function ended(token: string): Promise<string> {
  const caller = new ApiCaller(scene.gatewayUrl, token);
  const refused = async () => ((await caller.get('/v1/account')).status === 401 ? token : undefined);
  return eventually(refused, 'the end of a token of one second');
}

async function thePeople(owner: Applicant, expired: string): Promise<readonly Person[]> {
  const somebody = async (who: string, role: Role): Promise<Person> => ({
    who,
    role,
    token: await scene.outside.tokenOf(`${role}-${unique}`),
  });
  return [
    { who: 'no token' },
    { who: 'expired token', token: await ended(expired) },
    await somebody('another applicant', 'applicant'),
    await somebody('agent without a mandate', 'agent'),
    await somebody('auditor', 'auditor'),
    await somebody('reviewer', 'reviewer'),
    await somebody('senior', 'senior'),
    await somebody('operator', 'operator'),
    { who: 'owner', role: 'applicant', isOwner: true, token: await scene.outside.tokenOf(owner.persona) },
  ];
}

/** The product's rule: what is no function of a role is forbidden, a filing that is not one's own does not exist. */
function expectationOf({ roles, filing, notOf = [] }: Access, { role, isOwner }: Person, target: Target): Expected {
  if (role === undefined || roles.length === 0) return 401;
  if (!roles.includes(role)) return 403;
  if (filing === undefined) return 'through';
  if (target === 'absent' || notOf.includes(target)) return 404;
  const isApplicant = role === 'applicant' || role === 'agent';
  return !isApplicant || (isOwner && target !== 'foreign') ? 'through' : 404;
}

interface Ask {
  readonly route: string;
  readonly ids: Ids;
  readonly body: object;
  readonly token: string | undefined;
}

/** One request with all that its route may ask for; a stream is left as soon as it has begun. */
async function ask({ route, ids, body, token }: Ask): Promise<{ readonly status: number; readonly code?: string }> {
  const [method = '', path = ''] = route.split(' ');
  const known: Readonly<Record<string, string>> = { ...ids, form: 'authenticity-statement' };
  const response = await fetch(
    `${scene.gatewayUrl}${path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? newId())}`,
    {
      method,
      headers: {
        'idempotency-key': randomUUID(),
        'if-match': '"1"',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(/^P/.test(method) ? { 'content-type': 'application/json' } : {}),
      },
      ...(/^P/.test(method) ? { body: JSON.stringify(body) } : {}),
    },
  );
  const { status } = response;
  // All cells come from one address, faster than anybody may ask: who is told to wait, waits.
  if (status === 429) {
    await pause(Number(response.headers.get('retry-after')) * 1_000);
    return ask({ route, ids, body, token });
  }
  if (response.ok) {
    await response.body?.cancel();
    return { status };
  }
  return { status, ...((await response.json()) as { code?: string }) };
}

beforeAll(async () => {
  const { body } = await new ApiCaller(scene.gatewayUrl).get('/docs-json');
  const paths = body.paths as Record<string, Record<string, { 'x-roles': Role[] }>>;
  documented = Object.fromEntries(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, said]) => [`${method.toUpperCase()} ${path}`, said['x-roles']]),
    ),
  );
  const owner = await Applicant.signIn(scene, `applicant-owner-${unique}`);
  const expired = await scene.outside.tokenOf(owner.persona, 1);
  const filings = await theFilings(owner);
  const people = await thePeople(owner, expired);
  const otherAgent = await Applicant.signIn(scene, `agent-other-${unique}`);
  const { accountId: agent } = await otherAgent.api.must('GET', '/v1/account');

  // Route by route, who may least first: the last to ask are those who change something.
  for (const route of Object.keys(accessTable).filter((name) => documented[name] !== undefined)) {
    const access = accessTable[route] as Access;
    for (const person of people) {
      for (const target of access.filing === undefined ? (['absent'] as const) : targets) {
        const ids = filings[target];
        const special: Readonly<Record<string, object>> = {
          'POST /v1/mandates': { filingId: ids.filingId, agent: agent as string },
          'POST /v1/filings/{filingId}/photo': { versionId: ids.versionId },
        };
        const answer = await ask({ route, ids, body: special[route] ?? access.body ?? {}, token: person.token });
        const where = access.filing === undefined ? '' : `, ${target}`;
        const expected = expectationOf(access, person, target);
        cells.push({ name: `${route}: ${person.who}${where}`, expected, ...answer });
      }
    }
  }
}, 400_000);

const differing = (from: readonly Cell[]): readonly string[] =>
  from.map(({ name, expected, status, code }) => `${name}: expected ${expected}, got ${status} ${code ?? ''}`);
const expecting = (expected: Expected) => cells.filter((cell) => cell.expected === expected);

describe('the access matrix against the running stack (A1, A2, A3)', () => {
  it('has a row for every operation of the document, and no row for another', () => {
    expect(Object.keys(documented).filter((route) => accessTable[route] === undefined)).toEqual([]);
    expect(Object.keys(accessTable).filter((route) => documented[route] === undefined)).toEqual([]);
  });

  it('says of every operation the roles that its document says', () => {
    const sorted = (roles: readonly Role[]) => [...roles].sort().join(' ');
    const other = Object.entries(documented).filter(
      ([route, roles]) => sorted(accessTable[route]?.roles ?? []) !== sorted(roles),
    );
    expect(other).toEqual([]);
  });

  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not-found'],
  ] as const)('answers %d %s wherever that is the rule', (expected, code) => {
    const right = (cell: Cell) => cell.status === expected && (cell.code === code || cell.name.includes('/callbacks/'));
    expect(expecting(expected).length).toBeGreaterThan(100);
    expect(differing(expecting(expected).filter((cell) => !right(cell)))).toEqual([]);
  });

  it('lets through who may, whatever the filing then answers', () => {
    const denied = (cell: Cell) => {
      const isAboutAFiling = accessTable[cell.name.split(': ')[0] ?? '']?.filing !== undefined;
      return cell.status === 401 || cell.status === 403 || (isAboutAFiling && cell.status === 404);
    };
    expect(expecting('through').length).toBeGreaterThan(100);
    expect(differing(expecting('through').filter(denied))).toEqual([]);
  });

  it('never answers with a fault of the server', () => {
    expect(differing(cells.filter(({ status }) => status >= 500))).toEqual([]);
    const counts = ([401, 403, 404, 'through'] as const).map(
      (expected) => `${expected}: ${expecting(expected).length}`,
    );
    console.info(`${Object.keys(documented).length} operations, ${cells.length} cells (${counts.join(', ')})`);
  });
});
