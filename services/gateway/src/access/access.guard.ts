import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { roles, type Role } from '@beian/contracts';
import { problem, type CallbackVerifier, type Caller, type Clock, type HttpRequest } from '@beian/platform';
import type { Request, Response } from 'express';
import { GatewayConfig } from '../gateway.config';
import { AccessTokens } from './access-tokens';
import { AccountStore } from './accounts.store';
import { Contacts } from './contacts';
import { routeAccess, type RouteAccess } from './route-access';
import { rememberSignedIn } from './signed-in';
import { TokenBuckets } from './token-buckets';

export interface AccessParts {
  readonly config: GatewayConfig;
  readonly tokens: AccessTokens;
  readonly accounts: AccountStore;
  readonly contacts: Contacts;
  readonly callbacks: CallbackVerifier;
  readonly clock: Clock;
}
export const AccessParts = Symbol('AccessParts');

/**
 * Before every route: is the caller within his rate, does the token (or the signature) hold, does the route belong to
 * one of his roles.
 * Whether an *object* is his is asked by `FilingAccess`, and denied as if it did not exist.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly byAddress: TokenBuckets;
  private readonly byAccount: TokenBuckets;

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AccessParts) private readonly parts: AccessParts,
  ) {
    this.byAddress = new TokenBuckets(parts.config.REQUESTS_PER_MINUTE_ADDRESS);
    this.byAccount = new TokenBuckets(parts.config.REQUESTS_PER_MINUTE_ACCOUNT);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const access = this.reflector.get<RouteAccess | undefined>(routeAccess, context.getHandler());
    this.withinRate(this.byAddress, addressOf(request, this.parts.config.TRUSTED_PROXIES), response);
    if (access?.kind === 'signature') {
      await this.parts.callbacks.check(access.party, request.headers, (request as HttpRequest).rawBody);
      return true;
    }
    const caller = await this.callerOf(request, response);
    const known = caller.roles.filter(isRole);
    if (access === undefined || !known.some((role) => access.roles.includes(role))) return problem('forbidden');
    const accountId = await this.parts.accounts.accountOf(caller.issuer, caller.subject);
    this.withinRate(this.byAccount, accountId, response);
    rememberSignedIn(request, { accountId, roles: known, expiresAt: caller.expiresAt });
    this.parts.contacts.note(accountId, caller);
    return true;
  }

  private withinRate(buckets: TokenBuckets, caller: string, response: Response): void {
    const waitSeconds = buckets.take(caller, this.parts.clock.now().getTime());
    if (waitSeconds === 0) return;
    response.setHeader('retry-after', String(waitSeconds));
    problem('too-many-requests');
  }

  private async callerOf(request: Request, response: Response): Promise<Caller> {
    response.setHeader('www-authenticate', 'Bearer');
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const caller = token === undefined ? problem('unauthenticated') : await this.parts.tokens.verify(token);
    response.removeHeader('www-authenticate');
    return caller;
  }
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

/** The address that counts: the peer, or what the outermost trusted proxy wrote. */
function addressOf(request: Request, trustedProxies: number): string {
  const peer = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return peer;
  const chain = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim());
  return chain.at(-trustedProxies) ?? peer;
}
