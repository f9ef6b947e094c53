import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { fingerprint, openBytes, sealBytes } from './person-key';

/*
 * A sealed box to one recipient: a fresh X25519 key agrees with the recipient's, HKDF-SHA256 makes a key of it, AES-256-GCM
 * seals. The writer cannot open it again. Layout: fingerprint of the recipient's public key (8), ephemeral public key (32), sealed bytes.
 */

const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');

/** Seals to a raw X25519 public key (32 bytes). `bound` must be given again to open. */
export function sealBox(recipientPublic: Buffer, plain: Buffer, bound: string): Buffer {
  const ephemeral = generateKeyPairSync('x25519');
  const ephemeralPublic = rawPublic(ephemeral.publicKey);
  const key = agree(ephemeral.privateKey, publicKey(recipientPublic), [ephemeralPublic, recipientPublic]);
  return Buffer.concat([fingerprint(recipientPublic), ephemeralPublic, sealBytes(key, plain, bound)]);
}

/** Opens with whichever of the raw private keys it was sealed to. Throws if it is none of them or a bit is another. */
export function openBox(privateKeys: readonly Buffer[], box: Buffer, bound: string): Buffer {
  const name = box.subarray(0, 8);
  const ephemeralPublic = box.subarray(8, 40);
  for (const raw of privateKeys) {
    const own = createPrivateKey({ key: Buffer.concat([privatePrefix, raw]), format: 'der', type: 'pkcs8' });
    const ownPublic = rawPublic(createPublicKey(own));
    if (!fingerprint(ownPublic).equals(name)) continue;
    const key = agree(own, publicKey(ephemeralPublic), [ephemeralPublic, ownPublic]);
    return openBytes(key, box.subarray(40), bound);
  }
  throw new Error('a dossier was sealed to a key that is not configured here; add it to DOSSIER_PRIVATE_KEY');
}

function agree(own: KeyObject, other: KeyObject, [ephemeral, recipient]: readonly [Buffer, Buffer]): Buffer {
  const secret = diffieHellman({ privateKey: own, publicKey: other });
  return Buffer.from(hkdfSync('sha256', secret, Buffer.concat([ephemeral, recipient]), 'beian dossier v1', 32));
}

function publicKey(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32);
}
