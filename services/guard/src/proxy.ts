import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { ProblemError, type Caller, type Logger } from '@beian/platform';
import { isHarmlessBatch, verdictOn } from './operator-writes';

export interface ProxyParts {
  readonly upstream: URL;
  /** Refuses with a `ProblemError` where the token is none of ours. */
  readonly verify: (token: string) => Promise<Caller>;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

const bodyLimitBytes = 1_000_000;
/** Headers that end here: hop by hop, and the one by which a POST could call itself something else. */
const dropped = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'x-http-method-override',
]);

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Answers one request: refused here, or passed on to the UI as it came. */
export async function pass(request: IncomingMessage, response: ServerResponse, parts: ProxyParts): Promise<void> {
  try {
    const body = await admitted(request, parts);
    await forward({ request, response, upstream: parts.upstream, body });
  } catch (error) {
    const refused = error instanceof Refused ? error : new Refused(502, 'the Temporal UI does not answer');
    if (response.headersSent) return void response.destroy();
    response.writeHead(refused.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ code: refused.status, message: refused.message }));
    request.resume();
  }
}

/** The body to send on; undefined = there is none. Throws `Refused` for what an operator may not do or is not told. */
async function admitted(request: IncomingMessage, parts: ProxyParts): Promise<Buffer | undefined> {
  const method = request.method ?? 'GET';
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const verdict = verdictOn(method, path);
  if (!isOpen(method, path))
    await insistOnOperator(request, parts, { method, path, isWrite: method === 'POST' && !path.includes('/query/') });
  if (verdict.kind === 'refuse') throw new Refused(403, 'operators may not do this in the Temporal UI');
  if (method !== 'POST') return undefined;
  const text = await bodyOf(request);
  return verdict.kind === 'batch' ? harmlessBatch(text) : text;
}

/** The page itself, its sign-in and its settings say nothing about filings. */
function isOpen(method: string, path: string): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && (path === '/api/v1/settings' || /^\/(?!api(?:\/|$)|.*(?:%|\/\/|\\|\.\.))/.test(path));
}

async function insistOnOperator(
  request: IncomingMessage,
  parts: ProxyParts,
  what: { readonly method: string; readonly path: string; readonly isWrite: boolean },
): Promise<void> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Refused(401, 'sign in first');
  const caller = await parts.verify(token).catch((error: unknown) => {
    const status = error instanceof ProblemError && error.code === 'unauthenticated' ? 401 : 503;
    throw new Refused(status, 'the access token is not accepted');
  });
  if (!caller.roles.includes('operator')) throw new Refused(403, 'only operators work here');
  if (what.isWrite) {
    parts.logger.info(
      { audit: true, issuer: caller.issuer, actor: caller.subject, path: what.path },
      'write asked for',
    );
  }
}

/** A batch goes on as it was understood here, so that the server cannot understand it otherwise. */
function harmlessBatch(text: Buffer): Buffer {
  const { value } = parsed(text);
  if (!isHarmlessBatch(value)) throw new Refused(403, 'a batch may signal, reset or cancel, and nothing else');
  return Buffer.from(JSON.stringify(value));
}

function parsed(text: Buffer): { readonly value: unknown } {
  try {
    return { value: JSON.parse(text.toString('utf8')) as unknown };
  } catch {
    throw new Refused(400, 'the body is not JSON');
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyLimitBytes) throw new Refused(413, 'the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

interface Forwarding {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly upstream: URL;
  readonly body: Buffer | undefined;
}

function forward({ request, response, upstream, body }: Forwarding): Promise<void> {
  return new Promise((resolve, reject) => {
    const onward = ask(
      {
        host: upstream.hostname,
        port: upstream.port || 80,
        method: request.method,
        path: request.url,
        headers: { ...kept(request.headers), ...(body === undefined ? {} : { 'content-length': body.length }) },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, kept(answer.headers));
        answer.once('error', reject);
        answer.once('end', resolve);
        answer.pipe(response);
      },
    );
    onward.once('error', reject);
    response.once('close', () => (response.writableFinished ? undefined : onward.destroy()));
    onward.end(body);
  });
}

/** The host stays the one that the browser asked: the UI compares it with the page's origin. */
const kept = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name) && name !== 'content-length'));
