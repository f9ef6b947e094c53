import type { AdministratorKey, FilingAnswer, FilingSnapshot } from '@beian/contracts';
import type { phoneConfirmationSchema } from '@beian/contracts/schemas';
import { audit, problem, type Clock, type Database, type Tx } from '@beian/platform';
import { phoneStep } from '@beian/rules';
import type { z } from 'zod';
import type { Delivery, DeliveryStore } from '../delivery/delivery.store';
import type { Deliverer } from '../delivery/deliverer';
import type { FilingStore } from '../filing/filing.store';
import type { Acting } from '../review/decide';
import type { Entry, EntryStore } from './entry.store';
import type { OfSubmission, PhoneStore, Recipient } from './phone.store';

export interface ConfirmPhoneDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly filings: Pick<FilingStore, 'get'>;
  readonly phones: PhoneStore;
  readonly entries: EntryStore;
  readonly deliveries: DeliveryStore;
  readonly deliverer: Pick<Deliverer, 'answerOf' | 'nudge'>;
}

type Confirmation = Acting & z.output<typeof phoneConfirmationSchema>;
type Refused = 'not-allowed-now' | 'already-decided' | 'code-wrong' | 'code-void';
type Outcome = { readonly confirmed: readonly Delivery[] } | { readonly refused: Refused };

/** The filing's stand, what was entered, and who shares the code that it was entered for. */
interface Entering {
  readonly snapshot: FilingSnapshot;
  readonly step: OfSubmission;
  readonly confirmation: Confirmation;
  readonly sharesCodeOf: AdministratorKey;
  readonly recipients: readonly Recipient[];
}

/**
 * Takes what was entered on the phone page: code, mobile and the last six characters of the certificate (rules.md 8.4).
 * 1. One conditional update counts and judges the entry, so that of any number at once five wrong ones are judged at most;
 *    the fifth voids the code, in every pack. An entry stays counted whatever happens next; the same request counts once.
 * 2. A match is stored with its message to the workflow, which alone knows the window (I-8): its answer is passed on.
 * 3. Where the pack counts to its limit (C6), the order goes back: `phoneFailed` is stored in the same transaction.
 */
export async function confirmPhone(deps: ConfirmPhoneDeps, confirmation: Confirmation): Promise<FilingAnswer> {
  const filing = await deps.filings.get(confirmation.filingId);
  if (filing === undefined) return problem('not-found');
  const { snapshot } = filing;
  const step = { filingId: snapshot.filingId, submission: snapshot.submission };
  const outcome = await deps.database.transaction(async (tx): Promise<Outcome> => {
    const recipients = await deps.phones.recipients(step, tx);
    const own = recipients.find(({ administrator }) => administrator === confirmation.administrator);
    if (own === undefined) return { refused: 'not-allowed-now' };
    return enter(deps, tx, { snapshot, step, confirmation, recipients, sharesCodeOf: own.sharesCodeOf });
  });
  deps.deliverer.nudge();
  if ('refused' in outcome) return problem(outcome.refused);
  return lastAnswer(deps, outcome.confirmed);
}

async function enter(deps: ConfirmPhoneDeps, tx: Tx, entering: Entering): Promise<Outcome> {
  const { snapshot, step, confirmation, sharesCodeOf } = entering;
  const before = await deps.entries.judgedBefore(tx, confirmation.messageId);
  if (before !== undefined)
    return before.matched ? { confirmed: await keepConfirmations(deps, tx, entering) } : { refused: 'code-wrong' };
  const entry = await deps.entries.judge(tx, { ...step, ...confirmation, sharesCodeOf });
  if (entry === undefined) return { refused: await whyNot(deps, tx, entering) };
  await deps.entries.keep(tx, confirmation.messageId, entry);
  await auditEntry(deps, tx, { step, confirmation, entry });
  if (entry.matched) return { confirmed: await keepConfirmations(deps, tx, entering) };
  const { count, counts } = phoneStep(snapshot).maxWrong;
  const wrong = counts === 'certificate-tail' ? entry.wrongTails : entry.wrongEntries;
  if (wrong >= count) await keepFailure(deps, tx, { step, entry });
  return { refused: 'code-wrong' };
}

/** No code could be tried: this mobile is confirmed already, its codes are void, or none was ever sent. */
async function whyNot(deps: ConfirmPhoneDeps, tx: Tx, { step, sharesCodeOf }: Entering): Promise<Refused> {
  if (await deps.phones.hasMatched({ ...step, administrator: sharesCodeOf }, tx)) return 'already-decided';
  return (await deps.entries.hasCode(tx, step, sharesCodeOf)) ? 'code-void' : 'not-allowed-now';
}

/** One code may confirm several administrators (one mobile); the last answer shows them all. */
async function lastAnswer(deps: ConfirmPhoneDeps, deliveries: readonly Delivery[]): Promise<FilingAnswer> {
  let answer: FilingAnswer | undefined;
  for (const delivery of deliveries) answer = await deps.deliverer.answerOf(delivery);
  return answer ?? problem('not-allowed-now');
}

/** A message for each administrator who was asked and whose mobile this is; those of an earlier telling are found again. */
async function keepConfirmations(deps: ConfirmPhoneDeps, tx: Tx, entering: Entering): Promise<readonly Delivery[]> {
  const { step, confirmation, recipients, sharesCodeOf } = entering;
  const confirmed: Delivery[] = [];
  for (const recipient of recipients) {
    if (!recipient.asked || recipient.sharesCodeOf !== sharesCodeOf) continue;
    const { administrator } = recipient;
    const { delivery } = await deps.deliveries.add(tx, {
      source: `phone:${confirmation.messageId}:${administrator}`,
      filingId: step.filingId,
      message: 'confirmPhone',
      body: { administrator },
      ownAttemptSeconds: 15,
    });
    confirmed.push(delivery);
  }
  return confirmed;
}

/** The order goes back by the pack's own count; told once per code. */
async function keepFailure(
  deps: ConfirmPhoneDeps,
  tx: Tx,
  { step, entry }: { readonly step: OfSubmission; readonly entry: Entry },
): Promise<void> {
  await deps.deliveries.add(tx, {
    source: `phone-failed:${entry.codeId}`,
    filingId: step.filingId,
    message: 'phoneFailed',
    body: { submission: step.submission, administrator: entry.administrator, cause: 'five-wrong-entries' },
  });
}

async function auditEntry(
  deps: ConfirmPhoneDeps,
  tx: Tx,
  {
    step,
    confirmation,
    entry,
  }: { readonly step: OfSubmission; readonly confirmation: Confirmation; readonly entry: Entry },
): Promise<void> {
  await audit.append(tx, {
    actor: confirmation.actor,
    action: entry.matched ? 'phone-code-matched' : 'phone-code-wrong',
    object: `filing/${step.filingId}`,
    at: deps.clock.now(),
    details: {
      submission: step.submission,
      administrator: confirmation.administrator,
      codeId: entry.codeId,
      wrongEntries: entry.wrongEntries,
      actorRoles: confirmation.actorRoles ?? [],
    },
  });
}
