import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import { currentRequest, withRequest } from '../process/request-context';
import { newId } from '../process/new-id';
import { fromTraceparent } from './traceparent';

/** What `httpSettings` reads; hand over the whole configuration. */
export interface TracingSettings {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_TRACES_SAMPLER_ARG?: number | undefined;
  readonly BUILD_ID?: string | undefined;
}

/** One step of a trace. Names and attributes are constants, kinds and ids: never anything personal, no path, no query. */
export interface Step {
  readonly name: string;
  readonly kind: keyof typeof SpanKind;
  /** The `traceparent` it came with; absent: a step of what runs now. */
  readonly parent?: string | null | undefined;
  readonly attributes?: Attributes;
}

/** A collector that does not answer holds nobody up for longer. */
const patienceMs = 2_000;

/**
 * The spans of one service, sent to an OTLP collector over HTTP; without an endpoint nothing is made and nothing is passed
 * on. Each service has its own, so that several in one process keep their names. Also the injection token.
 */
export class Tracing {
  private readonly provider: BasicTracerProvider | undefined;
  private readonly tracer: Tracer | undefined;

  constructor(service: string, settings: TracingSettings = {}) {
    const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: ratio = 1, BUILD_ID: build } = settings;
    if (endpoint === undefined) return;
    const exporter = new OTLPTraceExporter({
      url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
      timeoutMillis: patienceMs,
    });
    this.provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service, 'service.version': build ?? '' }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
      spanProcessors: [
        new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000, exportTimeoutMillis: patienceMs }),
      ],
    });
    this.tracer = this.provider.getTracer('beian');
  }

  /** Begins a step; the caller ends it. Undefined where nothing is traced. */
  begin({ name, kind, parent, attributes = {} }: Step): Span | undefined {
    const above = fromTraceparent(parent) ?? currentRequest()?.span;
    const context = above === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, above);
    return this.tracer?.startSpan(name, { kind: SpanKind[kind], attributes }, context);
  }

  /** Does `work` as a step: log lines, calls, messages and events below it belong to it. An error is told by its kind only. */
  async step<T>(step: Step, work: () => Promise<T>): Promise<T> {
    const span = this.begin(step);
    if (span === undefined) return work();
    const request = currentRequest() ?? { requestId: newId() };
    try {
      return await withRequest({ ...request, span: span.spanContext() }, work);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
      throw error;
    } finally {
      span.end();
    }
  }

  /** Sends what is left. */
  async close(): Promise<void> {
    await this.provider?.shutdown().catch(() => undefined); // a collector that is away must not hold the process
  }
}

/** No spans: for what is made without a service around it. */
export const untraced = new Tracing('untraced');
