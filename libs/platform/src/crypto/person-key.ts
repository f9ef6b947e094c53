import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ivLength = 12;
const tagLength = 16;

/** AES-256-GCM: iv, ciphertext, tag. `bound` is authenticated with it, so a value cannot be moved to another place. */
export function sealBytes(key: Buffer, plain: Buffer, bound: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse of `sealBytes`; throws if a bit, the key or the place is another. */
export function openBytes(key: Buffer, sealed: Buffer, bound: string): Buffer {
  if (sealed.length < ivLength + tagLength) throw new Error('a sealed value is cut short');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength), { authTagLength: tagLength })
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(ivLength, -tagLength)), decipher.final()]);
}

/** Names a key without telling it: the first 8 bytes of its hash. */
export function fingerprint(key: Buffer): Buffer {
  return createHash('sha256').update('beian key fingerprint').update(key).digest().subarray(0, 8);
}

/** The key of one person, unwrapped for as long as one piece of work lasts. Never kept, or shredding would not be one. */
export class PersonKey {
  constructor(
    private readonly personId: string,
    private readonly key: Buffer,
  ) {}

  seal(plain: string | Buffer): Buffer {
    return sealBytes(this.key, Buffer.isBuffer(plain) ? plain : Buffer.from(plain), this.personId);
  }

  open(sealed: Buffer): string {
    return this.openBytes(sealed).toString();
  }

  openBytes(sealed: Buffer): Buffer {
    return openBytes(this.key, sealed, this.personId);
  }
}
