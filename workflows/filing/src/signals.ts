import { log } from '@temporalio/workflow';
import type { FilingNumbers, IdentityProgress } from '@beian/contracts';
import type { AuthorityAnswer, ParcelMoved, PhoneFailed } from '@beian/contracts/messages';
import type { FilingRecord } from './record';
import { isMessage, isReasons } from './refusal-of';

// Outside facts. Each takes whatever JSON comes, sets a fact or leaves it, and says whether it could be used. A fact that
// was heard before is usable and changes nothing.

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T => list.includes(value as T);

function isNumbers(value: unknown): value is FilingNumbers {
  if (typeof value !== 'object' || value === null) return false;
  const { subject, sites } = value as Partial<FilingNumbers>;
  return typeof subject === 'string' && subject !== '' && Array.isArray(sites) && sites.length <= 200;
}

function asAuthorityAnswer(body: unknown): AuthorityAnswer | undefined {
  if (!isMessage(body)) return undefined;
  const { messageId, submission, outcome, reasons, numbers } = body;
  if (typeof submission !== 'number' || !isOneOf(['granted', 'rejected'], outcome) || !isReasons(reasons))
    return undefined;
  if (outcome === 'rejected') return { messageId, submission, outcome, reasons };
  return isNumbers(numbers) ? { messageId, submission, outcome, reasons, numbers } : undefined;
}

/**
 * An answer to the running submission is kept, also one that comes too early, and applied when its stage is there. The
 * first final one holds; a contradiction is shown to operators and changes nothing.
 */
export function hearAuthority(record: FilingRecord, body: unknown): boolean {
  const { state, mailbox } = record;
  const answer = asAuthorityAnswer(body);
  if (answer === undefined || answer.submission !== state.submission || state.submission === 0) return false;
  if (!mailbox.isNew(answer.messageId)) return true;

  const before = state.authorityAnswer;
  if (before?.submission !== answer.submission) {
    state.authorityAnswer = answer;
    return true;
  }
  if (before.outcome === answer.outcome) return true;
  record.tell(`the authority contradicts itself: ${before.outcome}, then ${answer.outcome}; the first holds`);
  log.error('the authority contradicts itself', { submission: answer.submission, first: before.outcome });
  return false;
}

const parcelStates = ['ordered', 'shipped', 'delivered'] as const;

/** A parcel only moves ahead, in whatever order its messages come; it can be lost until it is delivered. */
function movesAhead(from: NonNullable<IdentityProgress['parcel']>, to: ParcelMoved['state']): boolean {
  if (from === 'lost' || from === 'delivered') return false;
  return to === 'lost' || parcelStates.indexOf(to) > parcelStates.indexOf(from);
}

export function hearParcel(record: FilingRecord, body: unknown): boolean {
  const { state, mailbox } = record;
  if (!isMessage(body) || !isOneOf(['shipped', 'delivered', 'lost'], body['state'])) return false;
  if (body['submission'] !== state.submission || state.identity?.parcel === undefined) return false;
  if (!mailbox.isNew(body.messageId) || !movesAhead(state.identity.parcel, body['state'])) return true;

  state.identity = { ...state.identity, parcel: body['state'] };
  state.noteAsked = state.stage === 'identity-check';
  record.tell(`parcel ${body['state']}`);
  return true;
}

/** Five wrong entries return the filing; an undeliverable message is only shown: there is the second one, or a resend. */
export function hearPhoneFailure(record: FilingRecord, body: unknown): boolean {
  const { state, mailbox } = record;
  if (!isMessage(body) || !isOneOf(['five-wrong-entries', 'undeliverable'], body['cause'])) return false;
  const { messageId, submission, administrator, cause } = body as typeof body & PhoneFailed;
  if (submission !== state.submission || !state.phones?.some((phone) => phone.administrator === administrator))
    return false;
  if (!mailbox.isNew(messageId)) return true;

  record.tell(`phone of ${administrator}: ${cause}`);
  if (cause === 'five-wrong-entries') state.phoneFailed = { messageId, submission, administrator, cause };
  return true;
}

export function hearCalendar(record: FilingRecord, body: unknown): boolean {
  if (!isMessage(body)) return false;
  if (record.mailbox.isNew(body.messageId)) record.state.planAgainAsked = true;
  return true;
}
