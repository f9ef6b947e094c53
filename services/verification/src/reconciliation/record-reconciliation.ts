import {
  effectKey,
  type FilingId,
  type OrderView,
  type RecordReconciliation,
  type RecordView,
  type RepairStep,
} from '@beian/contracts';
import { audit, problem } from '@beian/platform';
import type { OrderState } from '../authority/authority-system';
import type { AuthorityOrderRow } from '../authority/authority.store';
import { hearAuthority } from '../authority/hear-authority';
import { PartyAway, PartyOffContract } from '../outside/outside-call';
import type { VerificationDeps } from '../verification-deps';

/** Keys in one question to the authority. */
const mostKeys = 200;

type Order = Pick<RepairStep, 'filingId' | 'submission'>;

/** What this service answers when filings are compared, and what it puts right. Nothing here asks the workflow. */
export const createRecordReconciliation = (deps: VerificationDeps): RecordReconciliation => ({
  pageOfRecords: async (page) => {
    const filings = await deps.filings.page(page);
    const next = filings.length === page.limit ? filings.at(-1) : undefined;
    return { filings, ...(next === undefined ? {} : { next }) };
  },
  viewRecords: (filings) => viewRecords(deps, filings),
  readSnapshots: async (filings) => (await deps.filings.several(filings)).map(({ snapshot }) => snapshot),
  hearLostAnswer: (order) => hearLostAnswer(deps, order),
  deliverAnswerAgain: (order) => deliverAnswerAgain(deps, order),
  callBackOrder: (step) => callBackOrder(deps, step),
});

async function viewRecords(deps: VerificationDeps, filings: readonly FilingId[]): Promise<readonly RecordView[]> {
  const rows = await deps.filings.several(filings);
  const ours = await deps.orders.ofFilings(filings);
  const submissions = rows.flatMap(({ snapshot: { filingId, submission } }) =>
    Array.from({ length: submission }, (_, i) => ({ filingId, submission: i + 1 })),
  );
  const theirs = await askAuthority(deps, submissions.map(keyOf));
  const views: RecordView[] = [];
  for (const { snapshot, ageSeconds } of rows) {
    const { filingId, version, stage, submission } = snapshot;
    const undelivered = await deps.deliveries.countWaiting(filingId);
    const own = submissions.filter((one) => one.filingId === filingId);
    const orders = theirs === 'away' ? theirs : own.map((one) => viewOf(one, ours, theirs));
    views.push({ filingId, version, stage, submission, ageSeconds, undelivered, orders });
  }
  return views;
}

const keyOf = (order: Order): string => effectKey(order, 'hand-over');

/** An authority that is away, or whose adapter cannot tell, is no difference: nothing is concluded from it. */
async function askAuthority(
  { authority, logger }: VerificationDeps,
  keys: readonly string[],
): Promise<ReadonlyMap<string, OrderState> | 'away'> {
  const known = new Map<string, OrderState>();
  try {
    for (let from = 0; from < keys.length; from += mostKeys) {
      for (const order of await authority.orders(keys.slice(from, from + mostKeys))) known.set(order.key, order);
    }
    return known;
  } catch (error) {
    if (!(error instanceof PartyAway || error instanceof PartyOffContract)) throw error;
    logger.warn({ err: error }, 'the authority could not be asked what it has');
    return 'away';
  }
}

function viewOf(order: Order, ours: readonly AuthorityOrderRow[], theirs: ReadonlyMap<string, OrderState>): OrderView {
  const own = ours.find(({ filingId, submission }) => filingId === order.filingId && submission === order.submission);
  const their = theirs.get(keyOf(order));
  return {
    submission: order.submission,
    ours: own?.state ?? 'none',
    theirs: their?.state ?? 'none',
    ...(own?.transactionId === undefined ? {} : { transactionId: own.transactionId }),
    ...(own?.outcome === undefined ? {} : { outcome: own.outcome }),
    ...(their === undefined ? {} : { theirTransactionId: their.transactionId }),
  };
}

/** Through the same door as the callback; the message keeps the authority's id, so that a late one is the same one. */
async function hearLostAnswer(deps: VerificationDeps, order: Order): Promise<void> {
  const [their] = await deps.authority.orders([keyOf(order)]);
  if (their?.answer === undefined)
    problem('not-possible-here', { detail: 'the authority does not say what it answered' });
  await hearAuthority(deps, their.answer);
}

async function deliverAnswerAgain(deps: VerificationDeps, { filingId, submission }: Order): Promise<void> {
  const order = await deps.orders.get(filingId, submission);
  const messageId =
    order?.transactionId === undefined ? undefined : await deps.orders.decidingMessage(order.transactionId);
  if (messageId === undefined) problem('not-found');
  await deps.deliveries.sendAgain(`authority:${messageId}`);
  deps.deliverer.nudge();
}

async function callBackOrder(deps: VerificationDeps, step: RepairStep): Promise<void> {
  const [their] = await deps.authority.orders([keyOf(step)]);
  if (their?.state !== 'under-review') return;
  const result = await deps.authority.callBack(their.transactionId, effectKey(step, 'cancel-authority-order'));
  await deps.database.transaction(async (tx) => {
    const order = await deps.orders.lock(tx, step);
    if (order !== undefined) await deps.orders.cancel(tx, order.key);
    await audit.append(tx, {
      actor: 'reconciliation',
      action: 'order-called-back',
      object: `filing/${step.filingId}`,
      at: step.at,
      details: { submission: step.submission, result },
    });
  });
}
