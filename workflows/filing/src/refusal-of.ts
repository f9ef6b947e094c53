import {
  identityMethods,
  rulePackIds,
  stageActions,
  undoOwners,
  type FilingAction,
  type MessageId,
  type ReasonRef,
  type Refusal,
} from '@beian/contracts';
import { isPast } from './deadlines';
import type { MessageBodies, MessageName } from './mailbox';
import type { FilingRecord } from './record';

// What may be said when. Synchronous, changes nothing, and takes whatever JSON somebody sends.

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, max = 200): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= max;
const isOneOf = (list: readonly string[], value: unknown): boolean => typeof value === 'string' && list.includes(value);

/** Whether it is an object with a usable message id. */
export const isMessage = (value: unknown): value is Fields & { readonly messageId: MessageId } =>
  isObject(value) && isText(value['messageId']);

export const isReasons = (value: unknown): value is readonly ReasonRef[] =>
  Array.isArray(value) &&
  value.length <= 100 &&
  value.every((reason) => isObject(reason) && ['id', 'code', 'pointer'].every((key) => isText(reason[key], 300)));

const maxHours = 240;

/** The shape of each body beyond its message id; a missing row does not compile. */
const hasShape: { readonly [N in MessageName]: (body: Fields) => boolean } = {
  submit: () => true,
  resubmit: () => true,
  withdraw: () => true,
  abandon: () => true,
  decideReview: ({ decision, reasons }) => isOneOf(['approve', 'return', 'refuse'], decision) && isReasons(reasons),
  addReasons: ({ reasons }) => isReasons(reasons),
  chooseIdentityMethod: ({ method }) => isOneOf(identityMethods, method),
  photoUploaded: ({ versionId }) => isText(versionId),
  decidePhoto: ({ accepted, reasons }) => typeof accepted === 'boolean' && isReasons(reasons),
  confirmPhone: ({ administrator }) => isText(administrator),
  hold: () => true,
  release: () => true,
  extendWindow: ({ hours }) => typeof hours === 'number' && Number.isInteger(hours) && hours >= 1 && hours <= maxHours,
  rulePackMoved: ({ pack, asOf }) =>
    isOneOf(rulePackIds, pack) && isText(asOf) && /^\d{4}-\d{2}-\d{2}$/.test(asOf) && !Number.isNaN(Date.parse(asOf)),
  retryUndo: ({ undo }) => isOneOf(Object.keys(undoOwners), undo),
};

/** Messages of which one alone may be under way: each of them can move the filing. */
const deciding: readonly MessageName[] = ['submit', 'resubmit', 'withdraw', 'abandon', 'decideReview', 'decidePhoto'];
const decisions: readonly MessageName[] = ['decideReview', 'decidePhoto'];

const isPastNoReturn = (record: FilingRecord): boolean =>
  ['hand-over', 'phone-verification', 'authority-review', 'granted'].includes(record.stage);

/** Why a stage does not allow an action, where there is a better word than `not-allowed-now`. */
function notHere(record: FilingRecord, name: FilingAction): Refusal {
  const { stage, submission, because } = record.state;
  if (name === 'withdraw') return isPastNoReturn(record) ? 'too-late' : 'nothing-to-withdraw';
  if (name === 'abandon' && isPastNoReturn(record)) return 'too-late';
  if (name === 'decideReview' && submission > 0) return 'already-decided';
  if (name === 'decidePhoto' && isPastNoReturn(record)) return 'already-decided';
  if (name === 'confirmPhone' && stage === 'returned' && because === 'phone-window-closed') return 'too-late';
  return 'not-allowed-now';
}

/** What a stage's own facts refuse; only asked in a stage that allows the action. */
const refusedHere: { readonly [N in MessageName]?: (record: FilingRecord, body: MessageBodies[N]) => Refusal | false } =
  {
    decideReview: ({ state }, { decision, reasons }) =>
      state.cleared ? 'already-decided' : decision !== 'approve' && reasons.length === 0 && 'reasons-missing',
    addReasons: (_, { reasons }) => reasons.length === 0 && 'reasons-missing',
    chooseIdentityMethod: ({ state }, { method }) =>
      (state.cleared || state.identity?.photo === 'under-review' || !state.identity?.methods.includes(method)) &&
      'not-allowed-now',
    photoUploaded: ({ state: { identity } }) =>
      (identity?.method === undefined || !isOneOf(['awaited', 'refused'], identity.photo)) && 'not-allowed-now',
    decidePhoto: ({ state: { identity, cleared } }, { accepted, reasons }) => {
      if (cleared) return 'already-decided';
      if (identity?.photo !== 'under-review') return 'not-allowed-now';
      return !accepted && reasons.length === 0 && 'reasons-missing';
    },
    confirmPhone: ({ state: { phones, deadline } }, { administrator }) => {
      const recipient = phones?.find((phone) => phone.administrator === administrator);
      if (recipient === undefined) return 'invalid-request';
      if (recipient.confirmed) return 'already-decided';
      // a code confirmed exactly at the end of the window counts
      return deadline !== undefined && isPast(deadline.at) && 'too-late';
    },
    extendWindow: ({ state: { deadline } }) =>
      deadline === undefined ? 'not-allowed-now' : isPast(deadline.at) && 'too-late',
    hold: ({ state }) => state.flags.onHold && 'not-allowed-now',
    release: ({ state }) => !state.flags.onHold && 'not-allowed-now',
  };

/** Refusals that follow from what is recorded but not yet acted on: the second of two racing people is not told yes. */
function raceLost(record: FilingRecord, name: MessageName): Refusal | false {
  if (!deciding.includes(name) || !record.mailbox.isActingOn(deciding)) return false;
  return decisions.includes(name) && record.mailbox.isActingOn(decisions) ? 'already-decided' : 'already-heard';
}

/** Why a message is refused at this moment; `undefined` if it may be heard. One that was heard before may come again. */
export function refusalOf(record: FilingRecord, name: MessageName, body: unknown): Refusal | undefined {
  if (!isMessage(body)) return 'invalid-request';
  if (record.mailbox.knows(body.messageId)) return undefined;
  if (!hasShape[name](body)) return 'invalid-request';
  return raceLost(record, name) || notNow(record, name, body as unknown as MessageBodies[MessageName]) || undefined;
}

/** The same without the race: what the main loop asks again before it acts, for the stage may have moved meanwhile. */
export function notNow<N extends MessageName>(record: FilingRecord, name: N, body: MessageBodies[N]): Refusal | false {
  const allowed: readonly FilingAction[] = stageActions[record.stage];
  if (name === 'retryUndo') {
    const { undo } = body as MessageBodies['retryUndo'];
    return !record.ledger.hasParked(undo) && 'not-allowed-now';
  }
  if (!allowed.includes(name)) return notHere(record, name);
  return refusedHere[name]?.(record, body) ?? false;
}
