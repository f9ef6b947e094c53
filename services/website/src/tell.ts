import type { EventType, Instant } from '@beian/contracts';
import { audit, outbox, type Tx } from '@beian/platform';
import type { WebsiteStore } from './website.store';

export interface Told {
  readonly type: Extract<EventType, `website-${string}` | 'service-code-moved'>;
  readonly filingId: string;
  readonly at: Instant;
  /** Numbers and codes only; stands in the event. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Tells a fact that the workflow brought about: one event and one line in the log, in the transaction of the fact. */
export async function tell({ websites }: { readonly websites: WebsiteStore }, tx: Tx, told: Told): Promise<void> {
  const { type, filingId, at, data } = told;
  await outbox.append(tx, { type, filingId, sequence: await websites.nextEvent(tx, filingId), at, data });
  await audit.append(tx, { actor: 'workflow', action: type, object: `filing/${filingId}`, at, details: data });
}
