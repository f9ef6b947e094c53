import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import {
  createLogger,
  Metrics,
  observeProcess,
  processRoutes,
  Readiness,
  verifyAccessToken,
  type Environment,
  type Running,
} from '@beian/platform';
import { guardConfig } from './guard.config';
import { pass } from './proxy';

/** Starts the guard. It keeps nothing; it needs the UI behind it and the identity provider. */
export async function boot(env: Environment): Promise<Running> {
  const config = guardConfig(env);
  const upstream = new URL(config.TEMPORAL_UI_UPSTREAM);
  const logger = createLogger('guard', config.LOG_LEVEL);
  const verify = verifyAccessToken(config.OIDC_ISSUER, config.OIDC_AUDIENCE, { askAt: config.OIDC_INTERNAL_URL });
  const parts = { metrics: new Metrics('guard'), readiness: new Readiness() };
  parts.readiness.add('temporal-ui', () => insistOnUi(upstream));
  observeProcess(parts, config);
  const { METRICS_TOKEN: metricsToken } = config;
  const routes = processRoutes({ ...parts, ...(metricsToken ? { metricsToken } : {}) });
  const server = createServer((request, response) =>
    routes(request, response, () => void pass(request, response, { upstream, verify, logger })),
  );
  const port = await listening(server, config.PORT, config.HOST);
  const url = `http://${config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST}:${port}`;
  logger.info({ url, upstream: upstream.href }, 'guarding the Temporal UI');
  return {
    name: 'guard',
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function listening(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Ready is who has a UI behind him that answers. */
async function insistOnUi(upstream: URL): Promise<void> {
  const answer = await fetch(new URL('/healthz', upstream), { signal: AbortSignal.timeout(2_000) });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`the Temporal UI answered ${answer.status}`);
}
