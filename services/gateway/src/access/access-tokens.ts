import { Inject, Injectable } from '@nestjs/common';
import { verifyAccessToken, type Caller } from '@beian/platform';
import { GatewayConfig } from '../gateway.config';

/** The access tokens of the configured identity provider (OIDC); every claim that 4.5 asks for is checked there. */
@Injectable()
export class AccessTokens {
  /** Refuses with `unauthenticated`, or `temporarily-unavailable` while the provider's keys cannot be had. */
  readonly verify: (token: string) => Promise<Caller>;

  constructor(@Inject(GatewayConfig) config: GatewayConfig) {
    this.verify = verifyAccessToken(config.OIDC_ISSUER, config.OIDC_AUDIENCE, { askAt: config.OIDC_INTERNAL_URL });
  }
}
