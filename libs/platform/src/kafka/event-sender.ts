import type { Kafka, Producer } from 'kafkajs';

export interface EventMessage {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where events go. Every message is acknowledged by all in-sync replicas, or the call throws. */
export interface EventSender {
  send(topic: string, messages: readonly EventMessage[]): Promise<void>;
  close(): Promise<void>;
}

/** Answers of the broker that are about the message itself: sending it again will not help. */
const refusals: ReadonlySet<unknown> = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TIMESTAMP',
  'POLICY_VIOLATION',
  'CORRUPT_MESSAGE',
]);

/** True if the broker refused this message for good, false if the trouble is the broker's or the network's. */
export function isRefusedMessage(error: unknown): boolean {
  const { type, cause } = (error ?? {}) as { type?: unknown; cause?: unknown };
  return refusals.has(type) || (cause !== undefined && cause !== error && isRefusedMessage(cause));
}

/**
 * A producer with acks=all and idempotence, one request in flight, so that the order within a key holds. After an error
 * its sequence numbers may be off; close it and open a new one.
 */
export async function openSender(kafka: Kafka): Promise<EventSender> {
  const producer: Producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
  });
  await producer.connect();
  return {
    send: async (topic, messages) => {
      await producer.send({
        topic,
        acks: -1,
        messages: messages.map((message) => ({ ...message, headers: { ...message.headers } })),
      });
    },
    close: () => producer.disconnect(),
  };
}
