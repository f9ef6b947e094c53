import type { BeforeApplicationShutdown, OnApplicationBootstrap, Provider } from '@nestjs/common';
import { Clock } from '../process/clock';
import { Logger } from '../process/logger';
import { ObjectStore } from '../store/object-store';
import { auditHead } from './audit';
import { Database } from './database';

export interface AuditAnchorPlace {
  readonly service: string;
  readonly bucket: string;
}

interface AnchorParts {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

const everyMs = 600_000;

/**
 * Puts the head of the audit log into the object store every ten minutes, so that cutting off or rewriting its end is found
 * too: `verifyAudit(database, anchor)`. Keys sort by time; a bucket with object lock makes them unchangeable.
 */
export class AuditAnchor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly place: AuditAnchorPlace,
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

  /** Writes the present head. A store that is away is tried again ten minutes later. */
  async keep(): Promise<void> {
    const { database, objects, clock, logger } = this.parts;
    try {
      const head = await auditHead(database);
      const key = `audit-heads/${this.place.service}/${clock.now().toISOString()}.json`;
      await objects.put({ bucket: this.place.bucket, key }, Buffer.from(JSON.stringify(head)), 'application/json');
    } catch (error) {
      logger.warn({ err: error }, 'the head of the audit log could not be kept elsewhere');
    }
  }
}

/** For a service with an audit log and an object store: `providers: [auditAnchor({ service, bucket })]`. */
export function auditAnchor(place: AuditAnchorPlace): Provider {
  return {
    provide: AuditAnchor,
    inject: [Database, ObjectStore, Clock, Logger],
    useFactory: (...[database, objects, clock, logger]: [Database, ObjectStore, Clock, Logger]) =>
      new AuditAnchor(place, { database, objects, clock, logger }),
  };
}
