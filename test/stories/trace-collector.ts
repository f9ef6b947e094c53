import { createServer, type Server } from 'node:http';
import { gunzipSync } from 'node:zlib';

export interface Span {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}
interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Span, 'service'>[] }[];
  }[];
}

/** A collector of traces: takes OTLP as JSON over HTTP, keeps what it was sent, and wakes who waits for a span. */
export class TraceCollector {
  readonly spans: Span[] = [];
  /** Everything that came, as it came. */
  readonly bytes: Buffer[] = [];
  private readonly server: Server;
  private wake: () => void = () => undefined;

  private constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const sent = Buffer.concat(chunks);
        this.take(request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent);
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
  }

  /** Listens where the processes of the stack were told to send. */
  static async at(address: string): Promise<TraceCollector> {
    const collector = new TraceCollector();
    await new Promise<void>((resolve, reject) => {
      collector.server.once('error', reject).listen(Number(new URL(address).port), '127.0.0.1', resolve);
    });
    return collector;
  }

  /** The spans of one trace, as soon as each wanted one (`service: name`) has come; those that came after so many seconds otherwise. */
  async trace(traceId: string, wanted: readonly RegExp[], seconds: number): Promise<readonly Span[]> {
    const of = () => this.spans.filter((span) => span.traceId === traceId);
    const giveUpAt = Date.now() + seconds * 1_000;
    const has = (one: RegExp) => of().some(({ service, name }) => one.test(`${service}: ${name}`));
    while (!wanted.every(has) && Date.now() < giveUpAt) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, giveUpAt - Date.now());
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return of();
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private take(body: Buffer): void {
    this.bytes.push(body);
    for (const { resource, scopeSpans } of (JSON.parse(body.toString('utf8')) as Export).resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const { spans } of scopeSpans) this.spans.push(...spans.map((span) => ({ ...span, service })));
    }
    this.wake();
  }
}
