import type { FilingAnswer, Message } from '@beian/contracts';
import {
  addReasons,
  authorityAnswered,
  chooseIdentityMethod,
  confirmPhone,
  decidePhoto,
  decideReview,
  hold,
  parcelMoved,
  phoneFailed,
  release,
} from '@beian/contracts/messages';
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';

/** What a definition takes, without the id: the row gives the id. */
type BodyOf<D> =
  D extends UpdateDefinition<infer _Answer, infer Args, infer _Name>
    ? WithoutId<Args[0]>
    : D extends SignalDefinition<infer Args, infer _Name>
      ? WithoutId<Args[0]>
      : never;
type WithoutId<M> = Omit<M, 'messageId'>;

const updateDefinitions = {
  decideReview,
  addReasons,
  decidePhoto,
  chooseIdentityMethod,
  confirmPhone,
  hold,
  release,
} as const;
const signalDefinitions = { authorityAnswered, parcelMoved, phoneFailed } as const;

type Definitions = typeof updateDefinitions & typeof signalDefinitions;
export type UpdateName = keyof typeof updateDefinitions;
export type SignalName = keyof typeof signalDefinitions;
export type MessageName = UpdateName | SignalName;

/** What each message carries: ids, codes, field pointers, numbers. Never a text that a person wrote. */
export type MessageBody<N extends MessageName> = BodyOf<Definitions[N]>;

export const isUpdate = (name: MessageName): name is UpdateName => Object.hasOwn(updateDefinitions, name);

/** The definition by which Temporal's client sends the update; the body was typed when it was stored. */
export const updateNamed = (name: UpdateName): UpdateDefinition<FilingAnswer, [Message]> =>
  updateDefinitions[name] as unknown as UpdateDefinition<FilingAnswer, [Message]>;
export const signalNamed = (name: SignalName): SignalDefinition<[Message]> =>
  signalDefinitions[name] as unknown as SignalDefinition<[Message]>;
