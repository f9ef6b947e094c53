import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext, type Provider } from '@nestjs/common';
import type { HttpRequest } from './http-messages';
import { problem } from './problem-error';

/** The bearer that gateway and services know. Also the injection token. */
export class InternalToken {
  constructor(readonly value: string) {}
}

/** Provides the token to `InternalGuard`: `providers: [internalToken(config)]`. */
export function internalToken(config: { readonly INTERNAL_TOKEN: string }): Provider {
  return { provide: InternalToken, useValue: new InternalToken(config.INTERNAL_TOKEN) };
}

/** Lets only the gateway and our services in: `@UseGuards(InternalGuard)` on every internal controller. */
@Injectable()
export class InternalGuard implements CanActivate {
  constructor(@Inject(InternalToken) private readonly token: InternalToken) {}

  canActivate(context: ExecutionContext): boolean {
    const given = context.switchToHttp().getRequest<HttpRequest>().headers.authorization ?? '';
    return isSame(given, `Bearer ${this.token.value}`) || problem('unauthenticated');
  }
}

/** Compares in constant time, whatever the lengths. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
