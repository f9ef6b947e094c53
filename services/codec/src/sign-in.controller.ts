import { createHash, randomBytes } from 'node:crypto';
import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { problem, ProblemError, type HttpRequest, type HttpResponse } from '@beian/platform';
import { z } from 'zod';
import { CodecConfig } from './codec.config';
import { endpointsOf, tokenFor } from './provider-endpoints';
import { cookieOf, Readers, sessionCookie } from './readers';
import { signInPage } from './sign-in-page';

const attemptCookie = 'beian_codec_sign_in';
// A provider may add parameters of its own, such as `iss`.
const returnSchema = z.object({ code: z.string().max(2_000).optional(), state: z.string().max(200).optional() });

/**
 * A sign-in page for development: the Temporal UI of the dev server has no sign-in and so no token to pass on. Whoever
 * signs in here gets a cookie that the UI's calls carry along. In production none of it exists.
 */
@Controller()
export class SignInController {
  constructor(
    @Inject(CodecConfig) private readonly config: CodecConfig,
    @Inject(Readers) private readonly readers: Readers,
  ) {}

  @Get()
  async page(@Req() request: HttpRequest, @Res() response: HttpResponse): Promise<void> {
    this.addressOf(request);
    const reader = await this.readers.readerOf(request).catch((error: unknown) => {
      if (error instanceof ProblemError) return undefined;
      throw error;
    });
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    response.end(signInPage(reader, this.config.TEMPORAL_UI_URL));
  }

  @Get('sign-in')
  async signIn(@Req() request: HttpRequest, @Res() response: HttpResponse): Promise<void> {
    const address = this.addressOf(request);
    const { authorization_endpoint: endpoint } = await endpointsOf(
      this.config.OIDC_ISSUER,
      this.config.OIDC_INTERNAL_URL,
    );
    const [state, verifier] = [randomBytes(16).toString('base64url'), randomBytes(32).toString('base64url')];
    const question = new URLSearchParams({
      client_id: this.config.SIGN_IN_CLIENT_ID,
      redirect_uri: `${address}/signed-in`,
      response_type: 'code',
      scope: 'openid filing',
      resource: this.config.OIDC_AUDIENCE,
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    response.setHeader(
      'set-cookie',
      `${attemptCookie}=${state}.${verifier}; Path=/signed-in; HttpOnly; SameSite=Lax; Max-Age=600`,
    );
    redirect(response, `${endpoint}?${question.toString()}`);
  }

  @Get('signed-in')
  async signedIn(
    @Query({ schema: returnSchema }) { code, state }: z.infer<typeof returnSchema>,
    @Req() request: HttpRequest,
    @Res() response: HttpResponse,
  ): Promise<void> {
    const address = this.addressOf(request);
    const [expected, verifier] = (cookieOf(request.headers.cookie, attemptCookie) ?? '').split('.');
    if (code === undefined || verifier === undefined || state === undefined || state !== expected)
      return problem('unauthenticated');
    const { token_endpoint: endpoint } = await endpointsOf(this.config.OIDC_ISSUER, this.config.OIDC_INTERNAL_URL);
    const form = {
      grant_type: 'authorization_code',
      client_id: this.config.SIGN_IN_CLIENT_ID,
      redirect_uri: `${address}/signed-in`,
      resource: this.config.OIDC_AUDIENCE,
      code,
      code_verifier: verifier,
    };
    const token = (await tokenFor(endpoint, form)) ?? problem('unauthenticated');
    const { expiresAt } = await this.readers.callerOf(token);
    const seconds = Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1000));
    response.setHeader('set-cookie', `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`);
    redirect(response, '/');
  }

  @Post('sign-out')
  signOut(@Req() request: HttpRequest, @Res() response: HttpResponse): void {
    this.addressOf(request);
    response.setHeader('set-cookie', `${sessionCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`);
    redirect(response, '/');
  }

  /** Our own address as the browser sees it. Only development on this machine has these pages. */
  private addressOf({ headers }: HttpRequest): string {
    const host = headers.host ?? '';
    const isHere = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/.test(host);
    return this.config.NODE_ENV === 'production' || !isHere ? problem('not-found') : `http://${host}`;
  }
}

function redirect(response: HttpResponse, location: string): void {
  response.statusCode = 303;
  response.setHeader('location', location);
  response.end();
}
