import {
  effectKey,
  type AdministratorKey,
  type FilingFacts,
  type RecordStep,
  type UndoStep,
  type VerificationActivities,
} from '@beian/contracts';
import { verificationDossierSchema } from '@beian/contracts/schemas';
import { audit, outbox, type DossierStore } from '@beian/platform';
import { canonicalMobile } from '@beian/rules';
import type { z } from 'zod';
import { dossiersFor } from '../filing/filing.store';
import { recordStage, type RecordDeps } from '../filing/record-stage';
import { PartyOffContract } from '../outside/outside-call';
import type { Carrier, TextMessage } from './carrier';
import { codeReference, failUndeliverable, type HearCarrierDeps } from './hear-carrier';
import { mostSends, type OfSubmission, type PhoneStore } from './phone.store';

export interface SendCodesDeps extends RecordDeps, HearCarrierDeps {
  readonly phones: PhoneStore;
  readonly carrier: Pick<Carrier, 'send'>;
  readonly dossiers: Pick<DossierStore, 'get'>;
  readonly smsSignature: string;
}

type Phones = z.output<typeof verificationDossierSchema>['administrators'];
type Phone = NonNullable<Phones[AdministratorKey]>;

/**
 * Records `phone-verification` and sends one code to each mobile that must confirm (rules.md 8.3; one code where two
 * administrators share a mobile). Called again, it sends only what the carrier has not taken, under the same keys.
 */
export async function sendPhoneCodes(
  deps: SendCodesDeps,
  { snapshot, administrators }: Parameters<VerificationActivities['sendPhoneCodes']>[0],
): Promise<void> {
  const phones = await phonesOf(deps, snapshot);
  const groups = sharedCodes(phones, administrators);
  await deps.database.transaction(async (tx) => {
    await recordStage(deps, tx, { snapshot });
    await deps.phones.lock(tx, snapshot);
    const recipients = Object.entries(phones) as [AdministratorKey, Phone][];
    await deps.phones.keepRecipients(
      tx,
      snapshot,
      recipients.map(([administrator, { mobile, certificateTail }]) => ({
        administrator,
        sharesCodeOf: groups.get(canonicalMobile(mobile)) ?? administrator,
        asked: administrators.includes(administrator),
        mobile,
        certificateTail,
      })),
    );
    for (const administrator of groups.values()) {
      await deps.phones.addSend(tx, { ...ofSubmission(snapshot), administrator, sendNumber: 1, at: snapshot.at });
    }
  });
  await sendWaiting(deps, ofSubmission(snapshot), snapshot.at);
}

/** The automatic second message (rules.md 8.5; pack `2018-06`), to who has not confirmed and has a send left. */
export async function resendPhoneCodes(deps: SendCodesDeps, { snapshot }: RecordStep): Promise<void> {
  const confirmed = new Set(
    (snapshot.phones ?? []).filter((phone) => phone.confirmed).map(({ administrator }) => administrator),
  );
  const step = ofSubmission(snapshot);
  await deps.database.transaction(async (tx) => {
    const isNew = await recordStage(deps, tx, { snapshot });
    if (!isNew) return; // said again: the codes of the first telling are sent below
    await deps.phones.lock(tx, step);
    const asked = (await deps.phones.recipients(step, tx)).filter(
      (one) => one.asked && !confirmed.has(one.administrator),
    );
    for (const administrator of new Set(asked.map(({ sharesCodeOf }) => sharesCodeOf))) {
      const sends = await deps.phones.sends(tx, { ...step, administrator });
      const isDone = await deps.phones.hasMatched({ ...step, administrator }, tx);
      if (isDone || sends === 0 || sends >= mostSends) continue;
      await deps.phones.addSend(tx, { ...step, administrator, sendNumber: sends + 1, at: snapshot.at });
    }
  });
  await sendWaiting(deps, step, snapshot.at);
}

/** Sends every code that the carrier has not taken yet; each under filing, submission, mobile and number of the send. */
export async function sendWaiting(deps: SendCodesDeps, step: OfSubmission, at: string): Promise<void> {
  const waiting = await deps.phones.toSend(step);
  if (waiting.length === 0) return;
  const phones = await phonesOf(deps, step);
  for (const { id, administrator, sendNumber, code } of waiting) {
    const to = phones[administrator]?.mobile;
    if (to === undefined) throw new Error(`the dossier has no mobile of ${administrator}`);
    const message = { to, signature: deps.smsSignature, text: codeText(code), reference: `${codeReference}${id}` };
    const messageId = await carried(deps, message, effectKey(step, 'phone-code', `${administrator}.${sendNumber}`));
    if (messageId === undefined) {
      await failUndeliverable(deps, id);
      continue;
    }
    await deps.database.transaction(async (tx) => {
      if (!(await deps.phones.markSent(tx, id, messageId))) return;
      const { filingId, submission } = step;
      const details = { submission, administrator, sendNumber };
      await outbox.append(tx, { type: 'phone-code-sent', filingId, at, data: details });
      await audit.append(tx, {
        actor: 'filing-workflow',
        action: 'phone-code-sent',
        object: `filing/${filingId}`,
        at,
        details,
      });
    });
  }
}

/** The carrier's id of the message; undefined if it refuses the number for good. Throws while it is away. */
async function carried(deps: SendCodesDeps, message: TextMessage, key: string): Promise<string | undefined> {
  try {
    return (await deps.carrier.send(message, key)).messageId;
  } catch (error) {
    if (error instanceof PartyOffContract && (error.status === 400 || error.status === 422)) return undefined;
    throw error;
  }
}

/** Voids every code of a submission; doing so twice, or without codes, changes nothing. */
export async function voidPhoneCodes(deps: Pick<SendCodesDeps, 'database' | 'phones'>, step: UndoStep): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const voided = await deps.phones.voidAll(tx, step, 'undone');
    if (voided === 0) return;
    await audit.append(tx, {
      actor: 'filing-workflow',
      action: 'phone-codes-voided',
      object: `filing/${step.filingId}`,
      at: step.at,
      details: { submission: step.submission, voided },
    });
  });
}

/** One text for both languages; the code is its only number of six digits. */
const codeText = (code: string): string =>
  `备案短信核验码 ${code}。请在核验页面输入本码、手机号和证件后六位，勿告知他人。Your ICP filing code is above; enter it on the verification page.`;

const ofSubmission = ({ filingId, submission }: OfSubmission): OfSubmission => ({ filingId, submission });

/** Mobile → whose code it gets: the first asked administrator with that mobile. */
function sharedCodes(
  phones: Phones,
  administrators: readonly AdministratorKey[],
): ReadonlyMap<string, AdministratorKey> {
  const groups = new Map<string, AdministratorKey>();
  for (const administrator of administrators) {
    const phone = phones[administrator];
    if (phone === undefined) throw new Error(`the dossier names no phone of ${administrator}`);
    const mobile = canonicalMobile(phone.mobile);
    if (!groups.has(mobile)) groups.set(mobile, administrator);
  }
  return groups;
}

/** The phones of this submission, from the letter that `subject` has sealed to this service at the pin. */
async function phonesOf(deps: SendCodesDeps, step: OfSubmission): Promise<Phones> {
  const facts: FilingFacts | undefined = await deps.filings.factsOf(step);
  const [ref] = facts === undefined ? [] : dossiersFor(facts, 'verification');
  if (ref === undefined) throw new Error('the submission has no dossier of its phones');
  return verificationDossierSchema.parse(await deps.dossiers.get(ref)).administrators;
}
