import { createHmac, timingSafeEqual } from 'node:crypto';

/** Names of the three headers of a signed callback. */
export const callbackHeaders = {
  timestamp: 'x-beian-timestamp',
  nonce: 'x-beian-nonce',
  signature: 'x-beian-signature',
} as const;

export interface CallbackSignature {
  /** Seconds since 1970, as text. */
  readonly timestamp: string;
  /** 16 to 128 characters, used once. */
  readonly nonce: string;
  /** HMAC-SHA256 in hex over `timestamp.nonce.body`, the body as it came. */
  readonly signature: string;
}

export interface SignedCallback extends CallbackSignature {
  readonly secret: string;
  readonly body: string | Buffer;
  readonly now: Date;
}

const windowSeconds = 300;

/** Signs a body. `at` is the sender's clock, `nonce` a fresh random text. */
export function signCallback(
  secret: string,
  body: string | Buffer,
  sent: { readonly at: Date; readonly nonce: string },
): CallbackSignature {
  const timestamp = String(Math.floor(sent.at.getTime() / 1000));
  return { timestamp, nonce: sent.nonce, signature: hmac(secret, `${timestamp}.${sent.nonce}.`, body).toString('hex') };
}

/**
 * True if the signature is right and not older or newer than five minutes. Whether the nonce was used before is for
 * `CallbackVerifier`, which remembers them.
 */
export function verifyCallback(callback: SignedCallback): boolean {
  const { timestamp, nonce, signature } = callback;
  if (!/^\d{1,12}$/.test(timestamp) || !/^[\w.~-]{16,128}$/.test(nonce) || !/^[0-9a-f]{64}$/.test(signature))
    return false;
  const right = timingSafeEqual(
    hmac(callback.secret, `${timestamp}.${nonce}.`, callback.body),
    Buffer.from(signature, 'hex'),
  );
  return right && Math.abs(callback.now.getTime() / 1000 - Number(timestamp)) <= windowSeconds;
}

function hmac(secret: string, prefix: string, body: string | Buffer): Buffer {
  return createHmac('sha256', secret).update(prefix).update(body).digest();
}
