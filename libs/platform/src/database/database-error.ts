import { QueryFailedError } from 'typeorm';
import { ProblemError } from '../http/problem-error';

/**
 * A statement that Postgres refused. Carries what code may decide on and nothing else: the driver's own error holds the
 * parameters, and its text quotes values.
 */
export class DatabaseError extends Error {
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(
    /** SQLSTATE, or the socket's error code (`ECONNREFUSED`) when there was no answer. */
    readonly code: string,
    facts: StatementFacts = {},
  ) {
    const { constraint, table, statement } = facts;
    const place = `${constraint ? `, constraint ${constraint}` : ''}${table ? `, table ${table}` : ''}`;
    super(`database refused a statement (${code}${place})${statement ? ` at: ${statement}` : ''}`);
    this.name = 'DatabaseError';
    this.constraint = constraint;
    this.table = table;
  }
}

interface StatementFacts {
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  /** How the statement begins; never its parameters. */
  readonly statement?: string;
}

/** True if this is a broken unique rule, of the named constraint or index if one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    error instanceof DatabaseError &&
    error.code === '23505' &&
    (constraint === undefined || error.constraint === constraint)
  );
}

/** True if the same statement may succeed later without anybody changing it: the database is away or busy. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false;
  return (
    /^(08|53|57P|58)/.test(error.code) || /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|CONNECTION)/.test(error.code)
  );
}

/** True if the whole transaction should be tried again: serialization failure or deadlock. */
export function isConflict(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');
}

/**
 * Turns what the driver throws into ours. Text that Postgres cannot hold (U+0000: 22021 in text, 22P05 in jsonb; lone
 * surrogates in jsonb) is the sender's fault and becomes the problem `invalid-request`; it should have been refused at
 * the edge, so this is the second line.
 */
export function toDatabaseError(error: unknown, sql: string): Error {
  const driver = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  if (driver instanceof ProblemError || driver instanceof DatabaseError) return driver;
  const facts = (driver ?? {}) as { code?: unknown; constraint?: unknown; table?: unknown; message?: unknown };
  const code = typeof facts.code === 'string' ? facts.code : codeFromMessage(facts.message);
  if (code === undefined) return error instanceof Error ? error : new Error('database driver threw something strange');
  if (code === '22021' || code === '22P05') {
    return new ProblemError('invalid-request', { detail: 'text holds a character that cannot be stored' });
  }
  const statement = sql.trim().replace(/\s+/g, ' ').slice(0, 80);
  return new DatabaseError(code, { constraint: text(facts.constraint), table: text(facts.table), statement });
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The pool reports its own troubles without a code. */
function codeFromMessage(message: unknown): string | undefined {
  if (typeof message !== 'string') return undefined;
  if (/timeout exceeded when trying to connect|connection timeout/i.test(message)) return 'ETIMEDOUT';
  if (/connection terminated|not queryable|client has encountered a connection error/i.test(message))
    return 'CONNECTION_LOST';
  return undefined;
}
