import type { FilingId, Instant } from './ids';

/** What crosses Kafka: who wants the whole fact asks its owner. Data never holds personal data. */
export interface EventEnvelope<Data = unknown> {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly filingId: FilingId;
  /** Version of the aggregate that this event is about; readers ignore an older one than they have seen. */
  readonly sequence: number;
  /** Business time of the fact. */
  readonly at: Instant;
  readonly data: Data;
}

/** Every type of event, and who publishes it. */
export const eventTypes = {
  'filing-moved': 'verification',
  'subject-pinned': 'subject',
  'subject-unlocked': 'subject',
  'subject-granted': 'subject',
  'website-pinned': 'website',
  'website-released': 'website',
  'website-granted': 'website',
  'website-checked': 'website',
  'service-code-moved': 'website',
  'documents-sealed': 'documents',
  'documents-unsealed': 'documents',
  'document-accepted': 'documents',
  'document-refused': 'documents',
  'phone-code-sent': 'verification',
  'notice-sent': 'notification',
  'notice-failed': 'notification',
} as const;
export type EventType = keyof typeof eventTypes;
