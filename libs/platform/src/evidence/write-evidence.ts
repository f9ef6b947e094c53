import { sign, type KeyObject } from 'node:crypto';
import { zipSync } from 'fflate';
import {
  keyFingerprint,
  manifestName,
  readmeName,
  sha256Hex,
  signatureName,
  type EvidenceManifest,
} from './evidence-manifest';

export interface EvidenceKey {
  readonly id: string;
  /** Ed25519. */
  readonly privateKey: KeyObject;
}

export interface NewEvidence {
  readonly filingId: string;
  readonly at: Date;
  /** JSON documents by their name in the pack, such as `decisions.json`. */
  readonly documents: Readonly<Record<string, unknown>>;
}

const readme = `Evidence pack of one filing (ICP 备案).

manifest.json names every file here with its length and SHA-256; manifest.sig.json is an Ed25519 signature over the bytes
of manifest.json. To check without any access to the system, with the public key of the provider:

  npm run verify-evidence -- PACK.zip PUBLIC-KEY.pem

本包为一次备案的证据：manifest.json 列出每个文件及其 SHA-256，manifest.sig.json 是对 manifest.json 的 Ed25519 签名。
`;

/** One ZIP with all documents, a manifest of their hashes, and the manifest's signature. */
export function writeEvidence({ filingId, at, documents }: NewEvidence, key: EvidenceKey): Buffer {
  const files: Record<string, Uint8Array> = { [readmeName]: Buffer.from(readme) };
  for (const [name, content] of Object.entries(documents))
    files[name] = Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
  const manifest: EvidenceManifest = {
    format: 'beian-evidence/1',
    filingId,
    madeAt: at.toISOString(),
    files: Object.entries(files).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes) })),
  };
  const signed = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const signature = {
    algorithm: 'Ed25519',
    keyId: key.id,
    keyFingerprint: keyFingerprint(key.privateKey),
    signature: sign(null, signed, key.privateKey).toString('base64'),
  };
  const pack = { ...files, [manifestName]: signed, [signatureName]: Buffer.from(`${JSON.stringify(signature)}\n`) };
  return Buffer.from(zipSync(pack, { level: 6, mtime: at }));
}
