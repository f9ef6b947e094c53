import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { components } from './api-types.data';
import type { BeianClientOptions } from './beian-client';

export type FilingStatus = components['schemas']['FilingStatus'];

/** Where to begin, and when to stop. */
export interface Following {
  /** The version seen last; the stream goes on after it. */
  readonly after?: number;
  readonly signal?: AbortSignal;
}

/**
 * The statuses of a filing, each when it changes, from the gateway's server-sent events. One connection: it ends when
 * the server ends it, and the caller goes on with `after` = the last version. Throws where the stream is refused.
 */
export async function* followFiling(
  { url, token, fetch = globalThis.fetch }: BeianClientOptions,
  filingId: string,
  { after, signal }: Following = {},
): AsyncGenerator<FilingStatus> {
  const response = await fetch(
    new Request(`${url}/v1/filings/${encodeURIComponent(filingId)}/events`, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${await token()}`,
        ...(after === undefined ? {} : { 'last-event-id': String(after) }),
      },
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  if (!response.ok || response.body === null) throw new Error(`${response.url} answered ${response.status}`);
  const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { event, data } of events as unknown as AsyncIterable<{ event?: string; data: string }>) {
    if (event === 'filing') yield JSON.parse(data) as FilingStatus;
  }
}
