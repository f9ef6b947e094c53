import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** A file as answer: its media type, and what it is. */
export interface FileAnswer {
  readonly file: string;
  readonly says: string;
}

/** A status that a route answers with, and the shape of its body, or words where it has none. */
export type Answers = Readonly<Record<number, z.ZodType | FileAnswer | string>>;

const refusals: Readonly<Record<number, string>> = {
  400: 'The request is not valid; `errors` names each place',
  401: 'No valid access token',
  403: 'The role may not do this',
  404: 'There is no such thing, or it is not yours',
  429: 'Too many requests; see Retry-After',
  503: 'Temporarily unavailable; try again with the same key',
};

function saidOf(answer: Answers[number]) {
  if (typeof answer === 'string') return { description: answer };
  if (!('file' in answer)) return { description: 'Done', standardSchema: answer };
  const { file, says } = answer;
  return { description: says, content: { [file]: { schema: { type: 'string' as const, format: 'binary' } } } };
}

/** A refusal in the document: always a problem. */
export const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** What every act may be refused with because of its `Idempotency-Key`. */
export const keyRefusals: Readonly<Record<number, string>> = {
  409: 'The same key is being worked on; ask again in a moment',
  422: 'The key was used with another body',
};

/**
 * Says a route in the OpenAPI document: what it does, what it answers (a schema, or words where there is no body), and
 * which refusals it has beside those that every route has.
 */
export const Describe = (summary: string, answers: Answers, more: Readonly<Record<number, string>> = {}) =>
  applyDecorators(
    ApiOperation({ summary }),
    ...Object.entries(answers).map(([status, answer]) => ApiResponse({ status: Number(status), ...saidOf(answer) })),
    ...Object.entries({ ...refusals, ...more }).map(([status, description]) =>
      ApiResponse({ status: Number(status), ...refusal(description) }),
    ),
  );
