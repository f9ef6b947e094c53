import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';

/** A new id: a ULID, sortable by time, 80 random bits. For names of things, never for access. */
export function newId(): string {
  return ulid();
}

/** A name that gives access to whoever knows it (object key, token): 128 random bits in base64url. */
export function newSecretName(): string {
  return randomBytes(16).toString('base64url');
}
