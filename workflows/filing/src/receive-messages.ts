import { CancellationScope, condition, log, setDefaultSignalHandler, setHandler } from '@temporalio/workflow';
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import type { FilingAction, FilingAnswer, FilingSnapshot, Refusal } from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { sampleBodies } from './current-details';
import type { Heard, MessageBodies, MessageName } from './mailbox';
import type { FilingRecord } from './record';
import { isMessage, refusalOf } from './refusal-of';
import { hearAuthority, hearCalendar, hearParcel, hearPhoneFailure } from './signals';

/** Every update that moves a filing or notes something on it; a missing row does not compile. */
const updates: { readonly [N in MessageName]: UpdateDefinition<FilingAnswer, [MessageBodies[N]]> } = {
  submit: messages.submit,
  resubmit: messages.resubmit,
  withdraw: messages.withdraw,
  abandon: messages.abandon,
  decideReview: messages.decideReview,
  addReasons: messages.addReasons,
  chooseIdentityMethod: messages.chooseIdentityMethod,
  photoUploaded: messages.photoUploaded,
  decidePhoto: messages.decidePhoto,
  confirmPhone: messages.confirmPhone,
  hold: messages.hold,
  release: messages.release,
  extendWindow: messages.extendWindow,
  rulePackMoved: messages.rulePackMoved,
  retryUndo: messages.retryUndo,
};

/** Who may send it, and when it is refused. The sample body is added to each. */
const descriptions = {
  submit: 'The applicant submits the draft. Refused outside `draft` and while another message is acted on.',
  resubmit:
    'The applicant submits a returned filing. Refused outside `returned` and while another message is acted on.',
  withdraw:
    'The applicant takes a submitted filing back for good. Refused from the hand-over on (`too-late`), and for a draft.',
  abandon: 'The applicant drops a draft or a returned filing. Refused elsewhere.',
  decideReview:
    'A reviewer decides, recorded by `verification` first. Refused once decided, and a return or refusal without reasons.',
  addReasons:
    'A reviewer adds reasons while the applicant has the filing. Refused outside `returned`, and without reasons.',
  chooseIdentityMethod:
    'The applicant chooses how the website administrator is checked. Refused for a method not offered, or once a photo is there.',
  photoUploaded:
    'The applicant has uploaded the photo. Refused before a method is chosen, and while one is under review.',
  decidePhoto:
    'A reviewer accepts or refuses the photo. Refused without a photo under review, and a refusal without reasons.',
  confirmPhone: 'An administrator has confirmed his phone; the code is compared outside. Refused after the window.',
  hold: 'An operator stops our own moves (hand-over, lapse); windows of the outside go on. Refused while on hold.',
  release:
    'An operator lets our own moves go on, and a step that failed for good be tried again. Refused unless on hold.',
  extendWindow: 'An operator lengthens the phone window by 1 to 240 hours. Refused after it has closed.',
  rulePackMoved:
    'An operator moves the filing to another rule pack. Never shortens a clock. Refused from the hand-over on.',
  retryUndo: 'An operator has an undo tried again that was parked. Refused if none of this name is parked.',
} as const satisfies Record<FilingAction, string>;

const describe = (name: FilingAction): string => `${descriptions[name]} Body: ${JSON.stringify(sampleBodies[name])}`;

const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ type: refusal, message: `refused: ${refusal}`, nonRetryable: true });

/**
 * Registers every handler. They record what was said; the main loop acts. An update is answered once the loop has treated
 * its message id, also the second time it is sent. They run shielded: a cancelled workflow still answers.
 */
export function receiveMessages(record: FilingRecord): void {
  receiveOpen(record);
  for (const name of Object.keys(updates) as MessageName[]) receiveUpdate(record, name);

  setHandler(messages.getFiling, () => record.snapshot(), {
    description: 'Where the filing stands at this moment. A tool for people: readers use the projection.',
  });
  receiveSignals(record);
  watchCancel(record);
}

function receiveOpen(record: FilingRecord): void {
  const answer = async (): Promise<FilingSnapshot> => {
    await condition(() => record.isDraftRecorded);
    return record.lastSnapshot;
  };
  setHandler(messages.open, () => CancellationScope.nonCancellable(answer), {
    description: 'The gateway opens the filing; answered once the draft is recorded. Body: {"messageId":"m1"}',
    validator: (body) => {
      if (!isMessage(body)) throw refused('invalid-request');
    },
  });
}

function receiveUpdate<N extends MessageName>(record: FilingRecord, name: N): void {
  const hear = (body: MessageBodies[N]): Promise<FilingAnswer> =>
    CancellationScope.nonCancellable(() => {
      record.hear({ name, body } as unknown as Heard);
      return record.answer(body.messageId);
    });
  const definition: UpdateDefinition<FilingAnswer, [MessageBodies[N]]> = updates[name];
  setHandler(definition, hear, {
    description: describe(name),
    validator: (body: MessageBodies[N]) => {
      const refusal = refusalOf(record, name, body);
      if (refusal !== undefined) throw refused(refusal);
    },
  });
}

/** A signal never throws and is never dropped silently: what cannot be used is logged and counted. */
function receiveSignals(record: FilingRecord): void {
  const hearing =
    (name: string, hear: (record: FilingRecord, body: unknown) => boolean) =>
    (body: unknown): void => {
      if (hear(record, body)) return;
      record.state.unusable += 1;
      log.warn('signal cannot be used', { signal: name });
    };
  setHandler(messages.authorityAnswered, hearing('authorityAnswered', hearAuthority), {
    description:
      'The authority has answered a submission. The first final answer holds. Body: {"messageId":"m1","submission":1,"outcome":"granted","reasons":[],"numbers":{"subject":"…","sites":[]}}',
  });
  setHandler(messages.parcelMoved, hearing('parcelMoved', hearParcel), {
    description: 'The courier has moved the backdrop. Body: {"messageId":"m1","submission":1,"state":"shipped"}',
  });
  setHandler(messages.phoneFailed, hearing('phoneFailed', hearPhoneFailure), {
    description:
      'A phone cannot be confirmed any more. Body: {"messageId":"m1","submission":1,"administrator":"subject-administrator","cause":"five-wrong-entries"}',
  });
  setHandler(messages.calendarChanged, hearing('calendarChanged', hearCalendar), {
    description: 'Working days have been published or corrected: deadlines are planned again. Body: {"messageId":"m1"}',
  });
  setDefaultSignalHandler((name) => hearing(name.slice(0, 100), () => false)(undefined));
}

function watchCancel(record: FilingRecord): void {
  void CancellationScope.current().cancelRequested.catch(() => {
    record.cancelAsked = true;
  });
}
