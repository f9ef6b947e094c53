import type { FilingSnapshot, Stage } from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { administrators, dayMs, numbers, reason, type TestFiling } from '@beian/filing/bench';

/** One thing that happens to a filing, and the stage it stands in then; `undefined` once it has ended. */
interface Step {
  readonly to: Stage | undefined;
  readonly walk: (filing: TestFiling) => Promise<unknown>;
}

const reviewed = (decision: 'approve' | 'return') => (filing: TestFiling) =>
  filing.say(messages.decideReview, { decision, reasons: decision === 'return' ? [reason] : [] });
const confirmed = (at: 0 | 1) => (filing: TestFiling) =>
  filing.say(messages.confirmPhone, { administrator: administrators[at]! });
const recorded = (filing: TestFiling, fits: (snapshot: FilingSnapshot) => boolean) => filing.outside.recorded(fits);

/** A life through every open stage, a return and an authority that is away included, to the last duty after the grant. */
export const life: readonly Step[] = [
  { to: 'provider-review', walk: (filing) => filing.say(messages.submit) },
  { to: 'returned', walk: reviewed('return') },
  { to: 'provider-review', walk: (filing) => filing.say(messages.resubmit) },
  { to: 'identity-check', walk: reviewed('approve') },
  { to: 'identity-check', walk: (filing) => filing.say(messages.chooseIdentityMethod, { method: 'backdrop' }) },
  { to: 'identity-check', walk: (filing) => filing.say(messages.photoUploaded, { versionId: 'v1' }) },
  { to: 'hand-over', walk: intoTheHandOver },
  { to: 'phone-verification', walk: throughTheHandOver },
  { to: 'phone-verification', walk: confirmed(0) },
  { to: 'authority-review', walk: confirmed(1) },
  { to: 'granted', walk: grant },
  { to: undefined, walk: (filing) => filing.forward(20 * dayMs).then(() => filing.handle.result()) },
];

/** Steps after which a filing stands for the first time in each open stage, and after the grant. */
export const standsAfter: readonly number[] = [0, 1, 2, 4, 7, 8, 10, 11];

/** The authority is away: the filing waits on hold for an operator. */
async function intoTheHandOver(filing: TestFiling): Promise<void> {
  const { outside } = filing;
  outside.answer({
    handOver: async (step) => {
      await outside.write(step);
      return { answer: 'later', retryAfterSeconds: 60, givenUp: 'authority-away' };
    },
  });
  await filing.say(messages.decidePhoto, { accepted: true, reasons: [] });
  await recorded(filing, ({ stage, flags }) => stage === 'hand-over' && flags.onHold);
}

async function throughTheHandOver(filing: TestFiling): Promise<void> {
  const { outside } = filing;
  outside.answer({
    handOver: async (step) => {
      await outside.write(step);
      return { answer: 'accepted', transactionId: 't1' };
    },
  });
  await filing.say(messages.release);
  await recorded(filing, ({ stage }) => stage === 'phone-verification');
}

async function grant(filing: TestFiling): Promise<void> {
  await recorded(filing, ({ stage }) => stage === 'authority-review');
  await filing.tell(messages.authorityAnswered, { submission: 2, outcome: 'granted', reasons: [], numbers });
  await recorded(filing, ({ stage }) => stage === 'granted');
}
