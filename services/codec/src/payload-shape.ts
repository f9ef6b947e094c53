import type { Payload } from '@temporalio/common';

const asJson = { encoding: Buffer.from('json/plain') };

/**
 * A payload without its content: the names of its fields stay, each value becomes its kind and size. For those who may
 * see how a filing runs, but not what stands in it.
 */
export function shapeOf(payload: Payload): Payload {
  const encoding = Buffer.from(payload.metadata?.['encoding'] ?? []).toString();
  const data = Buffer.from(payload.data ?? []);
  const shape = encoding.startsWith('json/') ? shapeOfJson(data) : `(${data.length} bytes)`;
  return { metadata: asJson, data: Buffer.from(JSON.stringify(shape)) };
}

function shapeOfJson(data: Buffer): unknown {
  try {
    return shapeOfValue(JSON.parse(data.toString()));
  } catch {
    return `(${data.length} bytes that are no JSON)`;
  }
}

function shapeOfValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOfValue);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOfValue(inner)]));
  }
  return typeof value === 'string' ? `(text of ${value.length})` : `(${value === null ? 'null' : typeof value})`;
}
