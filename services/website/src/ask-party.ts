import { request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';
import type { z } from 'zod';
import { PartyAway } from './party-away';

export interface Question<Schema extends z.ZodType> {
  /** Who is asked, for logs and errors. */
  readonly party: string;
  /** Fixed by configuration: the only host that is spoken to. */
  readonly baseUrl: string;
  /** Path pieces; what came from a form is one piece and cannot leave it. */
  readonly path: readonly string[];
  readonly answer: Schema;
  /** Whole conversation, in milliseconds. */
  readonly patienceMs?: number;
  readonly mostBytes?: number;
}

const patience = 5_000;
const mostBytes = 64 * 1024;

/**
 * Asks an outside party for one JSON document (rel 4.8): one host, no redirect followed, five seconds, 64 KB, JSON only,
 * checked by a schema. Answers undefined if the party says that there is no such thing (404). Throws `PartyAway` for
 * everything else: refused, late, closed, too long, redirected, unreadable.
 */
export async function askParty<Schema extends z.ZodType>(
  question: Question<Schema>,
): Promise<z.output<Schema> | undefined> {
  const { party, answer } = question;
  try {
    const response = await send(question);
    if (response.statusCode === 404) {
      response.destroy();
      return undefined;
    }
    if (response.statusCode !== 200) {
      response.destroy();
      throw new Error(`status ${response.statusCode}`);
    }
    if (!/^application\/json\b/i.test(response.headers['content-type'] ?? '')) {
      response.destroy();
      throw new Error('not JSON');
    }
    return answer.parse(JSON.parse(await read(response, question.mostBytes ?? mostBytes)));
  } catch (cause) {
    throw new PartyAway(party, { cause: withoutContent(cause) });
  }
}

function send({ baseUrl, path, patienceMs = patience }: Question<z.ZodType>): Promise<IncomingMessage> {
  const base = new URL(baseUrl);
  const url = new URL(`${base.pathname.replace(/\/$/, '')}/${path.map(encodeURIComponent).join('/')}`, base.origin);
  const ask = url.protocol === 'https:' ? askHttps : askHttp;
  return new Promise((resolve, reject) => {
    // `signal` bounds the whole conversation, the body included; agent-less, so that no dead connection is met again.
    const request = ask(
      url,
      { headers: { accept: 'application/json' }, agent: false, signal: AbortSignal.timeout(patienceMs) },
      resolve,
    );
    request.on('error', reject);
    request.end();
  });
}

async function read(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw new Error(`more than ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A schema's or JSON's complaint quotes what it read; only its kind is kept. */
function withoutContent(cause: unknown): Error {
  if (!(cause instanceof Error)) return new Error('unknown fault');
  const isQuoting = cause.name === 'ZodError' || cause.name === '$ZodError' || cause instanceof SyntaxError;
  return isQuoting ? new Error('the answer has an unexpected shape') : cause;
}
