import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemCode } from '@beian/contracts';
import { problemBody, ProblemError } from '@beian/platform';
import { answerExamples } from './answer-examples.data';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Media = Readonly<Record<string, { readonly schema?: object; examples?: Record<string, { $ref: string }> }>>;

/** The refusal that a status mostly stands for; the others of the same status have the same shape. */
const typical: Readonly<Record<string, ProblemCode>> = {
  400: 'invalid-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'not-allowed-now',
  412: 'stale-version',
  422: 'has-findings',
  428: 'precondition-missing',
  429: 'too-many-requests',
  503: 'temporarily-unavailable',
};

const unknownField = {
  pointer: '/colour',
  code: 'unknown-field',
  zh: '没有这个字段',
  en: 'There is no such field',
  remedyZh: '删除该字段',
  remedyEn: 'Leave the field out',
};

/**
 * Shows every answer with a body by examples: a refusal by the problem that its status mostly stands for, the rest by
 * those of its schema. Requests have theirs at the schema itself, in contracts.
 */
export function addExamples(document: OpenAPIObject): void {
  const examples = { ...problemExamples(), ...schemaExamples() };
  for (const path of Object.values(document.paths)) {
    for (const said of [path.get, path.put, path.post, path.delete]) if (said !== undefined) exemplify(said);
  }
  document.components = { ...document.components, examples };
}

function exemplify(said: Operation): void {
  for (const [status, answer] of Object.entries(said.responses)) {
    const { content = {} } = answer as { readonly content?: Media };
    for (const media of Object.values(content)) {
      const names = Number(status) < 400 ? namesFor(media.schema) : [`problem-${status}`];
      if (names.length === 0) continue;
      media.examples = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/examples/${name}` }]));
    }
  }
}

/** Examples of a shape, by its name: `FilingStatus-granted`. */
function namesFor(schema: object | undefined): readonly string[] {
  const [, shape = ''] = /#\/components\/schemas\/(\w+)/.exec(JSON.stringify(schema ?? {})) ?? [];
  return Object.keys(answerExamples[shape] ?? {}).map((name) => `${shape}-${name}`);
}

function schemaExamples(): Readonly<Record<string, { readonly value: unknown }>> {
  const named = Object.entries(answerExamples).flatMap(([shape, examples]) =>
    Object.entries(examples).map(([name, value]) => [`${shape}-${name}`, { value }] as const),
  );
  return Object.fromEntries(named);
}

function problemExamples(): Readonly<Record<string, { readonly value: unknown }>> {
  const named = Object.entries(typical).map(([status, code]) => {
    const details = code === 'invalid-request' ? { entries: [unknownField] } : {};
    return [`problem-${status}`, { value: problemBody(new ProblemError(code, details)) }] as const;
  });
  return Object.fromEntries(named);
}
