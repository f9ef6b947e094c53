import { AsyncResource } from 'node:async_hooks';
import type { HttpRequest, HttpResponse, Middleware, Next } from './http-messages';
import { ProblemError } from './problem-error';
import { sendProblem } from './send-problem';
import { parseStrictJson } from './strict-json';

/** 256 KB: forms are far smaller, files go to the object store. */
const mostBytes = 256 * 1024;

/**
 * Reads the body of every request: JSON in UTF-8, not compressed, at most 256 KB, strictly parsed. Keeps the bytes as
 * `rawBody` for signatures. Paths that start with one of `untouched` keep their body for somebody else to read.
 */
export function jsonBody(untouched: readonly string[]): Middleware {
  return (request, response, next) => {
    if (
      !hasBody(request) ||
      untouched.some((prefix) => (request.originalUrl ?? request.url ?? '').startsWith(prefix))
    ) {
      next();
      return;
    }
    const declared = wrongDeclaration(request);
    if (declared !== undefined) {
      refuse(request, response, declared);
      return;
    }
    readBody(request, response, next);
  };
}

function hasBody(request: HttpRequest): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

function wrongDeclaration({ headers }: HttpRequest): ProblemError | undefined {
  if (Number(headers['content-length'] ?? 0) > mostBytes)
    return new ProblemError('body-too-large', { detail: 'at most 256 KB' });
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return new ProblemError('media-type', { detail: 'send the body uncompressed' });
  const parts = (headers['content-type'] ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parts
    .find((part) => part.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  const isJson =
    parts[0] === 'application/json' && (charset === undefined || charset === 'utf-8' || charset === 'utf8');
  return isJson ? undefined : new ProblemError('media-type');
}

function readBody(request: HttpRequest, response: HttpResponse, next: Next): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const stop = () => {
    request.off('data', take).off('end', finish).off('error', stop);
  };
  const take = (chunk: Buffer) => {
    length += chunk.length;
    if (length > mostBytes) {
      stop();
      refuse(request, response, new ProblemError('body-too-large', { detail: 'at most 256 KB' }));
    } else {
      chunks.push(chunk);
    }
  };
  // The end is told by the connection, outside of this request: without the binding its id and trace would be lost here.
  const finish = AsyncResource.bind(() => {
    stop();
    const rawBody = Buffer.concat(chunks);
    request.rawBody = rawBody;
    const parsed = parseStrictJson(rawBody);
    if (parsed.ok) {
      request.body = parsed.value;
      next();
    } else if (parsed.malformed) {
      sendProblem(response, new ProblemError('malformed-json', { detail: parsed.detail }));
    } else {
      sendProblem(response, new ProblemError('invalid-request', { entries: [parsed.entry] }));
    }
  });
  request.on('data', take).on('end', finish).on('error', stop);
}

/** Answers and gives up the connection, for the rest of the body is not going to be read. */
function refuse(request: HttpRequest, response: HttpResponse, error: ProblemError): void {
  response.setHeader('connection', 'close');
  sendProblem(response, error);
  request.resume();
}
