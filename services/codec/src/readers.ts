import { Inject, Injectable } from '@nestjs/common';
import { problem, verifyAccessToken, type Caller, type HttpRequest } from '@beian/platform';
import { CodecConfig, uiOrigins } from './codec.config';

/** What somebody sees of a payload. */
export type View = 'content' | 'shape';

/** Who sees what: people who work on filings see content; an auditor sees that it ran, not what stands in it. */
const viewOf: Readonly<Record<string, View>> = {
  reviewer: 'content',
  senior: 'content',
  operator: 'content',
  auditor: 'shape',
};

export interface Reader {
  readonly caller: Caller;
  readonly view: View;
}

/** Name of the cookie that the development sign-in page sets; it holds the access token. */
export const sessionCookie = 'beian_codec';

/** Finds out who asks: by bearer token (the UI passes its own), or by the cookie of the development sign-in page. */
@Injectable()
export class Readers {
  private readonly verify: (token: string) => Promise<Caller>;
  private readonly origins: readonly string[];

  constructor(@Inject(CodecConfig) private readonly config: CodecConfig) {
    this.verify = verifyAccessToken(config.OIDC_ISSUER, config.OIDC_AUDIENCE, { askAt: config.OIDC_INTERNAL_URL });
    this.origins = uiOrigins(config);
  }

  /** Refuses with `unauthenticated`, or `forbidden` where no role of the token may see anything. */
  async readerOf(request: HttpRequest): Promise<Reader> {
    const caller = await this.verify(bearerIn(request) ?? this.cookieIn(request) ?? problem('unauthenticated'));
    const views = caller.roles.flatMap((role) => (Object.hasOwn(viewOf, role) ? [viewOf[role]] : []));
    if (views.length === 0) return problem('forbidden');
    return { caller, view: views.includes('content') ? 'content' : 'shape' };
  }

  /** The caller of a token that somebody has just signed in with. */
  callerOf(token: string): Promise<Caller> {
    return this.verify(token);
  }

  /**
   * A cookie comes along with whatever page asks, so it counts only from the UI's origin or without one (the sign-in
   * page itself), and never in production.
   */
  private cookieIn({ headers }: HttpRequest): string | undefined {
    if (this.config.NODE_ENV === 'production') return undefined;
    if (headers.origin !== undefined && !this.origins.includes(headers.origin)) return undefined;
    return cookieOf(headers.cookie, sessionCookie);
  }
}

const bearerIn = ({ headers }: HttpRequest): string | undefined =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers.authorization ?? '')?.[1];

/** One cookie of the header; undefined if it is not there. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([given]) => given === name)?.[1];
}
