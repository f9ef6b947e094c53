import { generateKeyPairSync } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createLogger, FatalErrors, Metrics, PlatformModule, Readiness, SystemClock, Tracing } from '@beian/platform';
import { GatewayModule } from '../gateway.module';
import type { GatewayConfig } from '../gateway.config';
import { apiDocument } from './api-document';

/**
 * Builds the document without a server: providers do no I/O before Nest's lifecycle hooks, and those are not run. The
 * addresses only have to have the right form.
 */
export async function buildApiDocument(): Promise<OpenAPIObject> {
  const app = await unstartedGateway();
  return apiDocument(app);
}

/** The gateway's Nest application, made but not initialised. For the document, and for specs about routes. */
export async function unstartedGateway(): Promise<NestExpressApplication> {
  const logger = createLogger('gateway', 'silent');
  const parts = {
    logger,
    clock: new SystemClock(),
    readiness: new Readiness(),
    metrics: new Metrics('gateway'),
    tracing: new Tracing('gateway'),
    fatal: new FatalErrors(() => undefined),
  };
  const module = PlatformModule.around(GatewayModule.forConfig(formOnly), parts);
  return NestFactory.create<NestExpressApplication>(module, { logger: false, abortOnError: false });
}

const nowhere = 'http://127.0.0.1:9';

/** A configuration of the right form that reaches nobody and holds no secret. */
const formOnly: GatewayConfig = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  BUILD_ID: 'document',
  HOST: '127.0.0.1',
  OTEL_TRACES_SAMPLER_ARG: 0,
  PORT: 0,
  DATABASE_URL: 'postgres://127.0.0.1:9/none',
  DATABASE_POOL_SIZE: 2,
  KAFKA_BROKERS: ['127.0.0.1:9'],
  TEMPORAL_ADDRESS: '127.0.0.1:9',
  TEMPORAL_NAMESPACE: 'none',
  TEMPORAL_TLS: false,
  ROLE: 'http',
  CODEC_KEYS: { current: 'none', keys: { none: Buffer.alloc(32) } },
  INTERNAL_TOKEN: '',
  OIDC_ISSUER: nowhere,
  OIDC_AUDIENCE: 'none',
  CALLBACK_SECRETS: {},
  EVIDENCE_SIGNING_KEY: { id: 'none', privateKey: generateKeyPairSync('ed25519').privateKey },
  SUBJECT_URL: nowhere,
  WEBSITE_URL: nowhere,
  DOCUMENTS_URL: nowhere,
  VERIFICATION_URL: nowhere,
  NOTIFICATION_URL: nowhere,
  RULE_PACK: '2018-06',
  CORS_ORIGINS: [],
  TRUSTED_PROXIES: 0,
  REQUESTS_PER_MINUTE_ACCOUNT: 1_200,
  REQUESTS_PER_MINUTE_ADDRESS: 6_000,
  TEMPORAL_UI_URL: nowhere,
  VERIFICATION_TOPIC: 'none',
  CONSUMER_GROUP: 'none',
  MOVE_PATIENCE_SECONDS: 15,
};
