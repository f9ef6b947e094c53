import { gzipSync } from 'node:zlib';
import { request as rawRequest } from 'node:http';
import { Body, Controller, Get, HttpException, Module, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { pino } from 'pino';
import { bootService } from '../process/boot-service';
import type { Running } from '../process/running';
import { currentRequestId } from '../process/request-context';
import type { HttpRequest } from './http-messages';
import { InternalClient } from './internal-client';
import { InternalGuard, internalToken } from './internal-guard';
import { problem } from './problem-error';

const draft = z.strictObject({
  name: z.string().min(1).max(10),
  sites: z.array(z.strictObject({ url: z.string() })).optional(),
});
const anything = z.unknown();

@Controller()
class Edge {
  @Post('drafts')
  save(@Body({ schema: draft }) body: z.infer<typeof draft>): unknown {
    return body;
  }

  @Post('anything')
  take(@Body({ schema: anything }) body: unknown, @Req() request: HttpRequest): unknown {
    return { body, raw: request.rawBody?.toString() };
  }

  @Get('pages')
  page(@Query({ schema: z.object({ page: z.coerce.number().int().positive() }) }) query: { page: number }): unknown {
    return query;
  }

  @Get('filings/:id')
  filing(@Param('id', { schema: z.string().length(3) }) id: string): unknown {
    return { id, requestId: currentRequestId() };
  }

  @Get('bug')
  bug(): never {
    throw new Error('secret inside: 110101199003078515');
  }

  @Get('stale')
  stale(): never {
    return problem('stale-version', { extra: { yours: 1, present: 2 } });
  }

  @Get('teapot')
  teapot(): never {
    throw new HttpException('teapot', 418);
  }

  @Get('internal/things')
  @UseGuards(InternalGuard)
  internal(): unknown {
    return { requestId: currentRequestId() };
  }

  @Get('internal/stale')
  @UseGuards(InternalGuard)
  internalStale(): never {
    return problem('stale-version', { extra: { yours: 1, present: 2 }, pointer: '/version' });
  }
}

@Module({ controllers: [Edge], providers: [internalToken({ INTERNAL_TOKEN: 't'.repeat(32) })] })
class EdgeModule {}

describe('the edge of a service', () => {
  let service: Running;
  let url: string;
  const lines: string[] = [];

  beforeAll(async () => {
    service = await bootService({
      name: 'edge',
      module: EdgeModule,
      config: { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'info' },
      logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    });
    url = service.url!;
  });
  afterAll(() => service.close());

  const post = async (path: string, body: string | Buffer, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, {
      method: 'POST',
      body: body as string,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
  };
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, { headers });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
  };
  const firstCode = (body: Record<string, unknown>) =>
    (body['errors'] as Array<{ code: string }> | undefined)?.[0]?.code;

  it('takes a good body and keeps its bytes for signatures', async () => {
    expect((await post('/anything', '{ "a": 1 }')).body).toEqual({ body: { a: 1 }, raw: '{ "a": 1 }' });
  });

  it('rel S3 refuses unknown fields with one entry per issue, as JSON pointers in both languages', async () => {
    const { status, body, headers } = await post('/drafts', '{"name":"","owner":"x","sites":[{"url":1}]}');
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'invalid-request', status: 400, zh: '请求内容有误' });
    const errors = body['errors'] as Array<{ pointer: string; zh: string; en: string }>;
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/name', '/owner', '/sites/0/url']);
    for (const { zh, en } of errors) expect(zh !== '' && en !== '').toBe(true);
  });

  it.each([
    ['a key twice', '{"a":1,"a":2}', 'duplicate-key'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'duplicate-key'],
    ['a key twice, deep inside', '{"x":[{"a":1},{"b":{"c":1,"c":1}}]}', 'duplicate-key'],
    ['__proto__', '{"__proto__":{"isAdmin":1}}', 'forbidden-key'],
    ['constructor', '{"a":{"constructor":{}}}', 'forbidden-key'],
    ['U+0000 in a text', '{"a":"x\\u0000y"}', 'forbidden-character'],
    ['U+0000 in a key', '{"x\\u0000":1}', 'forbidden-character'],
    ['half a character', '{"a":"\\ud800"}', 'forbidden-character'],
    ['1e400', '{"a":1e400}', 'number-out-of-range'],
    ['2^53+1', '[9007199254740993]', 'number-out-of-range'],
    ['21 levels', '['.repeat(21) + ']'.repeat(21), 'too-deep'],
    ['20,000 levels', '['.repeat(20_000) + ']'.repeat(20_000), 'too-deep'],
  ])('rel B-9 refuses %s with 400', async (_name, body, code) => {
    const answer = await post('/anything', body);
    expect(answer.status).toBe(400);
    expect(firstCode(answer.body)).toBe(code);
  });

  it.each([
    ['no JSON', Buffer.from('{"a":')],
    ['NaN', Buffer.from('{"a":NaN}')],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['GBK labelled UTF-8', Buffer.from([0x22, 0xd6, 0xd0, 0xce, 0xc4, 0x22])],
    ['an overlong sequence', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['a byte order mark', Buffer.from('\ufeff{}')],
    ['UTF-16', Buffer.from('{}', 'utf16le')],
  ])('rel B-8 refuses %s as malformed', async (_name, body) => {
    const answer = await post('/anything', body);
    expect([answer.status, answer.body['code']]).toEqual([400, 'malformed-json']);
  });

  it('rel B-9 takes 20 levels, text of every plane and -0', async () => {
    expect((await post('/anything', '['.repeat(20) + ']'.repeat(20))).status).toBe(201);
    expect((await post('/anything', '{"name":"𠮷 a"}')).body['body']).toEqual({ name: '𠮷 a' });
  });

  it('rel B-9 takes 256 KB and refuses one byte more, declared or not', async () => {
    const of = (length: number) => `"${'x'.repeat(length - 2)}"`;
    expect((await post('/anything', of(256 * 1024))).status).toBe(201);
    expect((await post('/anything', of(256 * 1024 + 1))).body['code']).toBe('body-too-large');
    const chunked = await new Promise<number>((resolve, reject) => {
      const open = rawRequest(
        `${url}/anything`,
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      open.on('error', reject);
      open.write(of(200 * 1024));
      open.end(of(200 * 1024));
    });
    expect(chunked).toBe(413);
  });

  it.each([
    ['gzip', { 'content-encoding': 'gzip' }],
    ['another type', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['charset utf-7', { 'content-type': 'application/json; charset=utf-7' }],
  ])('rel B-9 refuses %s with 415', async (_name, headers) => {
    expect((await post('/anything', gzipSync('{}'), headers)).body).toMatchObject({ code: 'media-type', status: 415 });
  });

  it('rel B-8 refuses an address that cannot be stored as text', async () => {
    for (const path of ['/filings/a%00b', '/filings/%ff%fe', '/pages?page=%00', '/filings/%ED%A0%80']) {
      expect((await get(path)).status).toBe(400);
    }
  });

  it('names the place of a wrong query and a wrong path', async () => {
    const pointer = (body: Record<string, unknown>) => (body['errors'] as Array<{ pointer: string }>)[0]?.pointer;
    expect(pointer((await get('/pages?page=-1')).body)).toBe('query/page');
    expect(pointer((await get('/filings/abcd')).body)).toBe('path/id');
    expect((await get('/pages?page=2')).body).toEqual({ page: 2 });
  });

  it('answers an unknown route, a bug and a foreign status as problems, and keeps a bug to itself', async () => {
    expect((await get('/nowhere')).body).toMatchObject({ code: 'not-found', status: 404 });
    expect((await get('/teapot')).body).toMatchObject({ code: 'invalid-request' });
    const bug = await get('/bug', { 'x-request-id': 'request-42' });
    expect(bug.body).toMatchObject({ code: 'internal-error', status: 500, instance: 'urn:beian:request:request-42' });
    expect(JSON.stringify(bug.body)).not.toContain('secret inside');
    expect(lines.some((line) => line.includes('a request failed unexpectedly'))).toBe(true);
  });

  it('rel S15 puts security headers and a request id on every answer, errors included', async () => {
    for (const path of ['/pages?page=1', '/nowhere', '/bug', '/pages?page=%00', '/health/live']) {
      const { headers } = await get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toContain('includeSubDomains');
      expect(headers.get('x-request-id')).toMatch(/^[\w.:-]{8,}$/);
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('keeps a good request id, replaces a bad one', async () => {
    expect((await get('/filings/abc', { 'x-request-id': 'given-request-1' })).body['requestId']).toBe(
      'given-request-1',
    );
    expect((await get('/filings/abc', { 'x-request-id': 'a b;c' })).body['requestId']).not.toContain(';');
  });

  it('lets only the bearer of the internal token in, and passes problems through', async () => {
    expect((await get('/internal/things')).body).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect((await get('/internal/things', { authorization: 'Bearer wrong' })).status).toBe(401);
    const client = new InternalClient(url, 't'.repeat(32));
    await expect(client.get('/internal/things', z.object({ requestId: z.string() }))).resolves.toHaveProperty(
      'requestId',
    );
    await expect(client.get('/internal/stale', z.unknown())).rejects.toMatchObject({
      code: 'stale-version',
      details: { extra: { yours: 1, present: 2 }, entries: [{ pointer: '/version' }] },
    });
    await expect(client.get('/internal/things', z.object({ other: z.string() }))).rejects.toMatchObject({
      code: 'internal-error',
    });
    await expect(new InternalClient(url, 'wrong').get('/internal/things', z.unknown())).rejects.toMatchObject({
      code: 'internal-error',
    });
    await expect(new InternalClient('http://127.0.0.1:9', 'x').get('/x', z.unknown())).rejects.toMatchObject({
      code: 'temporarily-unavailable',
    });
  });

  it('tells whether it lives and is ready, and its metrics to this machine only', async () => {
    expect((await get('/health/live')).body).toEqual({ status: 'up' });
    expect((await get('/health/ready')).body).toEqual({ status: 'up', parts: {} });
    const metrics = await fetch(`${url}/metrics`);
    expect(await metrics.text()).toContain('http_request_seconds_bucket');
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
  });
});
