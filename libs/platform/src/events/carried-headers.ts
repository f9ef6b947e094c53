import type { KafkaMessage } from 'kafkajs';

/** What says of which type an event is, by which request it came about and to which trace it belongs. */
const carried = ['type', 'x-request-id', 'traceparent'] as const;

/** The headers that go with an event wherever it is sent on to: set aside, and replayed. */
export function carriedHeaders({ headers = {} }: KafkaMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    carried.flatMap((name) => {
      const value = headers[name]?.toString();
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
