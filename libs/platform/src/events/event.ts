/** What travels on a topic. No personal data in any field. */
export interface Event<Data = unknown> {
  /** Made once, when the event is appended; consumers tell duplicates by it. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Key of the message: events of one filing stay in order. */
  readonly filingId: string;
  /** The filing's version after this fact, without gaps, if the event type counts them. */
  readonly sequence?: number;
  /** Business time of the fact (ISO, UTC), as the workflow told it. */
  readonly at: string;
  readonly data: Data;
}

/** An event about to be appended. */
export interface NewEvent<Data = unknown> {
  readonly type: string;
  readonly filingId: string;
  readonly sequence?: number;
  readonly at: Date | string;
  readonly data: Data;
  /** Version of the shape of `data`; 1 unless it was changed incompatibly. */
  readonly schemaVersion?: number;
}

/** Topic of a service's events, and of what one consumer could not handle. */
export const topicOf = (service: string): string => `beian.${service}.v1`;
export const deadLetterTopicOf = (topic: string, consumer: string): string => `${topic}.dead.${consumer}`;
