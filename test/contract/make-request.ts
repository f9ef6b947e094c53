import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { JSONSchemaFaker as faker } from 'json-schema-faker';
import type { Operation, Parameter } from './api-document';

/** A request to one operation, ready to be sent. */
export interface MadeRequest {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The raw body: broken JSON is a request too. */
  readonly body?: string;
}

/** Values that have broken servers before: each may stand anywhere in a body, a path or a query. */
const hostile: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  0.1,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '😀'.repeat(300),
  '中'.repeat(5_000),
  "' OR 1=1 --",
  '../../etc/passwd',
  '%00',
  '__proto__',
  '2018-02-30',
  '9999-12-31T23:59:60Z',
  '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  [],
  {},
  [[[[]]]],
  { toString: 1 },
];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The value with one place in it, chosen by `steps`, replaced. */
function replacedAt(value: unknown, steps: readonly number[], by: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || !isObject(value) || Object.keys(value).length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[step % keys.length] as string;
  const changed = replacedAt(value[key], rest, by);
  if (Array.isArray(value)) return value.map((one: unknown, at) => (String(at) === key ? changed : one));
  return { ...value, [key]: changed };
}

/** Bodies that fit the schema, made from the run's seed. */
function fitting({ body }: Operation): fc.Arbitrary<unknown> {
  if (body === undefined) return fc.constant(undefined);
  return fc.noShrink(fc.double({ min: 0, max: 0.999, noNaN: true })).map((start) => {
    let state = start;
    const random = () => (state = (state * 9_301 + 0.49297) % 1);
    faker.option({ random, failOnInvalidTypes: false, failOnInvalidFormat: false, optionalsProbability: 0.6 });
    return faker.generate(body as never) as unknown;
  });
}

/** Bodies: one that fits, one with a hostile value somewhere, anything at all, or no JSON. */
function bodies(operation: Operation): fc.Arbitrary<string | undefined> {
  if (operation.body === undefined) return fc.constant(undefined);
  const good = fitting(operation);
  const bad = fc
    .tuple(good, fc.array(fc.nat(20), { maxLength: 4 }), fc.constantFrom(...hostile))
    .map(([value, steps, by]) => replacedAt(value, steps, by));
  return fc.oneof(
    { weight: 5, arbitrary: good.map((value) => JSON.stringify(value)) },
    { weight: 6, arbitrary: bad.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.json() },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '{"a":1,"a":2}', '[1,', 'ÿþ', `${'['.repeat(200)}${']'.repeat(200)}`),
    },
  );
}

/**
 * Not the empty one: a path without its last part is another path; and none so long that Node's own parser of HTTP
 * refuses the request line (431) before anything of ours hears of it.
 */
const texts = fc.constantFrom(
  ...hostile.filter(
    (value): value is string => typeof value === 'string' && !['', '\ud800'].includes(value) && value.length < 1_000,
  ),
);

/** A value of a parameter: what is known to exist mostly, or a hostile text. */
function parameterValue({ name, schema }: Parameter, known: Readonly<Record<string, string>>): fc.Arbitrary<string> {
  const real = known[name];
  const example = (schema?.['enum'] as readonly unknown[] | undefined)?.map(String) ?? ['12', '1', 'enterprise'];
  const good = real === undefined ? fc.constantFrom(...example) : fc.constant(real);
  return fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: texts });
}

/**
 * Requests to an operation, good and bad; `known` are ids that exist, by the parameter's name. Tokens are the caller's
 * affair.
 */
export function requests(operation: Operation, known: Readonly<Record<string, string>>): fc.Arbitrary<MadeRequest> {
  const inPath = operation.parameters.filter((one) => one.in === 'path');
  const inQuery = operation.parameters.filter((one) => one.in === 'query');
  const values = (of: readonly Parameter[]) => fc.tuple(...of.map((one) => parameterValue(one, known)));
  return fc
    .record({
      path: values(inPath),
      query: values(inQuery),
      asked: fc.array(fc.boolean(), { minLength: inQuery.length, maxLength: inQuery.length }),
      body: bodies(operation),
      version: fc.constantFrom('"1"', '"2"', '"99"', 'W/"1"', '*', '1', undefined),
      key: fc.constantFrom('fresh', 'short', undefined),
    })
    .map(({ path, query, asked, body, version, key }) => {
      const filled = inPath.reduce(
        (target, { name }, at) => target.replace(`{${name}}`, encodeURIComponent(path[at] as string)),
        operation.path,
      );
      const search = inQuery.flatMap(({ name, required }, at) =>
        required === true || asked[at] === true ? [`${name}=${encodeURIComponent(query[at] as string)}`] : [],
      );
      return {
        target: search.length === 0 ? filled : `${filled}?${search.join('&')}`,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(version === undefined ? {} : { 'if-match': version }),
          ...(key === undefined ? {} : { 'idempotency-key': key === 'fresh' ? randomUUID() : 'k' }),
        },
        ...(body === undefined ? {} : { body }),
      };
    });
}
