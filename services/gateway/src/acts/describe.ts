import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** A status that a route answers with, and the shape of its body. */
export type Answers = Readonly<Record<number, z.ZodType | string>>;

const refusals: Readonly<Record<number, string>> = {
  400: 'The request is not valid; `errors` names each place',
  401: 'No valid access token',
  403: 'The role may not do this',
  404: 'There is no such thing, or it is not yours',
  429: 'Too many requests; see Retry-After',
  503: 'Temporarily unavailable; try again with the same key',
};

/**
 * Says a route in the OpenAPI document: what it does, what it answers (a schema, or words where there is no body), and
 * which refusals it has beside those that every route has.
 */
export const Describe = (summary: string, answers: Answers, more: Readonly<Record<number, string>> = {}) =>
  applyDecorators(
    ApiOperation({ summary }),
    ...Object.entries(answers).map(([status, answer]) =>
      typeof answer === 'string'
        ? ApiResponse({ status: Number(status), description: answer })
        : ApiResponse({ status: Number(status), description: 'Done', standardSchema: answer }),
    ),
    ...Object.entries({ ...refusals, ...more }).map(([status, description]) =>
      ApiResponse({
        status: Number(status),
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
