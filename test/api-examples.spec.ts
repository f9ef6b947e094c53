import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { creditCodeFault, residentIdFault } from '@beian/rules';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

interface Media {
  readonly schema: { readonly $ref?: string };
  readonly examples?: Readonly<Record<string, { readonly $ref: string }>>;
}
interface Described {
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>;
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
  };
}

const file = join(__dirname, '..', 'services', 'gateway', 'openapi.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as ApiDocument;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat('starts_with', true); // said by the pattern beside it
ajv.addSchema(document, 'api');

const named = (reference = '') => reference.split('/').at(-1) ?? '';

/** Examples of a body: those of its schema, and those beside it. */
function examplesOf({ schema, examples = {} }: Media): readonly unknown[] {
  const own = document.components.schemas[named(schema.$ref)]?.examples ?? [];
  return [...own, ...Object.values(examples).map(({ $ref }) => document.components.examples[named($ref)]?.value)];
}

interface Body {
  readonly where: string;
  readonly media: Media;
  readonly at: string;
}

/** A part of a path inside the document, as a reference writes it. */
const step = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

const bodies: readonly Body[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, said]) => {
    const places = { requestBody: said.requestBody ?? { content: {} }, ...responsesOf(said) };
    return Object.entries(places).flatMap(([place, { content = {} }]) =>
      Object.entries(content)
        .filter(([type]) => type.includes('json'))
        .map(([type, media]) => ({
          where: `${method.toUpperCase()} ${path} ${place}`,
          media,
          at: ['paths', step(path), method, ...place.split('/'), 'content', step(type), 'schema'].join('/'),
        })),
    );
  }),
);

function responsesOf({ responses }: Described): Described['responses'] {
  return Object.fromEntries(Object.entries(responses).map(([status, answer]) => [`responses/${status}`, answer]));
}

describe('the examples of the API document (features.md row 46)', () => {
  it('stand at every body and every answer', () => {
    expect(bodies.length).toBeGreaterThan(600);
    expect(bodies.filter(({ media }) => examplesOf(media).length === 0).map(({ where }) => where)).toEqual([]);
  });

  it('fit their schemas', () => {
    const faults = bodies.flatMap(({ where, media, at }) => {
      const check = ajv.compile({ $ref: `api#/${at}` });
      return examplesOf(media).flatMap((example) =>
        check(example)
          ? []
          : (check.errors ?? []).map(({ instancePath, message }) => `${where}${instancePath} ${message}`),
      );
    });
    expect(faults).toEqual([]);
  });

  it('are each shown somewhere', () => {
    const shown = new Set(
      bodies.flatMap(({ media }) => Object.values(media.examples ?? {}).map(({ $ref }) => named($ref))),
    );
    expect(Object.keys(document.components.examples).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('have certificate numbers with right check characters, and no secret', () => {
    const text = JSON.stringify(document);
    const numbers = [...text.matchAll(/"(?:certificateNumber)":"([0-9A-Z]{18})"/g)].map(([, number = '']) => number);
    expect(numbers.length).toBeGreaterThan(3);
    const faults = numbers.map((number) =>
      number.startsWith('91') ? creditCodeFault(number) : residentIdFault(number),
    );
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
    expect(text).not.toContain('development-only');
  });
});
