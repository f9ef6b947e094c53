import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AccountId, Role } from '@beian/contracts';
import { problem } from '@beian/platform';
import type { Request } from 'express';

/** Who acts, as the guard found him in the access token. */
export interface SignedIn {
  readonly accountId: AccountId;
  readonly roles: readonly Role[];
  /** When the token ends; a stream ends with it. */
  readonly expiresAt: Date;
}

const signedIn = new WeakMap<Request, SignedIn>();

/** Kept beside the request, not on it: nothing that a client sends can look like it. */
export function rememberSignedIn(request: Request, who: SignedIn): void {
  signedIn.set(request, who);
}

/** Refuses with `unauthenticated` where the guard let nobody in, such as on a route for signed callbacks. */
export function signedInOf(request: Request): SignedIn {
  return signedIn.get(request) ?? problem('unauthenticated');
}

/** Parameter: who acts. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn =>
  signedInOf(context.switchToHttp().getRequest<Request>()),
);
