import { ApplicationFailure } from '@temporalio/common';
import * as messages from '@beian/contracts/messages';
import type { Way } from './edges.spec-helper';
import { administrators, dayMs, hourMs } from './outside.spec-helper';
import {
  flood,
  loseBackdrop,
  passIdentity,
  toAuthority,
  toIdentityCheck,
  toPhones,
  toReview,
} from './to-stage.spec-helper';

/** What happens beside the edges: each is recorded as well, for its order must not change either. */
export const specialWays: Readonly<Record<string, Way>> = {
  'held-and-released': {
    walk: async (filing) => {
      await toIdentityCheck(filing);
      await filing.say(messages.hold);
      await passIdentity(filing);
      await filing.say(messages.release);
      await filing.outside.recorded(({ stage }) => stage === 'phone-verification');
    },
  },
  'cancelled-in-review': {
    walk: async (filing) => {
      await toReview(filing);
      await filing.handle.cancel();
      await filing.handle.result();
    },
  },
  'cancel-refused': {
    walk: async (filing) => {
      await toAuthority(filing);
      await filing.handle.cancel();
      await filing.outside.recorded(({ flags }) => flags.cancelRefused);
    },
  },
  'undo-parked-and-retried': {
    outside: (outside) =>
      outside.answer({
        releaseWebsite: async () => {
          throw ApplicationFailure.create({ type: 'not-possible-here', nonRetryable: true });
        },
      }),
    walk: async (filing) => {
      await toReview(filing);
      await filing.say(messages.withdraw);
      await filing.outside.recorded(({ flags }) => flags.parked);
      filing.outside.answer({ releaseWebsite: async () => undefined });
      await filing.say(messages.retryUndo, { undo: 'release-website' });
      await filing.handle.result();
    },
  },
  'planned-again-and-overdue': {
    walk: async (filing) => {
      await toReview(filing);
      const { deadline } = await filing.query();
      filing.outside.answer({
        planReview: async ({ at }) => ({
          deadline: { ...deadline!, at: new Date(Date.parse(at) + 2 * dayMs).toISOString(), provisional: true },
          halfTimeAt: new Date(Date.parse(at) + dayMs).toISOString(),
          stuckAt: new Date(Date.parse(at) + 5 * dayMs).toISOString(),
          identityAfterReview: true,
        }),
      });
      await filing.tell(messages.calendarChanged, {});
      await filing.outside.recorded(({ flags }) => flags.rePlanned);
      await filing.forward(6 * dayMs);
      await filing.say(messages.rulePackMoved, { pack: '2018-09', asOf: '2018-09-10' });
    },
  },
  'authority-closed': {
    outside: (outside) => {
      let asked = 0;
      outside.answer({
        handOver: async (step) => {
          await outside.write(step);
          asked += 1;
          return asked < 4
            ? { answer: 'later', retryAfterSeconds: 9 * 3_600 }
            : { answer: 'accepted', transactionId: 't' };
        },
      });
    },
    walk: async (filing) => {
      await toIdentityCheck(filing);
      await passIdentity(filing);
      await filing.outside.recorded(({ stage }) => stage === 'hand-over');
      await filing.forward(28 * hourMs);
      await filing.outside.recorded(({ stage }) => stage === 'phone-verification');
    },
  },
  'window-extended-then-five-wrong-entries': {
    walk: async (filing) => {
      await toPhones(filing);
      await filing.forward(43 * hourMs);
      await filing.say(messages.extendWindow, { hours: 24 });
      const failed = { submission: 1, administrator: administrators[0]!, cause: 'five-wrong-entries' } as const;
      await filing.tell(messages.phoneFailed, failed);
      await filing.outside.recorded(({ stage }) => stage === 'returned');
    },
  },
  'findings-then-idle-and-saved': {
    outside: (outside) => outside.answer({ pinWebsite: async () => ({ ok: false, findings: [] }) }),
    walk: async (filing) => {
      await filing.say(messages.submit);
      await filing.forward(8 * dayMs);
      const savedAt = new Date(Date.parse((await filing.query()).since) + 10 * dayMs).toISOString();
      filing.outside.answer({ subjectChangedAt: async () => savedAt });
      await filing.forward(8 * dayMs);
      await filing.outside.until(() => filing.outside.rows.length > 1);
    },
  },
  'identity-proof-sealed': {
    walk: toPhones,
  },
  'backdrop-lost-and-ordered-again': {
    walk: async (filing) => {
      await toIdentityCheck(filing);
      await filing.say(messages.chooseIdentityMethod, { method: 'backdrop' });
      await loseBackdrop(filing, 1);
      await filing.say(messages.chooseIdentityMethod, { method: 'backdrop' });
      await filing.say(messages.withdraw);
      await filing.handle.result();
    },
  },
  'second-run': {
    walk: async (filing) => {
      await toPhones(filing);
      await flood(filing);
      for (const administrator of administrators) await filing.say(messages.confirmPhone, { administrator });
    },
  },
};
