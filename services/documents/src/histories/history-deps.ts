import type { Clock, Logger } from '@beian/platform';
import type { Client } from '@temporalio/client';
import type { DocumentObjects } from '../document-objects';
import type { HistoryExportsStore } from './history-exports.store';

export interface HistoryParts {
  readonly objects: DocumentObjects;
  readonly temporal: Pick<Client, 'workflow'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A history with more bytes than this, as JSON, is told and not kept. */
  readonly mostBytes: number;
  readonly exports: HistoryExportsStore;
}

/** What the export of histories works with. Also the injection token. */
export class HistoryDeps implements HistoryParts {
  readonly objects: DocumentObjects;
  readonly temporal: Pick<Client, 'workflow'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mostBytes: number;
  readonly exports: HistoryExportsStore;

  constructor(parts: HistoryParts) {
    this.objects = parts.objects;
    this.temporal = parts.temporal;
    this.clock = parts.clock;
    this.logger = parts.logger;
    this.mostBytes = parts.mostBytes;
    this.exports = parts.exports;
  }
}
