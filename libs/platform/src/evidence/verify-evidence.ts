import { verify, type KeyObject } from 'node:crypto';
import { unzipSync } from 'fflate';
import {
  evidenceManifestSchema,
  evidenceSignatureSchema,
  keyFingerprint,
  manifestName,
  sha256Hex,
  signatureName,
  type EvidenceManifest,
} from './evidence-manifest';

/**
 * What is wrong with a pack. `wrong-key`: signed with another key than the one given. `manifest-changed`: the right key, but
 * not over this manifest. `changed`, `removed`, `added`: a file against the manifest.
 */
export interface EvidenceFault {
  readonly kind: 'unreadable' | 'unsigned' | 'wrong-key' | 'manifest-changed' | 'changed' | 'removed' | 'added';
  readonly name?: string;
}

export interface EvidenceVerdict {
  readonly genuine: boolean;
  readonly faults: readonly EvidenceFault[];
  readonly manifest?: EvidenceManifest;
}

const mostBytes = 200 * 1024 * 1024;
const mostFiles = 10_000;

/** Checks a pack with nothing but the signer's public key; tells every fault it finds. */
export function verifyEvidence(pack: Uint8Array, publicKey: KeyObject): EvidenceVerdict {
  const files = readZip(pack);
  if (files === undefined) return { genuine: false, faults: [{ kind: 'unreadable' }] };
  const manifestBytes = files.get(manifestName);
  const manifest = evidenceManifestSchema.safeParse(jsonOf(manifestBytes)).data;
  if (manifestBytes === undefined || manifest === undefined)
    return {
      genuine: false,
      faults: [{ kind: manifestBytes === undefined ? 'removed' : 'unreadable', name: manifestName }],
    };
  const faults = [
    ...signatureFaults(manifestBytes, files.get(signatureName), publicKey),
    ...fileFaults(manifest, files),
  ];
  return { genuine: faults.length === 0, faults, manifest };
}

function signatureFaults(
  manifest: Uint8Array,
  signatureBytes: Uint8Array | undefined,
  publicKey: KeyObject,
): readonly EvidenceFault[] {
  const signature = evidenceSignatureSchema.safeParse(jsonOf(signatureBytes)).data;
  if (signature === undefined) return [{ kind: 'unsigned', name: signatureName }];
  if (signature.keyFingerprint !== keyFingerprint(publicKey)) return [{ kind: 'wrong-key' }];
  const fits = verify(null, manifest, publicKey, Buffer.from(signature.signature, 'base64'));
  return fits ? [] : [{ kind: 'manifest-changed', name: manifestName }];
}

function fileFaults(manifest: EvidenceManifest, files: ReadonlyMap<string, Uint8Array>): readonly EvidenceFault[] {
  const listed = new Set([manifestName, signatureName, ...manifest.files.map(({ name }) => name)]);
  const added = [...files.keys()]
    .filter((name) => !listed.has(name))
    .map((name): EvidenceFault => ({ kind: 'added', name }));
  const wrong = manifest.files.flatMap(({ name, bytes, sha256 }): readonly EvidenceFault[] => {
    const found = files.get(name);
    if (found === undefined) return [{ kind: 'removed', name }];
    return found.length === bytes && sha256Hex(found) === sha256 ? [] : [{ kind: 'changed', name }];
  });
  return [...wrong, ...added];
}

/** All files, or undefined for what is no ZIP, has a name twice, or is too large to be one of ours. */
function readZip(pack: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  const seen = new Set<string>();
  let total = 0;
  const take = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
    total += originalSize;
    if (seen.has(name) || total > mostBytes || seen.size >= mostFiles) throw new Error('not one of our packs');
    seen.add(name);
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(pack, { filter: take })));
  } catch {
    return undefined; // whatever is wrong inside: it cannot be read
  }
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString()) as unknown);
  } catch {
    return undefined; // the schema says that it is none
  }
}
