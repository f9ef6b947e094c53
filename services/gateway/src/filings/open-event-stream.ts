import type { Request, Response } from 'express';
import { problem } from '@beian/platform';
import type { EventSink } from './stream-filing';

/** Turns a response into an event stream, and reads from where it should go on. */
export function openEventStream(
  request: Request,
  response: Response,
): { readonly sink: EventSink; readonly lastVersion?: number } {
  const lastVersion = lastVersionOf(request.headers['last-event-id']);
  response.status(200).set({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  response.write('retry: 2000\n\n');
  const sink: EventSink = {
    write: (text) => void response.write(text),
    end: () => void response.end(),
    onGone: (hear) => void response.once('close', hear),
  };
  return lastVersion === undefined ? { sink } : { sink, lastVersion };
}

function lastVersionOf(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  if (typeof header !== 'string' || !/^\d{1,9}$/.test(header)) {
    return problem('invalid-request', { detail: 'Last-Event-ID is not a version of ours' });
  }
  return Number(header);
}
