import { randomUUID } from 'node:crypto';
import type { ApiCaller, Body } from '../demo/api-caller';

type Say = (line: string) => void;

export interface Desk {
  readonly operator: ApiCaller;
  readonly say: Say;
  /** Query of `GET /v1/operator/hand-overs`: province, cause, filing. */
  readonly filter: Readonly<Record<string, string>>;
  /** Whose parked events; of every service without it. */
  readonly service?: string | undefined;
  readonly dryRun: boolean;
  readonly atMost: number;
  /** So many that fail again end it: whatever is broken is still broken. */
  readonly stopAfter: number;
}

interface HandOver {
  readonly filingId: string;
  readonly state: 'trying' | 'given-up';
  readonly cause: string;
  readonly tries: number;
  readonly triedAt: string;
}

/** Hand-overs that the authority has not taken, page after page. */
async function handOvers(operator: ApiCaller, filter: Readonly<Record<string, string>>): Promise<readonly HandOver[]> {
  const found: HandOver[] = [];
  let cursor: Readonly<Record<string, string>> | undefined = {};
  while (cursor !== undefined) {
    const query = new URLSearchParams({ ...filter, ...cursor }).toString();
    const page: Body = await operator.must('GET', `/v1/operator/hand-overs?${query}`);
    found.push(...(page.items as readonly HandOver[]));
    cursor = page.next === undefined ? undefined : { cursor: String(page.next) };
  }
  return found;
}

const lineOf = ({ filingId, state, cause, tries, triedAt }: HandOver): string =>
  `hand-over of ${filingId} ${state}: ${cause} after ${tries} tries (${triedAt})`;

export async function listHandOvers(operator: ApiCaller, say: Say): Promise<number> {
  for (const one of await handOvers(operator, {})) say(lineOf(one));
  return 0;
}

/**
 * Releases every hand-over that was given up and fits the filter. The stop rule: one after the other, each waited for, and
 * as many as `stopAfter` that fail again end it, so that an authority that is still broken is not asked about each.
 */
export async function handOverAgain({ operator, say, filter, dryRun, atMost, stopAfter }: Desk): Promise<number> {
  const found = await handOvers(operator, { ...filter, state: 'given-up' });
  const meant = found.slice(0, atMost);
  if (dryRun) {
    for (const one of meant) say(lineOf(one));
    say(`${found.length} hand-overs match; dry run: nothing was sent`);
    return 0;
  }
  const run = randomUUID();
  let taken = 0;
  let failed = 0;
  for (const one of meant) {
    if (failed >= stopAfter) break;
    const isTaken = await again(operator, one, run);
    taken += isTaken ? 1 : 0;
    failed += isTaken ? 0 : 1;
  }
  const word = failed >= stopAfter ? 'stopped' : 'done';
  say(`${word}: of ${found.length} hand-overs ${taken} were taken, ${failed} failed again`);
  return failed === 0 ? 0 : 1;
}

const pauseMs = 250;
const patienceMs = 120_000;

/** Releases one and waits for what comes of it; one that stays where it is for too long has failed again. */
async function again(operator: ApiCaller, before: HandOver, run: string): Promise<boolean> {
  const path = `/v1/operator/filings/${before.filingId}/release`;
  const body = { note: 'the hand-over is tried again' };
  const { status } = await operator.post(path, { key: `${run}.${before.filingId}`, body });
  if (status >= 400) return false;
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    const [now] = await handOvers(operator, { filingId: before.filingId });
    if (now === undefined) return true;
    if (now.state === 'given-up' && now.triedAt !== before.triedAt) return false;
    await new Promise((wake) => setTimeout(wake, pauseMs));
  }
  return false;
}

export async function listParked(operator: ApiCaller, say: Say): Promise<number> {
  const { items } = await operator.must('GET', '/v1/operator/parked-events');
  for (const { service, eventId, type, filingId, cause, behind } of items as readonly Body[])
    say(`event ${eventId} of ${service}, ${type} of ${filingId}: ${cause}; ${behind} wait behind it`);
  return 0;
}

const publishers = ['subject', 'website', 'documents', 'verification', 'notification'];

export async function releaseParked({ operator, say, filter, service, dryRun }: Desk): Promise<number> {
  const { filingId } = filter;
  for (const one of service === undefined ? publishers : [service]) {
    const body = { service: one, dryRun, ...(filingId === undefined ? {} : { filingId }) };
    const { released } = await operator.must('POST', '/v1/operator/parked-events/release', { body });
    say(`${one}: ${released} events ${dryRun ? 'would go' : 'go'} again`);
  }
  return 0;
}
