import type { BeforeApplicationShutdown, OnApplicationBootstrap, Provider } from '@nestjs/common';
import { Clock } from '../process/clock';
import { Logger } from '../process/logger';
import { ObjectStore } from '../store/object-store';
import { auditHead, type AuditHead } from './audit';
import { Database } from './database';

/** Keeps the head of an audit log in a second place, which whoever can write the log cannot. */
export type KeepHead = (head: AuditHead, at: Date) => Promise<void>;

export interface AuditAnchorPlace {
  readonly service: string;
  readonly bucket: string;
}

interface AnchorParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

const everyMs = 600_000;

/**
 * Puts the head of the audit log into a second place every ten minutes, so that cutting off or rewriting its end is found
 * too: `verifyAudit(database, anchor)`.
 */
export class AuditAnchor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly keepHead: KeepHead,
    private readonly parts: AnchorParts,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.keep(), everyMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.keep();
  }

  /** Keeps the present head. A place that is away is tried again ten minutes later. */
  async keep(): Promise<void> {
    const { database, clock, logger } = this.parts;
    try {
      await this.keepHead(await auditHead(database), clock.now());
    } catch (error) {
      logger.warn({ err: error }, 'the head of the audit log could not be kept elsewhere');
    }
  }
}

/** Heads in the object store. Keys sort by time; a bucket with object lock makes them unchangeable. */
export const headsInStore =
  (objects: Pick<ObjectStore, 'put'>, { service, bucket }: AuditAnchorPlace): KeepHead =>
  async (head, at) => {
    const key = `audit-heads/${service}/${at.toISOString()}.json`;
    await objects.put({ bucket, key }, Buffer.from(JSON.stringify(head)), 'application/json');
  };

/** For a service with an audit log and an object store: `providers: [auditAnchor({ service, bucket })]`. */
export function auditAnchor(place: AuditAnchorPlace): Provider {
  return {
    provide: AuditAnchor,
    inject: [Database, ObjectStore, Clock, Logger],
    useFactory: (...[database, objects, clock, logger]: [Database, ObjectStore, Clock, Logger]) =>
      new AuditAnchor(headsInStore(objects, place), { database, clock, logger }),
  };
}
