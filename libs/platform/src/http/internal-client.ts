import { isProblemCode } from '@beian/contracts';
import { problemSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { currentRequestId, currentTraceparent } from '../process/request-context';
import { ProblemError } from './problem-error';

const patienceMs = 5_000;

/** Calls one of our services. Every answer is checked by its schema; a problem comes through as the same problem. */
export class InternalClient {
  constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    return this.call('GET', path, { schema });
  }

  post<S extends z.ZodType>(path: string, schema: S, body?: unknown): Promise<z.output<S>> {
    return this.call('POST', path, { schema, body });
  }

  put<S extends z.ZodType>(path: string, schema: S, body?: unknown): Promise<z.output<S>> {
    return this.call('PUT', path, { schema, body });
  }

  delete<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    return this.call('DELETE', path, { schema });
  }

  /** One attempt, five seconds: who calls decides whether trying again is safe. */
  private async call<S extends z.ZodType>(
    method: string,
    path: string,
    { schema, body }: { readonly schema: S; readonly body?: unknown },
  ): Promise<z.output<S>> {
    const response = await this.send(method, path, body);
    const text = await response.text().catch((error: unknown) => unreachable(error));
    const answer = text === '' ? undefined : parsed(text);
    if (!response.ok) throw passedOn(response.status, answer);
    const checked = schema.safeParse(answer);
    if (!checked.success) {
      const fault = new Error(
        `${method} ${path} answered in an unexpected shape: ${checked.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
      );
      throw new ProblemError('internal-error', { cause: fault });
    }
    return checked.data;
  }

  private async send(method: string, path: string, body: unknown): Promise<Response> {
    const requestId = currentRequestId();
    const traceparent = currentTraceparent();
    const headers = {
      authorization: `Bearer ${this.token}`,
      accept: 'application/json',
      ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
      ...(traceparent === undefined ? {} : { traceparent }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    try {
      return await fetch(new URL(path, this.baseUrl), {
        method,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      return unreachable(error);
    }
  }
}

/** `internalClient(config.SUBJECT_URL, config.INTERNAL_TOKEN).get('/internal/…', schema)` */
export function internalClient(baseUrl: string, token: string): InternalClient {
  return new InternalClient(baseUrl, token);
}

function unreachable(cause: unknown): never {
  throw new ProblemError('temporarily-unavailable', { cause });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the schema says what is wrong with it
  }
}

/** The other service's problem as ours. A refusal of our own token is our fault, not the caller's. */
function passedOn(status: number, answer: unknown): ProblemError {
  const { data } = problemSchema.safeParse(answer);
  if (data === undefined || !isProblemCode(data.code) || data.code === 'unauthenticated') {
    const cause = new Error(`an internal call was answered ${status}`);
    return new ProblemError(status === 503 ? 'temporarily-unavailable' : 'internal-error', { cause });
  }
  const { code, detail, errors, type, title, status: _status, instance, zh, en, remedyZh, remedyEn, ...extra } = data;
  void [type, title, instance, zh, en, remedyZh, remedyEn];
  return new ProblemError(code, {
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { entries: errors }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  });
}
