import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problemSchema } from '@beian/contracts/schemas';
import { z } from 'zod';
import { keyRefusals, refusal } from '../acts/describe';
import { addExamples } from './add-examples';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

interface Converted {
  readonly schema: Schema;
  readonly components: Record<string, Schema>;
}

/** The OpenAPI 3.1 document of the public routes, made from the same schemas that check requests. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Beian')
    .setDescription(
      'ICP filings (备案) on the provider side. Errors are `application/problem+json` with a stable `code`, both languages, ' +
        'the place and the remedy. Every POST that acts needs an `Idempotency-Key`; parts are saved with `If-Match`.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'OIDC access token (at+jwt)' },
      'access-token',
    )
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'x-beian-signature', description: 'Signed callback' },
      'callback-signature',
    )
    .build();
  const examples = new Map<string, readonly unknown[]>();
  const document = SwaggerModule.createDocument(app, about, {
    standardSchemaConverter: (schema) => withoutExamples(converted(schema as z.ZodType), examples),
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}.${method}`,
  });
  const { schema: problem, components } = converted(problemSchema);
  void problem;
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...components } };
  for (const path of Object.values(document.paths)) {
    for (const said of [path.get, path.put, path.post, path.delete]) if (said !== undefined) addKeyRefusals(said);
  }
  // Nest keeps only the first one, and as OpenAPI 3.0 said it.
  for (const [name, schema] of Object.entries(document.components.schemas ?? {}))
    Object.assign(schema, examples.has(name) ? { examples: examples.get(name) } : {});
  addExamples(document);
  return document;
}

/** An act's own words for 409 and 422 stay; where it has none, the key is the only reason. */
function addKeyRefusals(said: Operation): void {
  const isAct = said.parameters?.some((one) => 'name' in one && one.name === 'Idempotency-Key') ?? false;
  if (!isAct) return;
  for (const [status, words] of Object.entries(keyRefusals)) said.responses[status] ??= refusal(words);
}

/**
 * A zod schema as JSON Schema 2020-12. Named ones (`.meta({ id })`) become components, also at the top; the rest stays in
 * place. What zod cannot say (a transformation's result) is said by what goes in.
 */
function converted(schema: z.ZodType): Converted {
  const { $defs, $schema, id, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  void $schema;
  const components = { ...$defs } as Record<string, Schema>;
  for (const component of Object.values(components)) delete (component as { id?: unknown }).id;
  if (typeof id !== 'string') return { schema: rest as Schema, components };
  return { schema: { $ref: `#/components/schemas/${id}` }, components: { ...components, [id]: rest as Schema } };
}

/** Takes the examples out of the components, into `kept` by the component's name. */
function withoutExamples({ schema, components }: Converted, kept: Map<string, readonly unknown[]>): Converted {
  for (const [name, component] of Object.entries(components) as [string, { examples?: readonly unknown[] }][]) {
    if (component.examples !== undefined) kept.set(name, component.examples);
    delete component.examples;
  }
  return { schema, components };
}
