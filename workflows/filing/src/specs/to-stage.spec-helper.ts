import * as messages from '@beian/contracts/messages';
import { administrators, numbers } from './outside.spec-helper';
import type { TestFiling } from './test-bench.spec-helper';

// Ways through the lifecycle, each from the stage before.

export async function toReview(filing: TestFiling): Promise<void> {
  await filing.say(messages.submit);
}

export async function toIdentityCheck(filing: TestFiling): Promise<void> {
  await toReview(filing);
  await filing.say(messages.decideReview, { decision: 'approve', reasons: [] });
}

export async function toPhones(filing: TestFiling): Promise<void> {
  await toIdentityCheck(filing);
  await passIdentity(filing);
  await filing.outside.recorded(({ stage }) => stage === 'phone-verification');
}

export async function passIdentity(filing: TestFiling): Promise<void> {
  await filing.say(messages.chooseIdentityMethod, { method: 'backdrop' });
  await filing.say(messages.photoUploaded, { versionId: 'v1' });
  await filing.say(messages.decidePhoto, { accepted: true, reasons: [] });
}

/** The courier loses what was ordered, and the record says so. */
export async function loseBackdrop(filing: TestFiling, submission: number): Promise<void> {
  await filing.tell(messages.parcelMoved, { submission, state: 'lost' });
  await filing.outside.until(() => filing.outside.rows.at(-1)?.identity?.parcel === 'lost');
}

export async function toAuthority(filing: TestFiling): Promise<void> {
  await toPhones(filing);
  for (const administrator of administrators) await filing.say(messages.confirmPhone, { administrator });
}

export async function toGranted(filing: TestFiling): Promise<void> {
  await toAuthority(filing);
  await filing.tell(messages.authorityAnswered, { submission: 1, outcome: 'granted', reasons: [], numbers });
  await filing.outside.recorded(({ stage }) => stage === 'granted');
}

export async function toReturned(filing: TestFiling): Promise<void> {
  await toReview(filing);
  await filing.say(messages.decideReview, { decision: 'return', reasons: [reason] });
}

export const reason = { id: 'r1', code: 'SITE_NAME', pointer: '/sites/s1/name' };

/** Signals that nobody can use, until the server suggests a new run: it does from 4 MB of history on (T8, F-W7). */
export async function flood(filing: TestFiling): Promise<void> {
  const { runId } = await filing.handle.describe();
  const text = 'x'.repeat(900_000);
  for (let i = 0; i < 5; i += 1) await filing.handle.signal('parcelMoved', { messageId: 'm', text });
  do {
    await filing.handle.signal('parcelMoved', { messageId: 'm' });
    await filing.query(); // between two signals the run must come to rest: the server refuses to close it before
  } while ((await filing.handle.describe()).runId === runId);
}
