import { eventTopic, type EventEnvelope } from '@beian/contracts';

/** What travels on a topic; declared in contracts. No personal data in any field. */
export type Event<Data = unknown> = EventEnvelope<Data>;

/** An event about to be appended. */
export interface NewEvent<Data = unknown> {
  readonly type: string;
  readonly filingId: string;
  /** Version of the aggregate the event is about; 0 if it has none. */
  readonly sequence?: number;
  readonly at: Date | string;
  readonly data: Data;
  /** Version of the shape of `data`; 1 unless it was changed incompatibly. */
  readonly schemaVersion?: number;
}

/** Topic of a service's events, and of what one consumer could not handle. */
export const topicOf = eventTopic;
export const deadLetterTopicOf = (topic: string, consumer: string): string => `${topic}.dead.${consumer}`;
