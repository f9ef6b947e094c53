import { getFiling } from '@beian/contracts/messages';
import { isOpen, type Stage } from '@beian/contracts';
import { Client } from 'pg';
import { eventually } from '../faults/persistently';
import { eventsOf } from './event-log';
import type { Journey } from './journey';
import { theStack } from './scene';
import { filingHandle } from './workflow-view';

/** What the outside world must have received of one filing. */
export interface ExpectedEffects {
  /** Submissions to the authority. */
  readonly orders: number;
  /** Text messages with a code; absent where a story does not count them. */
  readonly codes?: number;
}

/**
 * What holds at the end of every story: effects counted at the sandbox, ledger complete, no lock left that a finished
 * filing should not hold, events in order without a gap, projection equal to the workflow.
 */
export async function expectSettled(journey: Journey, expected: ExpectedEffects): Promise<void> {
  const { filingId, scene, applicant } = journey;
  const settled = (entry: { state: string }) => entry.state === 'undone' || entry.state === 'settled';
  const status = await applicant.until(
    filingId,
    ({ stage, ledger }) => isOpen(stage as Stage) || ledger.every(settled),
  );
  expect(status.ledger.filter((entry: { state: string }) => !settled(entry))).toEqual([]);

  const orders = (await scene.outside.received({ party: 'authority', match: filingId })).filter(
    (call) => call.kind === 'order' && !call.repeated,
  );
  const codes = (await scene.outside.received({ party: 'carrier', match: filingId })).filter(
    (call) => !call.repeated && String(call.data.reference).startsWith('code.'),
  );
  expect({ orders: orders.length, codes: codes.length }).toMatchObject(expected);

  await expectFree(filingId);
  await expectEventsInOrder(filingId);
  await expectProjectionOf(journey);
}

/** A grant is recorded by its owners side by side, so the last of them may be a moment behind the stage. */
async function expectFree(filingId: string): Promise<void> {
  const free = { certificates: 0, domains: 0, codesInProgress: 0 };
  let locks = {};
  const look = async () => {
    const now = await locksOf(filingId);
    locks = now;
    return Object.values(now).every((count) => count === 0) ? now : undefined;
  };
  // Where it does not get there, the comparison says what is held.
  await eventually(look, 'no lock of the filing', 30).catch(() => undefined);
  expect(locks).toEqual(free);
}

/** Locks and holds that a filing still has in the services' tables. */
async function locksOf(filingId: string): Promise<Record<string, number>> {
  const database = new Client({
    connectionString: theStack().addresses.postgres.adminUrl.replace(/\/postgres$/, '/beian'),
  });
  await database.connect();
  const count = async (sql: string) => Number((await database.query<{ n: string }>(sql, [filingId])).rows[0]?.n);
  const locks = {
    certificates: await count(
      'SELECT count(*) n FROM subject.certificate_lock WHERE filing_id = $1 AND released_at IS NULL',
    ),
    domains: await count('SELECT count(*) n FROM website.domain_lock WHERE filing_id = $1 AND released_at IS NULL'),
    codesInProgress: await count(
      "SELECT count(*) n FROM website.service_code WHERE filing_id = $1 AND state = 'in-progress'",
    ),
  };
  await database.end();
  return locks;
}

async function expectEventsInOrder(filingId: string): Promise<void> {
  const moved = (await eventsOf('verification')).filter(
    (event) => event.filingId === filingId && event.type === 'filing-moved',
  );
  const sequences = moved.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other));
  expect(moved.length).toBeGreaterThan(0);
}

async function expectProjectionOf({ filingId, applicant }: Journey): Promise<void> {
  const snapshot = await (await filingHandle(filingId)).query(getFiling);
  const projected = await applicant.until(filingId, ({ version }) => version >= snapshot.version);
  const { version, stage, submission, flags, ledger, waitingOn } = projected;
  expect({ version, stage, submission, flags, ledger, waitingOn }).toEqual({
    version: snapshot.version,
    stage: snapshot.stage,
    submission: snapshot.submission,
    flags: snapshot.flags,
    ledger: snapshot.ledger,
    waitingOn: snapshot.waitingOn,
  });
}
