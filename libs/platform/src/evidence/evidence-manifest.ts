import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** Names inside a pack that are not evidence themselves. */
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig.json';
export const readmeName = 'README.txt';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** What a pack holds: every file with its length and hash. The signature is over the bytes of this file as they lie. */
export const evidenceManifestSchema = z.strictObject({
  format: z.literal('beian-evidence/1'),
  filingId: z.string(),
  madeAt: z.iso.datetime(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int().min(0), sha256: hex })),
});
export type EvidenceManifest = z.output<typeof evidenceManifestSchema>;

export const evidenceSignatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** The signer's own name of the key. */
  keyId: z.string(),
  /** SHA-256 of the public key (SPKI, DER): tells a wrong key from a changed pack. */
  keyFingerprint: hex,
  signature: z.base64(),
});

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function keyFingerprint(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return sha256Hex(publicKey.export({ format: 'der', type: 'spki' }));
}
