/** A payload as Temporal's HTTP API gives it: bytes in base64. */
export interface WirePayload {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data?: string;
}

const textOf = (base64: string | undefined): string => Buffer.from(base64 ?? '', 'base64').toString();

/** How a payload is written: `binary/encrypted` as long as it is sealed. */
export const encodingOf = ({ metadata }: WirePayload): string => textOf(metadata['encoding']);

/** Name of the key that sealed it. */
export const keyOf = ({ metadata }: WirePayload): string => textOf(metadata['encryption-key-id']);

export const contentOf = ({ data }: WirePayload): string => textOf(data);

/** All sealed payloads of a filing's history, as the Temporal UI for everyone gets them. */
export async function sealedPayloads(uiUrl: string, filingId: string): Promise<readonly WirePayload[]> {
  const answer = await fetch(`${uiUrl}/api/v1/namespaces/beian/workflows/filing-${filingId}/history`);
  if (answer.status !== 200) throw new Error(`history of ${filingId}: ${answer.status} ${await answer.text()}`);
  return payloadsIn(await answer.json()).filter((payload) => encodingOf(payload) === 'binary/encrypted');
}

/** Every payload in a history, as the HTTP API and Temporal's export write it. */
export function payloadsIn(value: unknown): readonly WirePayload[] {
  if (typeof value !== 'object' || value === null) return [];
  const { metadata } = value as { metadata?: { encoding?: unknown } };
  if (typeof metadata?.encoding === 'string') return [value as WirePayload];
  return Object.values(value).flatMap(payloadsIn);
}

/** What the codec server answers to somebody with this token, or to nobody. */
export async function decode(
  codecUrl: string,
  payloads: readonly WirePayload[],
  token?: string,
): Promise<{ readonly status: number; readonly payloads: readonly WirePayload[] }> {
  const answer = await fetch(`${codecUrl}/decode`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-namespace': 'beian',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ payloads }),
  });
  const body = (await answer.json()) as { payloads?: readonly WirePayload[] };
  return { status: answer.status, payloads: body.payloads ?? [] };
}
