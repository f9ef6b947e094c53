import { createHmac, hkdfSync } from 'node:crypto';

/**
 * A keyed hash that two parts of one filing can compare without seeing the value (holder, certificate), and that says
 * nothing across filings: the key is derived per filing. `canonical` is the form that the rules define. 43 characters.
 */
export function filingMark(filingHmacKey: Buffer, filingId: string, canonical: string): string {
  const key = Buffer.from(hkdfSync('sha256', filingHmacKey, Buffer.alloc(0), `beian filing mark ${filingId}`, 32));
  return createHmac('sha256', key).update(canonical).digest('base64url');
}
