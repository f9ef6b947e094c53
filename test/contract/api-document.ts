import type { Role } from '@beian/contracts';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** A JSON Schema as it stands in the document. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly 'x-roles': readonly Role[];
}

interface ApiDocument {
  readonly paths: Readonly<Record<string, Record<string, Described>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema & { readonly examples?: readonly unknown[] }>>;
  };
}

/** One method of one path, as the document describes it. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly roles: readonly Role[];
  readonly parameters: readonly Parameter[];
  /** Schema of the JSON body; absent where the operation takes none. */
  readonly body?: Schema;
  /** Examples of the JSON body. */
  readonly examples: readonly unknown[];
}

/** What came back, as far as a contract can say something about it. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** The gateway's OpenAPI document, read from the running gateway: its operations, and whether an answer keeps to it. */
export class ApiContract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  private constructor(private readonly document: ApiDocument) {
    addFormats(this.ajv);
    this.ajv.addFormat('starts_with', true); // said by the pattern beside it
    this.ajv.addSchema(document, 'api');
  }

  static async of(gatewayUrl: string): Promise<ApiContract> {
    const response = await fetch(`${gatewayUrl}/docs-json`);
    return new ApiContract((await response.json()) as ApiDocument);
  }

  get operations(): readonly Operation[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, said]) => {
        const body = said.requestBody?.content['application/json']?.schema;
        return {
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          roles: said['x-roles'],
          parameters: said.parameters ?? [],
          examples: this.examplesOf(body),
          ...(body === undefined ? {} : { body: this.selfContained(body) }),
        };
      }),
    );
  }

  /** What the answer breaks of the contract; empty where it keeps to it. */
  breaches({ path, method }: Operation, reply: Reply): readonly string[] {
    const said = this.document.paths[path]?.[method.toLowerCase()]?.responses[String(reply.status)];
    if (said === undefined) return [`${reply.status} is not documented`];
    const types = Object.keys(said.content ?? {});
    if (types.length === 0) return reply.body === undefined ? [] : ['a body where the document says none'];
    const type = types.find((one) => reply.type.startsWith(one));
    if (type === undefined) return [`${reply.status} came as "${reply.type}", documented are ${types.join(', ')}`];
    if (!type.includes('json')) return [];
    const check = this.validator(
      ['paths', path, method.toLowerCase(), 'responses', String(reply.status), 'content', type, 'schema'].map(escaped),
    );
    if (check(reply.body)) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `${reply.status} ${instancePath} ${message ?? ''}`);
  }

  /** Whether a body is one that the document allows; what is no JSON is not. */
  allows(operation: Operation, body: string): boolean {
    if (operation.body === undefined) return true;
    const at = ['paths', operation.path, operation.method.toLowerCase(), 'requestBody', 'content', 'application/json'];
    try {
      return this.validator([...at, 'schema'].map(escaped))(JSON.parse(body));
    } catch {
      return false;
    }
  }

  /** Examples of a named shape. */
  private examplesOf(body: Schema | undefined): readonly unknown[] {
    const name = String(body?.['$ref'] ?? '').replace('#/components/schemas/', '');
    return this.document.components.schemas[name]?.examples ?? [];
  }

  private validator(at: readonly string[]): ValidateFunction {
    const $ref = `api#/${at.map(encodeURIComponent).join('/')}`;
    const known = this.compiled.get($ref) ?? this.ajv.compile({ $ref });
    this.compiled.set($ref, known);
    return known;
  }

  /** The schema with the document's components beside it, so that its references can be followed. */
  private selfContained(schema: Schema): Schema {
    return { ...schema, components: this.document.components };
  }
}
