import { nextStages, type NextStage, type OpenStage } from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { dayMs, facts, hourMs, numbers, type FilingOutside } from './outside.spec-helper';
import type { TestFiling } from './test-bench.spec-helper';
import {
  passIdentity,
  reason,
  toAuthority,
  toIdentityCheck,
  toPhones,
  toReturned,
  toReview,
} from './to-stage.spec-helper';

export interface Way {
  /** What the outside does differently from the start on. */
  readonly outside?: (outside: FilingOutside) => void;
  readonly pack?: '2018-09';
  readonly walk: (filing: TestFiling) => Promise<unknown>;
}

const returnIt = { decision: 'return', reasons: [reason] } as const;
const noPhones = (outside: FilingOutside) => outside.answer({ planPhones: async () => ({ administrators: [] }) });
const noIdentityStage = (outside: FilingOutside) =>
  outside.answer({
    planReview: async (context) => ({
      deadline: { kind: 'review', at: plus(context.at, dayMs), provisional: false, source: 'test' },
      halfTimeAt: plus(context.at, dayMs / 2),
      stuckAt: plus(context.at, 3 * dayMs),
      identityAfterReview: false,
    }),
  });
const plus = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

async function letPhoneWindowClose(filing: TestFiling): Promise<void> {
  await toPhones(filing);
  await filing.forward(48 * hourMs);
  await filing.outside.recorded(({ stage }) => stage === 'returned');
}

const rejected = { submission: 1, outcome: 'rejected', reasons: [reason] } as const;
const granted = { submission: 1, outcome: 'granted', reasons: [], numbers } as const;

/** How each edge of the lifecycle is walked; an edge without a way does not compile. */
export const ways: { readonly [S in OpenStage]: { readonly [N in NextStage<S>]: Way } } = {
  draft: {
    'provider-review': { walk: toReview },
    abandoned: { walk: (filing) => filing.say(messages.abandon) },
    lapsed: { walk: (filing) => filing.forward(45 * dayMs) },
  },
  'provider-review': {
    'identity-check': { walk: toIdentityCheck },
    'hand-over': { outside: noIdentityStage, walk: toIdentityCheck },
    returned: { walk: toReturned },
    refused: {
      walk: async (filing) => {
        await toReview(filing);
        await filing.say(messages.decideReview, { ...returnIt, decision: 'refuse' });
      },
    },
    withdrawn: {
      walk: async (filing) => {
        await toReview(filing);
        await filing.say(messages.withdraw);
      },
    },
  },
  returned: {
    'provider-review': {
      walk: async (filing) => {
        await toReturned(filing);
        await filing.say(messages.addReasons, { reasons: [{ ...reason, id: 'r2' }] });
        await filing.say(messages.resubmit);
      },
    },
    'hand-over': {
      pack: '2018-09',
      walk: async (filing) => {
        await letPhoneWindowClose(filing);
        await filing.say(messages.resubmit);
      },
    },
    abandoned: {
      walk: async (filing) => {
        await toReturned(filing);
        await filing.say(messages.abandon);
      },
    },
    lapsed: {
      walk: async (filing) => {
        await toReturned(filing);
        await filing.forward(45 * dayMs);
      },
    },
  },
  'identity-check': {
    'hand-over': {
      walk: async (filing) => {
        await toIdentityCheck(filing);
        await filing.say(messages.chooseIdentityMethod, { method: 'backdrop' });
        await filing.tell(messages.parcelMoved, { submission: 1, state: 'shipped' });
        await filing.tell(messages.parcelMoved, { submission: 1, state: 'delivered' });
        await filing.say(messages.photoUploaded, { versionId: 'v1' });
        await filing.say(messages.decidePhoto, { accepted: false, reasons: [reason] });
        await filing.say(messages.photoUploaded, { versionId: 'v2' });
        await filing.say(messages.decidePhoto, { accepted: true, reasons: [] });
      },
    },
    withdrawn: {
      walk: async (filing) => {
        await toIdentityCheck(filing);
        await filing.say(messages.chooseIdentityMethod, { method: 'backdrop' });
        await filing.say(messages.withdraw);
      },
    },
    lapsed: {
      walk: async (filing) => {
        await toIdentityCheck(filing);
        await filing.forward(45 * dayMs);
      },
    },
  },
  'hand-over': {
    'phone-verification': { walk: toPhones },
    'authority-review': {
      outside: noPhones,
      walk: async (filing) => {
        await toIdentityCheck(filing);
        await passIdentity(filing);
        await filing.outside.recorded(({ stage }) => stage === 'authority-review');
      },
    },
    returned: {
      outside: (outside) =>
        outside.answer({
          handOver: async (step) => {
            await outside.write(step);
            return { answer: 'rejected', reasons: [reason] };
          },
        }),
      walk: async (filing) => {
        await toIdentityCheck(filing);
        await passIdentity(filing);
        await filing.outside.recorded(({ stage }) => stage === 'returned');
      },
    },
  },
  'phone-verification': {
    'authority-review': { walk: toAuthority },
    returned: { walk: letPhoneWindowClose },
  },
  'authority-review': {
    granted: {
      walk: async (filing) => {
        await toAuthority(filing);
        await filing.tell(messages.authorityAnswered, granted);
        await filing.outside.recorded(({ stage }) => stage === 'granted');
        await filing.forward(20 * dayMs);
      },
    },
    returned: {
      walk: async (filing) => {
        await toAuthority(filing);
        await filing.tell(messages.authorityAnswered, rejected);
        await filing.outside.recorded(({ stage }) => stage === 'returned');
      },
    },
  },
};

export interface Edge {
  readonly from: OpenStage;
  readonly to: string;
  readonly way: Way;
}

export const edges: readonly Edge[] = (Object.keys(ways) as OpenStage[]).flatMap((from) =>
  nextStages[from].map((to) => ({ from, to, way: (ways[from] as Record<string, Way>)[to]! })),
);

export const edgeName = ({ from, to }: Edge): string => `${from}--${to}`;

/** Resolves once the edge stands in the record. */
export const walked = ({ from, to }: Edge, filing: TestFiling): Promise<void> =>
  filing.outside.until(() =>
    filing.outside.rows.some(({ stage }, i, rows) => stage === to && rows[i - 1]?.stage === from),
  );

/** The same fact sheets with another hash: something was edited. */
export const editedSubject = { ...facts.subject, sha256: 'subject-2', revision: 2 };
