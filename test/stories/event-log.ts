import { eventTopic, type EventEnvelope } from '@beian/contracts';
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { theStack } from './scene';

/** Everything that stands on a service's topic right now, in order of partition and offset. */
export async function eventsOf(service: string): Promise<readonly EventEnvelope[]> {
  const kafka = new Kafka({
    brokers: [...theStack().addresses.kafka.brokers],
    clientId: 'story',
    logLevel: logLevel.NOTHING,
  });
  const topic = eventTopic(service);
  const admin = kafka.admin();
  await admin.connect();
  const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)]));
  const open = new Set([...ends].filter(([, high]) => high > 0).map(([partition]) => partition));
  const events: EventEnvelope[] = [];
  if (open.size > 0) {
    const groupId = `story-${randomUUID()}`;
    const consumer = kafka.consumer({ groupId });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer
        .run({
          eachMessage: async ({ partition, message }) => {
            if (message.value) events.push(JSON.parse(message.value.toString()) as EventEnvelope);
            if (Number(message.offset) + 1 >= (ends.get(partition) ?? 0)) open.delete(partition);
            if (open.size === 0) resolve();
          },
        })
        .catch(reject);
    });
    await consumer.disconnect();
    await admin.deleteGroups([groupId]);
  }
  await admin.disconnect();
  return events;
}
