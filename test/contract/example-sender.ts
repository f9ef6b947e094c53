import { setTimeout as pause } from 'node:timers/promises';
import { beianClient, newKey } from '@beian/client';
import { developmentEnvironment, callbackHeaders, signCallback } from '@beian/platform';
import type { FilingForm, Scene } from '@beian/infra';
import type { ApiContract, Operation } from './api-document';

/** How one example of the document is sent. */
export interface Sending {
  /** Who sends it: a persona of the development identity provider, or an outside party by its signature. */
  readonly as: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly ifMatch?: string;
  /** Which of the examples of the body; the first, if not said. */
  readonly example?: number;
  /** Members of the body that only this run knows: ids, codes, hashes. */
  readonly known?: Readonly<Record<string, unknown>>;
  /** The refusal that is right here, if one is. */
  readonly refused?: string;
}

/** What openapi-fetch does with any route; the typed calls of `client.spec.ts` are the same function. */
type AnyRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ readonly data?: unknown; readonly error?: unknown; readonly response: Response }>;

/**
 * Sends the examples of the API document through the generated client. The invented persons of the examples are replaced
 * by those of a fresh form, so that a stack can be asked more than once.
 */
export class ExampleSender {
  /** Examples that were sent, as `operation #number`. */
  readonly sent = new Set<string>();
  /** Operations that were asked. */
  readonly asked = new Set<string>();

  constructor(
    private readonly scene: Scene,
    private readonly contract: ApiContract,
    private readonly renewed: readonly (readonly [example: string, fresh: string])[],
  ) {}

  /** Answers the body of the answer; throws where the answer breaks the contract or is not the expected one. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async send(name: string, sending: Sending): Promise<any> {
    const operation = this.contract.operations.find((one) => one.name === name);
    if (operation === undefined) throw new Error(`there is no operation ${name}`);
    this.asked.add(name);
    const body = this.bodyOf(operation, sending);
    const { as, path = {}, query = {}, refused } = sending;
    const isParty = operation.roles.length === 0;
    const url = this.scene.gatewayUrl;
    const client = beianClient({ url, token: () => (isParty ? 'none' : this.scene.outside.tokenOf(as)) });
    const header = isParty ? signed(as, JSON.stringify(body)) : headersOf(operation, sending);
    const request = client.request.bind(client) as unknown as AnyRequest;
    const asked = { params: { path, query, header }, ...(body === undefined ? {} : { body }) };
    const ask = () => request(operation.method.toLowerCase(), operation.path, asked);
    let { data, error, response } = await ask();
    const isToWait = () => response.status === 503 || (error as { code?: string } | undefined)?.code === 'in-progress';
    for (const giveUpAt = Date.now() + 120_000; isToWait() && Date.now() < giveUpAt; await pause(200))
      ({ data, error, response } = await ask());
    const reply = { status: response.status, type: response.headers.get('content-type') ?? '', body: data ?? error };
    const said = JSON.stringify(reply.body) ?? '';
    const broken = this.contract.breaches(operation, { ...reply, body: said === '' ? undefined : reply.body });
    if (broken.length > 0) throw new Error(`${name}: ${broken.join('; ')} ${said.slice(0, 1_000)}`);
    const code = reply.status < 400 ? undefined : (error as { readonly code: string }).code;
    if (code !== refused) throw new Error(`${name} answered ${reply.status} ${said.slice(0, 1_000)}`);
    return data;
  }

  private bodyOf(operation: Operation, { example = 0, known }: Sending): object | undefined {
    const given = operation.examples[example];
    if (given === undefined) return undefined;
    this.sent.add(`${operation.name} #${example}`);
    const text = this.renewed.reduce((all, [old, fresh]) => all.replaceAll(old, fresh), JSON.stringify(given));
    return { ...(JSON.parse(text) as object), ...known };
  }
}

function headersOf({ parameters }: Operation, { ifMatch }: Sending): Readonly<Record<string, string>> {
  const isAct = parameters.some(({ name }) => name === 'Idempotency-Key');
  return {
    ...(isAct ? { 'Idempotency-Key': newKey() } : {}),
    ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
  };
}

/** The three headers of a callback of a party, with the secret of a development installation. */
function signed(party: string, body: string): Readonly<Record<string, string>> {
  const secrets = JSON.parse(developmentEnvironment['CALLBACK_SECRETS'] ?? '{}') as Record<string, string>;
  const { timestamp, nonce, signature } = signCallback(secrets[party] ?? '', body, { at: new Date(), nonce: newKey() });
  return {
    [callbackHeaders.timestamp]: timestamp,
    [callbackHeaders.nonce]: nonce,
    [callbackHeaders.signature]: signature,
  };
}

type Person = Readonly<Record<'certificateNumber' | 'mobile' | 'email', string>>;
interface Persons {
  readonly administrators: Readonly<Record<string, Person>>;
}

/** What of the examples is replaced by a fresh form: numbers, domain, and the administrators' own. */
export function renewal(contract: ApiContract, form: FilingForm): readonly (readonly [string, string])[] {
  const first = (name: string) => contract.operations.find((one) => one.name === name)?.examples[0];
  const check = first('POST /v1/filing-type-checks') as FilingForm['check'];
  const { administrators } = first('PUT /v1/filings/{filingId}/subject') as Persons;
  const fresh = form.subject as unknown as Persons;
  return [
    [check.certificateNumber, form.check.certificateNumber],
    [check.domain, form.check.domain],
    ...Object.entries(administrators).flatMap(([key, person]) =>
      (['certificateNumber', 'mobile', 'email'] as const).map(
        (member) => [person[member], fresh.administrators[key]?.[member] ?? ''] as const,
      ),
    ),
  ];
}
