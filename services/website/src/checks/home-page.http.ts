import { request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';
import { isIP } from 'node:net';
import { HomePages, type Fetched } from './home-page';
import type { NameServer } from './name-server';
import { isPublic } from './public-address';

export interface HomePageOptions {
  readonly names: NameServer;
  /** Development only: every page is fetched from this address instead, under its own `Host`. */
  readonly pagesAt?: string | undefined;
  /** One look with all its redirects, in milliseconds. */
  readonly patienceMs?: number;
  readonly mostBytes?: number;
}

const mostRedirects = 5;
const redirects = [301, 302, 303, 307, 308];

class Forbidden extends Error {}

/**
 * Home pages over HTTP, as a stranger's server deserves (rel 4.8): GET only, ports 80 and 443 only, no user names, ten
 * seconds and one megabyte together, five redirects, each of them resolved and judged anew; the connection goes to the
 * address that was judged, so that a second answer of the name server cannot lead inside.
 */
export class HttpHomePages extends HomePages {
  constructor(private readonly options: HomePageOptions) {
    super();
  }

  override async fetch(url: string): Promise<Fetched> {
    const { patienceMs = 10_000 } = this.options;
    const signal = AbortSignal.timeout(patienceMs);
    try {
      let next = new URL(url);
      for (let hop = 0; hop <= mostRedirects; hop += 1) {
        const response = await this.ask(next, signal);
        const status = response.statusCode ?? 0;
        const { location } = response.headers;
        if (redirects.includes(status) && location !== undefined) {
          response.destroy();
          next = new URL(location, next);
          continue;
        }
        if (status !== 200) {
          response.destroy();
          return { state: 'down', cause: `status ${status}` };
        }
        return { state: 'page', html: await this.read(response) };
      }
      return { state: 'down', cause: 'too many redirects' };
    } catch (error) {
      if (error instanceof Forbidden) return { state: 'forbidden', cause: error.message };
      return { state: 'down', cause: shortCause(error) };
    }
  }

  private async ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const { pagesAt } = this.options;
    const address = await this.addressOf(url);
    const isSecure = url.protocol === 'https:';
    const to =
      pagesAt === undefined
        ? { host: address, port: isSecure ? 443 : 80, servername: url.hostname }
        : { host: new URL(pagesAt).hostname, port: new URL(pagesAt).port };
    const ask = isSecure && pagesAt === undefined ? askHttps : askHttp;
    const headers = {
      host: url.host,
      accept: 'text/html,application/xhtml+xml',
      'accept-encoding': 'identity',
      'user-agent': 'Beian site check',
    };
    return new Promise((resolve, reject) => {
      const request = ask(
        { ...to, path: `${url.pathname}${url.search}`, headers, agent: false, signal, maxHeaderSize: 16_384 },
        resolve,
      );
      request.on('error', reject);
      request.end();
    });
  }

  /** The address to speak to; throws `Forbidden` for what may not be spoken to. One closed address is enough to refuse. */
  private async addressOf(url: URL): Promise<string> {
    if (!['http:', 'https:'].includes(url.protocol)) throw new Forbidden('neither http nor https');
    if (url.port !== '') throw new Forbidden('a port of its own');
    if (url.username !== '' || url.password !== '') throw new Forbidden('a user name in the address');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const resolved =
      isIP(host) === 0 ? await this.options.names.resolve(host) : ({ state: 'found', addresses: [host] } as const);
    if (resolved.state !== 'found') throw new Error(`name ${resolved.state}`);
    if (!resolved.addresses.every(isPublic)) throw new Forbidden('an address that is not public');
    return resolved.addresses[0] ?? '';
  }

  private async read(response: IncomingMessage): Promise<string> {
    const { mostBytes = 1_048_576 } = this.options;
    if (response.headers['content-encoding'] !== undefined) {
      response.destroy();
      throw new Error('compressed');
    }
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > mostBytes) throw new Error(`more than ${mostBytes} bytes`);
      chunks.push(chunk);
    }
    return decoded(Buffer.concat(chunks), response.headers['content-type'] ?? '');
  }
}

/** Chinese pages come in GBK too; the header speaks first, then the page's own head. */
function decoded(bytes: Buffer, contentType: string): string {
  const named = /charset=["']?([\w-]{1,20})/i;
  const charset = (named.exec(contentType) ?? named.exec(bytes.subarray(0, 2_048).toString('latin1')))?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    // An encoding that nobody knows: the digits of a number are still found as UTF-8.
    return new TextDecoder('utf-8').decode(bytes);
  }
}

function shortCause(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  const { code } = error as NodeJS.ErrnoException;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'too late';
  return code ?? (error instanceof TypeError ? 'unreadable address' : error.message.slice(0, 60));
}
