import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '@beian/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { buildApiDocument } from './build-api-document';

const file = join(__dirname, '..', '..', 'openapi.json');

interface Operation {
  readonly route: string;
  readonly said: {
    readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
    readonly requestBody?: { readonly content: Record<string, { readonly schema: Json }> };
    readonly responses: Record<string, unknown>;
    readonly security?: readonly Record<string, unknown>[];
    readonly 'x-roles'?: readonly string[];
  };
}
type Json = { readonly [key: string]: unknown };

let document: OpenAPIObject;
let operations: readonly Operation[];

beforeAll(async () => {
  document = await buildApiDocument();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation['said']>).map(([method, said]) => ({
      route: `${method.toUpperCase()} ${path}`,
      said,
    })),
  );
});

/** Acts that only ask: they change nothing, so a retry needs no key. */
const asking = [
  'POST /v1/filings/{filingId}/preflight',
  'POST /v1/filings/{filingId}/unmask',
  'POST /v1/filings/{filingId}/documents/{versionId}/link',
];

describe('the document of the interface', () => {
  it('is the committed one; otherwise run `npm run build && npm run openapi` in services/gateway', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is OpenAPI 3.1 and names every shape that routes share', () => {
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.filter((name) => document.components?.schemas?.[name ?? ''] === undefined)).toEqual([]);
  });

  it('says of every act that its key may be taken', () => {
    const acts = operations.filter(({ said }) => said.parameters?.some(({ name }) => name === 'Idempotency-Key'));
    expect(acts.length).toBeGreaterThan(20);
    expect(acts.filter(({ said }) => !('409' in said.responses && '422' in said.responses))).toEqual([]);
  });

  it('says for every route whose function it is', () => {
    const silent = operations.filter(({ said }) => said['x-roles'] === undefined || said.security === undefined);
    expect(silent.map(({ route }) => route)).toEqual([]);
    const unsigned = operations.filter(({ said }) => said['x-roles']?.length === 0).map(({ route }) => route);
    expect(unsigned).toEqual([
      'POST /v1/callbacks/authority',
      'POST /v1/callbacks/carrier',
      'POST /v1/callbacks/courier',
    ]);
    const unknown = operations.flatMap(({ said }) =>
      (said['x-roles'] ?? []).filter((role) => !(roles as readonly string[]).includes(role)),
    );
    expect(unknown).toEqual([]);
  });

  it('asks a key for every act, and the version for every save', () => {
    const header =
      (name: string) =>
      ({ said }: Operation) =>
        said.parameters?.some(
          (parameter) => parameter.in === 'header' && parameter.name === name && parameter.required,
        ) === true;
    const acts = operations.filter(
      ({ route }) => route.startsWith('POST') && !route.includes('/callbacks/') && !asking.includes(route),
    );
    expect(acts.filter((act) => !header('Idempotency-Key')(act)).map(({ route }) => route)).toEqual([]);
    const saves = operations.filter(({ route }) => route.startsWith('PUT'));
    expect(saves.filter((save) => !header('If-Match')(save)).map(({ route }) => route)).toEqual([]);
  });

  it('knows no body that would take an unknown key', () => {
    const open = operations.flatMap(({ route, said }) => {
      const schema = said.requestBody?.content['application/json']?.schema;
      return schema === undefined ? [] : openObjects(schema).map((place) => `${route} ${place}`);
    });
    expect(open).toEqual([]);
  });

  it('answers every refusal as a problem', () => {
    const other = operations.flatMap(({ route, said }) =>
      Object.entries(said.responses)
        .filter(([status]) => Number(status) >= 400)
        .filter(([, answer]) => !JSON.stringify(answer).includes('application/problem+json'))
        .map(([status]) => `${route} ${status}`),
    );
    expect(other).toEqual([]);
  });
});

/** Places in a schema where an object may have keys that nobody named. */
function openObjects(schema: unknown, place = '', seen: readonly string[] = []): readonly string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const { $ref: reference, ...inside } = schema as Json;
  if (typeof reference === 'string') {
    if (seen.includes(reference)) return [];
    const name = reference.split('/').at(-1) ?? '';
    return openObjects(document.components?.schemas?.[name], `${place}(${name})`, [...seen, reference]);
  }
  const isOpen =
    inside['type'] === 'object' && inside['additionalProperties'] !== false && inside['propertyNames'] === undefined;
  const deeper = Object.entries(inside).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.flatMap((part, index) => openObjects(part, `${place}/${key}/${index}`, seen))
      : openObjects(value, `${place}/${key}`, seen),
  );
  return isOpen ? [place, ...deeper] : deeper;
}
