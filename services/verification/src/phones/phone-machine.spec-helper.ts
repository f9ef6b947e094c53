import type { AdministratorKey, FilingSnapshot } from '@beian/contracts';
import { newId } from '@beian/platform';
import { phoneRecipients } from '@beian/rules';
import type * as fc from 'fast-check';
import { later, someFacts } from '../filing-builders.spec-helper';
import type { Bench } from '../verification.spec-helper';
import { confirmPhone } from './confirm-phone';
import { hearCarrier } from './hear-carrier';
import {
  asked,
  beginSubmission,
  expectAgreement,
  everybody,
  groupOf,
  judged,
  resent,
  type Fault,
  type Names,
  type PhoneModel,
  type Setting,
} from './phone-model.spec-helper';
import { resendPhoneCode } from './resend-phone-code';

type Person = { readonly mobile: string; readonly certificateTail: string; readonly name: string };
/** The service itself, and one filing in it. */
export interface PhoneReal {
  readonly bench: Bench;
  readonly people: Readonly<Record<Names, Person>>;
  snapshot: FilingSnapshot;
  /** The last entry with its answer. */
  last?: { readonly entry: Entered; readonly answer: string };
  readonly seen: Set<string>;
}

interface Entered {
  readonly administrator: AdministratorKey;
  readonly code: string;
  readonly mobile: string;
  readonly certificateTail: string;
  readonly messageId: string;
}

/** A filing that has just asked its people for their codes. */
export async function beginPhones(
  bench: Bench,
  setting: Setting,
  seen: Set<string>,
): Promise<{ model: PhoneModel; real: PhoneReal }> {
  const first: Person = { mobile: '13800138000', certificateTail: '19002X', name: '张三' };
  const second: Person = { mobile: '13900139000', certificateTail: '071239', name: '李四' };
  const people = {
    'subject-administrator': first,
    'site-administrator-1': setting.isOneMobile ? { ...second, mobile: first.mobile } : second,
  };
  const letter = bench.letters.write('verification', { part: 'phones', administrators: people });
  const { review } = await bench.aFilingInReview([letter]);
  const { pack, asOf } = setting.rules;
  const model: PhoneModel = {
    setting,
    stage: 'phone-verification',
    submission: 0,
    mobiles: new Map(),
    confirmed: new Set(),
    confirmations: 0,
    failures: 0,
  };
  const real: PhoneReal = { bench, people, snapshot: { ...review, pack, asOf, filingType: setting.type }, seen };
  await sendFirst(model, real);
  beginSubmission(model);
  return { model, real };
}

async function sendFirst(model: PhoneModel, real: PhoneReal): Promise<void> {
  const { pack, asOf, province, nature, filingType } = real.snapshot;
  const administrators = phoneRecipients({
    ...{ pack, asOf, province, nature, filingType },
    administrators: everybody.map((key) => ({ key, phoneMark: real.people[key].mobile })),
    sites: [{ siteId: 's1', administrator: 'site-administrator-1' }],
    changed: { subject: filingType === 'CHANGE_SUBJECT', sites: filingType !== 'CHANGE_SUBJECT' },
  });
  expect(administrators).toEqual(asked(model));
  const phones = administrators.map((administrator) => ({ administrator, confirmed: false }));
  real.snapshot = later(real.snapshot, { stage: 'phone-verification', waitingOn: 'applicant', phones });
  const step = { snapshot: real.snapshot, administrators, windowClosesAt: '2018-06-20T01:00:00.000Z' };
  await real.bench.activities.sendPhoneCodes(step);
}

/** What an asking is answered: `ok`, or the code of the refusal. */
const answerOf = (asking: Promise<unknown>): Promise<string> =>
  asking.then(
    () => 'ok',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

/** Codes that were sent to a mobile about the submission that runs, oldest first. */
function codesTo({ bench, snapshot, people }: PhoneReal, name: Names): readonly string[] {
  const prefix = `${snapshot.filingId}.`;
  return bench.world
    .to('/carrier/messages')
    .filter(({ key, body }) => key.startsWith(prefix.slice(0, -1)) && body['to'] === people[name].mobile)
    .map(({ body }) => /\d{6}/.exec(String(body['text']))?.[0] ?? '');
}

const other = (code: string) => (code === '000000' ? '000001' : '000000');

type Deed = {
  readonly name: string;
  readonly may?: (model: PhoneModel) => boolean;
  /** Does it; answers what was answered and what the model expected, having changed the model. */
  readonly act: (model: PhoneModel, real: PhoneReal) => Promise<readonly [answer: string, expected: string]>;
};

function entry(name: Names, fault: Fault): Deed {
  return {
    name: `${name} enters ${fault === 'none' ? 'what is right' : `a wrong ${fault}`}`,
    // A code that never left nobody can know.
    may: (model) => fault !== 'none' || model.mobiles.get(groupOf(model, name))?.isUnsent !== true,
    act: async (model, real) => {
      const { mobile, certificateTail } = real.people[name];
      const code = codesTo(real, name).at(-1) ?? '123456';
      const typed: Entered = {
        administrator: name,
        code: fault === 'code' ? other(code) : code,
        mobile: fault === 'mobile' ? '13700137000' : mobile,
        certificateTail: fault === 'tail' ? '000000' : certificateTail,
        messageId: newId(),
      };
      const answer = await enter(real, typed);
      real.last = { entry: typed, answer };
      return [answer, judged(model, name, fault)];
    },
  };
}

const enter = ({ bench, snapshot }: PhoneReal, typed: Entered): Promise<string> =>
  answerOf(confirmPhone(bench.deps, { filingId: snapshot.filingId, actor: snapshot.owner, ...typed }));

function resendByHand(name: Names, isAway = false): Deed {
  return {
    name: `${name} asks for another code${isAway ? ' while the carrier is away' : ''}`,
    act: async (model, real) => {
      const { bench, snapshot } = real;
      const expected = resent(model, name, isAway);
      // The carrier is asked only where a code is to go out: a script that nobody takes would hit the next one.
      if (expected === 'temporarily-unavailable') bench.world.script('/carrier/messages', { status: 503 });
      const wish = { filingId: snapshot.filingId, actor: snapshot.owner, administrator: name };
      return [await answerOf(resendPhoneCode(bench.deps, wish)), expected];
    },
  };
}

const deeds: readonly Deed[] = [
  ...everybody.flatMap((name) => (['none', 'code', 'mobile', 'tail'] as const).map((fault) => entry(name, fault))),
  ...everybody.flatMap((name) => [resendByHand(name), resendByHand(name, true)]),
  {
    name: 'somebody who is not of this filing enters a code',
    act: async (_, real) => {
      const typed = { code: '123456', mobile: '13800138000', certificateTail: '19002X', messageId: newId() };
      return [await enter(real, { administrator: 'site-administrator-2', ...typed }), 'not-allowed-now'];
    },
  },
  {
    name: 'the same request comes again',
    act: async (_, real) => {
      const { last } = real;
      // Only a request that was judged is remembered; it is answered as it was.
      if (last === undefined || !['ok', 'code-wrong'].includes(last.answer)) return ['-', '-'];
      return [await enter(real, last.entry), last.answer];
    },
  },
  {
    name: 'an older code is entered',
    act: async (model, real) => {
      const [name = 'subject-administrator'] = asked(model);
      const [older, newest] = codesTo(real, name).slice(-2);
      if (newest === undefined || older === newest) return ['-', '-'];
      const { mobile: to, certificateTail } = real.people[name];
      const typed = { administrator: name, code: older ?? '', mobile: to, certificateTail, messageId: newId() };
      return [await enter(real, typed), judged(model, name, 'code')];
    },
  },
  {
    name: 'noon of the next day',
    may: ({ stage }) => stage === 'phone-verification',
    act: async (model, real) => {
      const phones = asked(model).map((administrator) => ({
        administrator,
        confirmed: model.confirmed.has(administrator),
      }));
      real.snapshot = later(real.snapshot, { phones });
      const answer = await answerOf(real.bench.activities.resendPhoneCodes({ snapshot: real.snapshot }));
      for (const mobile of model.mobiles.values()) {
        if (mobile.code === 'matched') continue;
        if (mobile.sends < 3) Object.assign(mobile, { sends: mobile.sends + 1, code: 'open', wrong: 0, wrongTails: 0 });
        if (mobile.code === 'open') mobile.isUnsent = false;
      }
      return [answer, 'ok'];
    },
  },
  ...(['delivered', 'failed'] as const).map((state): Deed => ({
    name: `the carrier says ${state}`,
    act: async (model, real) => {
      const [name = 'subject-administrator'] = asked(model);
      const mobile = model.mobiles.get(groupOf(model, name));
      const prefix = real.snapshot.filingId;
      const sent = real.bench.world
        .to('/carrier/messages')
        .filter(({ key, body }) => key.startsWith(prefix) && body['to'] === real.people[name].mobile);
      const receipt = { messageId: newId(), reference: String(sent.at(-1)?.body['reference']), state };
      const answer = await answerOf(hearCarrier(real.bench.deps, { ...receipt, at: real.snapshot.at }));
      if (state === 'failed' && mobile?.code === 'open') {
        mobile.code = 'void';
        model.failures += 1;
      }
      return [answer, 'ok'];
    },
  })),
  {
    name: 'the window closes',
    may: ({ stage }) => stage === 'phone-verification',
    act: async (model, real) => {
      const { bench } = real;
      real.snapshot = later(real.snapshot, { stage: 'returned', waitingOn: 'applicant' });
      const { filingId, submission, at } = real.snapshot;
      await bench.activities.recordReturned({ snapshot: real.snapshot });
      await bench.activities.voidPhoneCodes({ filingId, submission, at });
      model.stage = 'returned';
      for (const mobile of model.mobiles.values()) if (mobile.code === 'open') mobile.code = 'void';
      return ['ok', 'ok'];
    },
  },
  {
    name: 'it is submitted again',
    may: ({ stage, submission }) => stage === 'returned' && submission < 3,
    act: async (model, real) => {
      const { bench, people } = real;
      const letter = bench.letters.write('verification', { part: 'phones', administrators: people });
      const submission = real.snapshot.submission + 1;
      real.snapshot = later(real.snapshot, { stage: 'provider-review', waitingOn: 'provider', submission });
      await bench.activities.openReview({ snapshot: real.snapshot, facts: someFacts(real.snapshot, [letter]) });
      await sendFirst(model, real);
      beginSubmission(model);
      delete real.last;
      return ['ok', 'ok'];
    },
  },
];

/** A deed as fast-check runs it: whatever it does, service and model must agree afterwards. */
class Step implements fc.AsyncCommand<PhoneModel, PhoneReal> {
  constructor(private readonly deed: Deed) {}

  check(model: Readonly<PhoneModel>): boolean {
    return this.deed.may?.(model) ?? true;
  }
  async run(model: PhoneModel, real: PhoneReal): Promise<void> {
    const [answer, expected] = await this.deed.act(model, real);
    real.seen.add(`${this.deed.name}: ${answer}`);
    expect(`${this.deed.name}: ${answer}`).toBe(`${this.deed.name}: ${expected}`);
    await expectAgreement(model, real);
  }
  toString(): string {
    return this.deed.name;
  }
}

export const phoneSteps: readonly Step[] = deeds.map((deed) => new Step(deed));
