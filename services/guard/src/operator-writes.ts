/** One segment of a path: an id as the page writes it, never a path of its own. */
const id = '[A-Za-z0-9._~!$&()*+,;=:@-]|%(?!2[fF]|5[cC]|00)[0-9A-Fa-f]{2}';
const segment = `(?:${id})+`;
const inNamespace = `^/api/v1/namespaces/${segment}`;

/** What passes beside reading, each matched against the path as it was sent: an encoded verb is no verb. */
const passing: readonly RegExp[] = [
  new RegExp(`${inNamespace}/workflows/${segment}/(?:signal|update|query)/${segment}$`),
  new RegExp(`${inNamespace}/workflows/${segment}/(?:reset|cancel)$`),
  // Pausing, triggering and back-filling; a schedule is made and removed by the product, not by hand.
  new RegExp(`${inNamespace}/schedules/${segment}/patch$`),
  new RegExp(`${inNamespace}/batch-operations/${segment}/stop$`),
];
const batch = new RegExp(`${inNamespace}/batch-operations/${segment}$`);

/** What a batch may say, as the server reads it: in camel case or as the protocol writes it. */
const batchFields: ReadonlySet<string> = new Set(
  [
    ...['namespace', 'visibilityQuery', 'jobId', 'reason', 'executions', 'maxOperationsPerSecond'],
    ...['signalOperation', 'resetOperation', 'cancellationOperation'],
  ].flatMap((field) => [field, field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
);

export type Verdict =
  | { readonly kind: 'pass' }
  /** Passes if `isHarmlessBatch` says so of its body. */
  | { readonly kind: 'batch' }
  | { readonly kind: 'refuse' };

/** Whether an operator may send this. Reading passes; a write only if it is on the list. `path` is raw, without query. */
export function verdictOn(method: string, path: string): Verdict {
  if (method === 'GET' || method === 'HEAD') return { kind: 'pass' };
  if (method !== 'POST') return { kind: 'refuse' };
  if (passing.some((one) => one.test(path))) return { kind: 'pass' };
  return { kind: batch.test(path) ? 'batch' : 'refuse' };
}

/** Whether the body of a batch asks for nothing but signals, resets or cancellations. */
export function isHarmlessBatch(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  return Object.keys(body).every((field) => batchFields.has(field));
}
