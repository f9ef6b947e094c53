import { KafkaJSAggregateError, type Kafka } from 'kafkajs';

const partitions = 3;

/** Makes the topics that are missing, with three partitions and the broker's own replication. */
export async function ensureTopics(kafka: Kafka, topics: readonly string[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    await admin
      .createTopics({
        waitForLeaders: true,
        topics: missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: -1 })),
      })
      .catch((error: unknown) => {
        if (!isAlreadyThere(error)) throw error; // another process was faster
      });
  } finally {
    await admin.disconnect();
  }
}

function isAlreadyThere(error: unknown): boolean {
  const inner: readonly unknown[] = error instanceof KafkaJSAggregateError ? error.errors : [error];
  return inner.every((one) => (one as { type?: unknown }).type === 'TOPIC_ALREADY_EXISTS');
}
