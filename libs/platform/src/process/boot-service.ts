import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { refuseWhenClosing } from '../http/closing';
import { jsonBody } from '../http/json-body';
import { ProblemFilter } from '../http/problem.filter';
import { ProblemValidationPipe } from '../http/problem-validation.pipe';
import { processRoutes } from '../http/process-routes';
import { requestGuard } from '../http/request-guard';
import { traceRequests } from '../tracing/trace-requests';
import { Tracing, type TracingSettings } from '../tracing/tracing';
import { type Clock, SystemClock } from './clock';
import type { ExpirySettings } from './expiry-gauges';
import { endProcess, FatalErrors } from './fatal-errors';
import { createLogger, type Logger, type LogLevel } from './logger';
import { Metrics } from './metrics';
import { NestLogger } from './nest-logger';
import { observeProcess } from './observe-process';
import { PlatformModule } from './platform.module';
import { Readiness } from './readiness';
import type { Running } from './running';

const keepAliveMs = 75_000;
export interface BootOptions {
  readonly name: string;
  readonly module: Type | DynamicModule;
  /** What `httpSettings` reads; hand over the whole configuration. */
  readonly config: ExpirySettings &
    TracingSettings & {
      readonly HOST: string;
      readonly PORT: number;
      readonly LOG_LEVEL: LogLevel;
      readonly METRICS_TOKEN?: string | undefined;
    };
  readonly logger?: Logger;
  readonly clock?: Clock;
  /** Path prefixes whose bodies platform does not read, such as a mounted identity provider. */
  readonly untouchedBodies?: readonly string[];
  /** Last touches before it listens: API documents, mounted handlers. */
  readonly configure?: (app: NestExpressApplication) => void | Promise<void>;
  /** What to do when a part has failed for good; by default the process ends. */
  readonly onFatal?: (error: unknown) => void;
}

/** Unfinished answers are cut off this long after closing began. */
const drainMs = 8_000;

/**
 * Starts one service: a Nest application on HTTP with everything that all of ours have in common. Several may run in
 * one process. It answers once all of it is up; the caller owns the signals and calls `close()`.
 */
export async function bootService(options: BootOptions): Promise<Running> {
  const logger = options.logger ?? createLogger(options.name, options.config.LOG_LEVEL);
  const parts = {
    logger,
    clock: options.clock ?? new SystemClock(),
    readiness: new Readiness(),
    metrics: new Metrics(options.name),
    tracing: new Tracing(options.name, options.config),
    fatal: new FatalErrors(options.onFatal ?? endProcess(logger)),
  };
  observeProcess(parts, options.config);
  const app = await NestFactory.create<NestExpressApplication>(PlatformModule.around(options.module, parts), {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLogger(logger),
  });
  const { METRICS_TOKEN: metricsToken } = options.config;
  app.disable('x-powered-by').set('etag', false);
  app.use(
    requestGuard,
    processRoutes({ ...parts, ...(metricsToken ? { metricsToken } : {}) }),
    traceRequests(parts.tracing),
    refuseWhenClosing(parts.readiness),
    jsonBody(options.untouchedBodies ?? []),
  );
  app.useGlobalPipes(new ProblemValidationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  try {
    await options.configure?.(app);
    await app.listen(options.config.PORT, options.config.HOST);
    // Longer than any client or proxy keeps a connection idle, so that the client is the one who closes it.
    app.getHttpServer().keepAliveTimeout = keepAliveMs;
  } catch (error) {
    await app.close().catch((second: unknown) => logger.warn({ err: second }, 'could not close after a failed start'));
    throw error;
  }
  const server = app.getHttpServer() as Server;
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  const url = urlOf(options.config.HOST, server);
  logger.info({ url }, 'service is up');
  return { name: options.name, url, close: closerOf(app, parts, logger) };
}

function urlOf(host: string, server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** New requests are refused at once, running ones are answered, workers drain, then connections close. */
function closerOf(
  app: NestExpressApplication,
  { readiness, tracing }: { readonly readiness: Readiness; readonly tracing: Tracing },
  logger: Logger,
): () => Promise<void> {
  let closed: Promise<void> | undefined;
  const close = async () => {
    readiness.beginClosing();
    const server = app.getHttpServer() as Server;
    const cutOff = setTimeout(() => server.closeAllConnections(), drainMs);
    try {
      await app.close();
      await tracing.close();
      logger.info('service is down');
    } finally {
      clearTimeout(cutOff);
    }
  };
  return () => (closed ??= close());
}
