import { randomBytes } from 'node:crypto';
import { monotonicFactory } from 'ulid';

/** Ids made in one millisecond keep the order in which they were made. */
const next = monotonicFactory();

/**
 * A new id: a ULID, sortable by time and, within a process, by the order of making. For names of things, never for
 * access.
 */
export function newId(): string {
  return next();
}

/** A name that gives access to whoever knows it (object key, token): 128 random bits in base64url. */
export function newSecretName(): string {
  return randomBytes(16).toString('base64url');
}
