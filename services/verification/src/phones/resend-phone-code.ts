import type { AccountId, AdministratorKey, FilingId } from '@beian/contracts';
import { audit, problem, type Tx } from '@beian/platform';
import { phoneStep } from '@beian/rules';
import type { FilingStore } from '../filing/filing.store';
import { PartyAway } from '../outside/outside-call';
import { mostSends, type OfSubmission } from './phone.store';
import { sendWaiting, type SendCodesDeps } from './send-phone-codes';

export interface ResendDeps extends SendCodesDeps {
  readonly filings: SendCodesDeps['filings'] & Pick<FilingStore, 'get'>;
}

export interface Resend {
  readonly filingId: FilingId;
  readonly actor: AccountId;
  readonly administrator: AdministratorKey;
  readonly messageId?: string | undefined;
}

type Outcome =
  | { readonly sends: number; readonly most: number }
  | { readonly refused: 'not-allowed-now' | 'already-decided' | 'resend-limit' };

/**
 * Sends a new code by hand (rules.md 8.5): the first send and two more at most, fewer where the pack says so (C8). The new
 * code voids the older ones; the window is not touched (it counts from the first send). Answers how many were sent and are left.
 */
export async function resendPhoneCode(
  deps: ResendDeps,
  resend: Resend,
): Promise<{ readonly sent: number; readonly left: number }> {
  const filing = await deps.filings.get(resend.filingId);
  if (filing === undefined) return problem('not-found');
  const { snapshot } = filing;
  if (snapshot.stage !== 'phone-verification') return problem('not-allowed-now');
  const step = { filingId: snapshot.filingId, submission: snapshot.submission };
  const most = Math.min(mostSends, 1 + (phoneStep(snapshot).resend.byHandAtMost ?? mostSends - 1));
  const outcome = await deps.database.transaction((tx) =>
    addResend(deps, tx, { ...resend, step, most, at: snapshot.at }),
  );
  if ('refused' in outcome) return problem(outcome.refused);
  try {
    await sendWaiting(deps, step, snapshot.at);
  } catch (error) {
    if (error instanceof PartyAway) return problem('temporarily-unavailable', { cause: error });
    throw error;
  }
  return { sent: outcome.sends, left: outcome.most - outcome.sends };
}

async function addResend(
  deps: ResendDeps,
  tx: Tx,
  { step, most, at, ...resend }: Resend & { readonly step: OfSubmission; readonly most: number; readonly at: string },
): Promise<Outcome> {
  await deps.phones.lock(tx, step);
  const recipients = await deps.phones.recipients(step, tx);
  const own = recipients.find(({ administrator }) => administrator === resend.administrator);
  if (own === undefined) return { refused: 'not-allowed-now' };
  const mobile = { ...step, administrator: own.sharesCodeOf };
  const sends = await deps.phones.sends(tx, mobile);
  if (resend.messageId !== undefined && (await deps.phones.sendOfRequest(tx, resend.messageId)) !== undefined)
    return { sends, most };
  if (await deps.phones.hasMatched(mobile, tx)) return { refused: 'already-decided' };
  if (sends === 0) return { refused: 'not-allowed-now' };
  if (await deps.phones.hasUnsent(mobile, tx)) return { sends, most }; // the carrier was away: that one is sent now
  if (sends >= most) return { refused: 'resend-limit' };
  const requestId = resend.messageId === undefined ? {} : { requestId: resend.messageId };
  await deps.phones.addSend(tx, { ...mobile, sendNumber: sends + 1, at, ...requestId });
  await audit.append(tx, {
    actor: resend.actor,
    action: 'phone-code-resend-asked',
    object: `filing/${step.filingId}`,
    at: deps.clock.now(),
    details: { submission: step.submission, administrator: own.sharesCodeOf, sendNumber: sends + 1 },
  });
  return { sends: sends + 1, most };
}
