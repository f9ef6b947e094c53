import { Kafka, logLevel, type LogEntry } from 'kafkajs';
import type { Logger } from '../process/logger';

/** What `kafkaSettings` reads. Also the injection token. */
export abstract class KafkaSettings {
  abstract readonly KAFKA_BROKERS: readonly string[];
}

/**
 * A Kafka client that writes to our log. The library calls every hiccup an error (a coordinator that is loading, a
 * rebalance), so its errors are our warnings; what matters is told by who uses it.
 */
export function connectKafka(settings: KafkaSettings, clientId: string, logger: Logger): Kafka {
  return new Kafka({
    clientId,
    brokers: [...settings.KAFKA_BROKERS],
    connectionTimeout: 5_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 5_000, retries: 8 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => logger[entry.level <= logLevel.WARN ? 'warn' : 'debug'](fields(entry), 'Kafka client'),
  });
}

function fields({ namespace, log }: LogEntry): Record<string, unknown> {
  const { message, error, groupId, broker } = log as {
    message: string;
    error?: unknown;
    groupId?: unknown;
    broker?: unknown;
  };
  return { namespace, text: message, error: typeof error === 'string' ? error : undefined, groupId, broker };
}
