import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problemSchema } from '@beian/contracts/schemas';
import { z } from 'zod';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

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
  const document = SwaggerModule.createDocument(app, about, {
    standardSchemaConverter: (schema) => converted(schema as z.ZodType),
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}.${method}`,
  });
  const { schema: problem, components } = converted(problemSchema);
  void problem;
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...components } };
  return document;
}

/**
 * A zod schema as JSON Schema 2020-12. Named ones (`.meta({ id })`) become components, also at the top; the rest stays in
 * place. What zod cannot say (a transformation's result) is said by what goes in.
 */
function converted(schema: z.ZodType): { readonly schema: Schema; readonly components: Record<string, Schema> } {
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
