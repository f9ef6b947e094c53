import { createHash } from 'node:crypto';
import { applyDecorators, createParamDecorator, HttpCode, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { MessageId } from '@beian/contracts';
import { canonicalJson, problem } from '@beian/platform';
import type { Request } from 'express';
import { signedInOf, type SignedIn } from '../access/signed-in';

/** One thing a person does, known by his key across his retries. */
export interface Act {
  readonly by: SignedIn;
  readonly key: string;
  /** Method and path with the ids in it: the key is scoped to account and route. */
  readonly route: string;
  /** The body in canonical form, to tell a retry from another act under the same key. */
  readonly body: string;
  /** Id of the message that this act becomes; the same for the same key. */
  readonly messageId: MessageId;
}

/** Parameter: the act, from token, `Idempotency-Key` and body. Refuses with `key-missing`. */
export const TheAct = createParamDecorator((_: unknown, context: ExecutionContext): Act => {
  const request = context.switchToHttp().getRequest<Request>();
  const by = signedInOf(request);
  const key = keyOf(request);
  // Paths are matched whatever their case and with or without a slash at the end; a key must not depend on that.
  const route = `${request.method} ${request.path.toLowerCase().replace(/\/+$/, '')}`;
  const body = canonicalJson((request.body as unknown) ?? null);
  return { by, key, route, body, messageId: messageIdOf(by.accountId, route, key) };
});

/** For every POST that acts. */
export const Acting = () =>
  applyDecorators(
    HttpCode(200),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'A key of your own for this act; send the same one when you try again. Kept for seven days.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      example: '7f9c2ba4-e88f-4a1c-9d5e-0a1b2c3d4e5f',
    }),
  );

function keyOf(request: Request): string {
  const given = request.headers['idempotency-key'];
  if (typeof given !== 'string' || given === '') return problem('key-missing');
  if (!/^[\x21-\x7e]{1,255}$/.test(given)) {
    return problem('key-missing', { detail: 'Idempotency-Key: 1 to 255 visible ASCII characters' });
  }
  return given;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 128 bits of a hash in the alphabet of our ids: the same key always names the same message. */
function messageIdOf(...[account, route, key]: [string, string, string]): MessageId {
  const digest = createHash('sha256')
    .update(JSON.stringify([account, route, key]))
    .digest();
  const bits = digest.readBigUInt64BE(0) * 2n ** 64n + digest.readBigUInt64BE(8);
  return Array.from({ length: 26 }, (_, place) => alphabet[Number((bits >> BigInt(5 * (25 - place))) & 31n)]).join('');
}
