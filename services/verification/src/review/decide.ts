import type { AccountId, FilingAnswer, FilingId, MessageId, ReasonRef, Role } from '@beian/contracts';
import { audit, problem, type Clock, type Database, type ProblemError, type Tx } from '@beian/platform';
import type { Delivery, DeliveryStore } from '../delivery/delivery.store';
import type { Deliverer } from '../delivery/deliverer';
import { assertKnownReasons, photoCodes } from './reason-catalogue';
import type { Decision, DecisionStore } from './decision.store';
import type { GivenReason, ReasonStore } from './reason.store';
import type { ReviewItem, ReviewKind, ReviewStore } from './review.store';

/** Which decisions of the review need a second person (row 20): only a refusal for good, or every one. */
export type FourEyes = 'refusal' | 'every-review';

export interface DecideDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly reviews: ReviewStore;
  readonly decisions: DecisionStore;
  readonly reasons: ReasonStore;
  readonly deliveries: DeliveryStore;
  readonly deliverer: Pick<Deliverer, 'answerOf'>;
  readonly fourEyes: FourEyes;
}

/** Who decides, and under which id of the request. */
export interface Acting {
  readonly filingId: FilingId;
  readonly actor: AccountId;
  readonly actorRoles?: readonly Role[] | undefined;
  readonly messageId: MessageId;
}

export interface ReviewVerdict extends Acting {
  readonly decision: 'approve' | 'return' | 'refuse';
  readonly reasons: readonly GivenReason[];
}

export interface PhotoVerdict extends Acting {
  readonly accepted: boolean;
  readonly reasons: readonly GivenReason[];
}

type Refused = Extract<
  ProblemError['code'],
  'not-found' | 'not-allowed-now' | 'already-decided' | 'claim-missing' | 'claimed-by-other'
>;
type Outcome = { readonly delivery: Delivery } | { readonly secondPerson: true } | { readonly refused: Refused };

/**
 * Decides a review under the claim (rules.md 7; pack by submission). The first decision wins and is stored before the
 * workflow hears of it; the words stay here and the message carries references. Refusing for good needs a second person:
 * the first call keeps the proposal, frees the item and refuses with `second-person-needed`; the same decision by another
 * (a senior, where the gateway names roles) confirms it. With four eyes for every review an approval and a return are
 * proposed and confirmed in the same way, by any other reviewer. A repeated request asks for the answer of its first.
 */
export async function decideReview(deps: DecideDeps, verdict: ReviewVerdict): Promise<FilingAnswer> {
  if (verdict.decision !== 'approve' && verdict.reasons.length === 0)
    problem('reasons-missing', { pointer: '/reasons' });
  if (verdict.decision === 'approve' && verdict.reasons.length > 0) {
    problem('invalid-request', { pointer: '/reasons', detail: 'an approval has no reasons' });
  }
  assertKnownReasons(verdict.reasons);
  const outcome = await deps.database.transaction(async (tx): Promise<Outcome> => {
    const known = await deps.deliveries.knownFor(tx, sourceOf(verdict.messageId));
    if (known !== undefined) return { delivery: known };
    if (await deps.decisions.isProposal(tx, verdict.messageId)) return { secondPerson: true };
    const item = await itemToDecide(deps, tx, { ...verdict, kind: 'review' });
    if (typeof item === 'string') return { refused: item };
    const needsTwo = verdict.decision === 'refuse' || deps.fourEyes === 'every-review';
    return needsTwo ? byTwo(deps, tx, { verdict, item }) : settle(deps, tx, { verdict, item });
  });
  return answer(deps, outcome);
}

/** Decides a photo of the identity check (rules.md 6.1), under the claim; a refused photo needs a reason. */
export async function decidePhoto(deps: DecideDeps, verdict: PhotoVerdict): Promise<FilingAnswer> {
  if (!verdict.accepted && verdict.reasons.length === 0) problem('reasons-missing', { pointer: '/reasons' });
  assertKnownReasons(verdict.reasons, photoCodes);
  const outcome = await deps.database.transaction(async (tx): Promise<Outcome> => {
    const known = await deps.deliveries.knownFor(tx, sourceOf(verdict.messageId));
    if (known !== undefined) return { delivery: known };
    const item = await itemToDecide(deps, tx, { ...verdict, kind: 'photo' });
    if (typeof item === 'string') return { refused: item };
    const refs = await keepReasons(deps, tx, { verdict, item });
    const { delivery } = await deps.deliveries.add(tx, {
      source: sourceOf(verdict.messageId),
      filingId: item.filingId,
      message: 'decidePhoto',
      body: { accepted: verdict.accepted, reasons: refs },
      ownAttemptSeconds,
    });
    const decision = verdict.accepted ? 'photo-accepted' : 'photo-refused';
    await keepDecision(deps, tx, { verdict, item, decision, id: delivery.id, refs, state: 'recorded' });
    await deps.reasons.showAfter(tx, refs, delivery.id);
    await deps.reviews.markDecided(tx, item.itemId, delivery.id);
    return { delivery };
  });
  return answer(deps, outcome);
}

const ownAttemptSeconds = 15;
const sourceOf = (messageId: MessageId): string => `decision:${messageId}`;

async function answer(deps: DecideDeps, outcome: Outcome): Promise<FilingAnswer> {
  if ('refused' in outcome) return problem(outcome.refused);
  if ('secondPerson' in outcome) return problem('second-person-needed');
  return deps.deliverer.answerOf(outcome.delivery);
}

/** The open item, if this actor holds its claim now and nobody has decided; else why not. */
async function itemToDecide(
  deps: DecideDeps,
  tx: Tx,
  { filingId, actor, kind }: Pick<Acting, 'filingId' | 'actor'> & { readonly kind: ReviewKind },
): Promise<ReviewItem | Refused> {
  const item = await deps.reviews.lockOpenItem(tx, filingId);
  if (item === undefined || item.kind !== kind) return 'not-allowed-now';
  if (item.decisionId !== undefined) return 'already-decided';
  const isClaimed = item.claimExpiresAt !== undefined && new Date(item.claimExpiresAt) > deps.clock.now();
  if (!isClaimed || item.claimedBy === undefined) return 'claim-missing';
  return item.claimedBy === actor ? item : 'claimed-by-other';
}

interface AtItem<V extends Acting> {
  readonly verdict: V;
  readonly item: ReviewItem;
}

/** Approves or returns; a proposal to refuse that lay on the item is overruled by it. */
async function settle(deps: DecideDeps, tx: Tx, { verdict, item }: AtItem<ReviewVerdict>): Promise<Outcome> {
  if (item.proposalId !== undefined) await deps.decisions.endProposal(tx, item.proposalId, 'overruled');
  const refs = await keepReasons(deps, tx, { verdict, item });
  return { delivery: await record(deps, tx, { verdict, item, refs }) };
}

/** Proposes, or confirms what another has proposed; then the reasons of both stand. Another decision is a proposal of its own. */
async function byTwo(deps: DecideDeps, tx: Tx, { verdict, item }: AtItem<ReviewVerdict>): Promise<Outcome> {
  const proposal = item.proposalId === undefined ? undefined : await deps.decisions.proposal(tx, item.proposalId);
  if (proposal?.decision !== verdict.decision) {
    if (proposal !== undefined) await deps.decisions.endProposal(tx, proposal.id, 'overruled');
    return propose(deps, tx, { verdict, item });
  }
  const isSenior = verdict.decision !== 'refuse' || (verdict.actorRoles?.includes('senior') ?? true);
  if (proposal.actor === verdict.actor || !isSenior) return { secondPerson: true };
  await deps.decisions.endProposal(tx, proposal.id, 'confirmed');
  const refs = [...proposal.reasons, ...(await keepReasons(deps, tx, { verdict, item }))];
  return { delivery: await record(deps, tx, { verdict, item, refs, proposedBy: proposal.actor }) };
}

async function propose(deps: DecideDeps, tx: Tx, { verdict, item }: AtItem<ReviewVerdict>): Promise<Outcome> {
  const refs = await keepReasons(deps, tx, { verdict, item });
  const id = verdict.messageId;
  await deps.reasons.showAfter(tx, refs, id); // no message has this id: hidden until somebody confirms
  await keepDecision(deps, tx, { verdict, item, decision: verdict.decision, id, refs, state: 'proposed' });
  await deps.reviews.markProposed(tx, item.itemId, id);
  return { secondPerson: true };
}

async function record(
  deps: DecideDeps,
  tx: Tx,
  {
    verdict,
    item,
    refs,
    proposedBy,
  }: AtItem<ReviewVerdict> & { readonly refs: readonly ReasonRef[]; readonly proposedBy?: AccountId },
): Promise<Delivery> {
  const { delivery } = await deps.deliveries.add(tx, {
    source: sourceOf(verdict.messageId),
    filingId: item.filingId,
    message: 'decideReview',
    body: { decision: verdict.decision, reasons: refs },
    ownAttemptSeconds,
  });
  await keepDecision(deps, tx, {
    verdict,
    item,
    decision: verdict.decision,
    id: delivery.id,
    refs,
    state: 'recorded',
    ...(proposedBy === undefined ? {} : { proposedBy }),
  });
  await deps.reasons.showAfter(tx, refs, delivery.id);
  await deps.reviews.markDecided(tx, item.itemId, delivery.id);
  return delivery;
}

async function keepReasons(
  deps: DecideDeps,
  tx: Tx,
  { verdict, item }: AtItem<Acting & { readonly reasons: readonly GivenReason[] }>,
): Promise<readonly ReasonRef[]> {
  const { filingId, submission } = item;
  return deps.reasons.add(tx, {
    filingId,
    submission,
    by: 'provider',
    reasons: verdict.reasons,
    at: deps.clock.now().toISOString(),
  });
}

const proposed = (decision: Decision['decision']): string => `${decision === 'refuse' ? 'refusal' : decision}-proposed`;

interface KeptDecision extends Pick<Decision, 'decision' | 'id' | 'state' | 'proposedBy'> {
  readonly verdict: Acting;
  readonly item: ReviewItem;
  readonly refs: readonly ReasonRef[];
}

/** The row and its audit entry: who decided what, in which role, for which codes and fields. */
async function keepDecision(deps: DecideDeps, tx: Tx, kept: KeptDecision): Promise<void> {
  const { verdict, item, refs, decision, id, state, proposedBy } = kept;
  const at = deps.clock.now().toISOString();
  const actorRoles = verdict.actorRoles ?? [];
  await deps.decisions.add(tx, {
    id,
    requestId: verdict.messageId,
    itemId: item.itemId,
    filingId: item.filingId,
    submission: item.submission,
    decision,
    state,
    actor: verdict.actor,
    actorRoles,
    reasons: refs,
    at,
    ...(proposedBy === undefined ? {} : { proposedBy }),
  });
  await audit.append(tx, {
    actor: verdict.actor,
    action: state === 'proposed' ? proposed(decision) : `decided-${decision}`,
    object: `filing/${item.filingId}`,
    at,
    details: { decisionId: id, submission: item.submission, actorRoles, proposedBy, reasons: refs },
  });
}
