import { pino, type DestinationStream, type Level, type Logger as PinoLogger } from 'pino';
import { currentRequest } from './request-context';

/**
 * JSON lines: a constant phrase and fields, `logger.info({ filingId }, 'dossier written')`. Never a payload.
 * The type of a logger, and the token it is injected by: `@Inject(Logger) private readonly logger: Logger`.
 */
export type Logger = PinoLogger;
export const Logger = Symbol('Logger');
export type LogLevel = Level | 'silent';

/** Fields that never belong into a log; redacted at the top and one and two levels down, in case one slips in. */
const secretFields = [
  'idNumber',
  'certificateNumber',
  'phone',
  'mobile',
  'email',
  'address',
  'personName',
  'fullName',
  'fileName',
  'phoneCode',
  'otp',
  'password',
  'filingPassword',
  'token',
  'secret',
  'authorization',
  'cookie',
  'signature',
  'parameters',
  'body',
  'payload',
] as const;

/**
 * A logger for one service. `level` is the least important level written; `destination` is standard output unless a
 * test passes a stream. Lines carry `service` and, inside a request, `requestId`,
 * with `workflowId` in an activity and `traceId` where it belongs to a trace.
 */
export function createLogger(name: string, level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const { requestId, workflowId, span } = currentRequest() ?? {};
      return {
        ...(requestId === undefined ? {} : { requestId }),
        ...(workflowId === undefined ? {} : { workflowId }),
        ...(span === undefined ? {} : { traceId: span.traceId }),
      };
    },
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[redacted]',
    },
    serializers: { err: describeError, error: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * An error as it may be logged: kind, message, stack and code, its causes, and nothing else an error object happens to
 * carry (a failed query carries its parameters, a failed request its headers).
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error === 'string' ? error : 'not an error object' };
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
