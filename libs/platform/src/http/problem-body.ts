import { problems } from '@beian/contracts';
import type { Problem } from '@beian/contracts/schemas';
import { currentRequestId } from '../process/request-context';
import type { ProblemError } from './problem-error';

export const problemMediaType = 'application/problem+json; charset=utf-8';

/** What a problem looks like over HTTP, from the one table in contracts: both languages, the remedy, the request id. */
export function problemBody(error: ProblemError): Problem {
  const kind = problems[error.code];
  const { details } = error;
  const requestId = currentRequestId();
  const fill = (text: string) => fillIn(text, details.params ?? {});
  const texts = { zh: fill(kind.zh), en: fill(kind.en), remedyZh: fill(kind.remedyZh), remedyEn: fill(kind.remedyEn) };
  const single = details.pointer === undefined ? [] : [{ pointer: details.pointer, code: error.code, ...texts }];
  const errors = [...single, ...(details.entries ?? [])];
  return {
    ...details.extra,
    type: `urn:beian:problem:${error.code}`,
    title: texts.en,
    status: details.status ?? kind.status,
    code: error.code,
    ...(details.detail === undefined ? {} : { detail: details.detail }),
    ...(requestId === undefined ? {} : { instance: `urn:beian:request:${requestId}` }),
    ...texts,
    ...(errors.length === 0 ? {} : { errors }),
  };
}

function fillIn(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
