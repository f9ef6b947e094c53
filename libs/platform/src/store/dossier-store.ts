import { createHash } from 'node:crypto';
import type { DossierRecipient, DossierRef } from '@beian/contracts';
import { openBox, sealBox } from '../crypto/dossier-box';
import { newSecretName } from '../process/new-id';
import type { ObjectStore } from './object-store';

export interface NewDossier {
  readonly recipient: DossierRecipient;
  readonly filingId: string;
  /** Number of the submission it belongs to. */
  readonly submission: number;
  /** What the recipient must know; JSON. */
  readonly content: unknown;
}

export interface DossierStoreParts {
  readonly objects: ObjectStore;
  readonly bucket: string;
  /** Raw X25519 public keys by recipient, for who writes. */
  readonly publicKeys?: Readonly<Record<string, Buffer>>;
  /** Own raw X25519 private keys, for who reads. */
  readonly privateKeys?: readonly Buffer[];
}

/** A dossier that cannot be used: gone, not the one that was referred to, or not for us. */
export class DossierUnreadable extends Error {
  constructor(
    readonly key: string,
    readonly fault: 'missing' | 'changed',
  ) {
    super(`dossier ${key} is ${fault}`);
    this.name = 'DossierUnreadable';
  }
}

export interface OldDossiers {
  readonly before: Date;
  readonly after?: string | undefined;
  /** Objects looked at in one call. */
  readonly limit: number;
}

/** `<filing id>/<submission>/<recipient>-<secret name>`. */
const dossierKey = /^[0-9A-HJKMNP-TV-Z]{26}\/\d+\/[a-z]+-[\w-]+$/;
const mostBytes = 4 * 1024 * 1024;

/**
 * Personal data on its way from one service to another: written by its owner when a filing is pinned, sealed to the
 * recipient, kept in the object store. Only key and hash travel through workflow and events. Also the injection token.
 */
export class DossierStore {
  constructor(private readonly parts: DossierStoreParts) {}

  /** Writes a new object each time; what a repeated attempt leaves behind is swept. */
  async put(dossier: NewDossier): Promise<DossierRef> {
    const publicKey = this.parts.publicKeys?.[dossier.recipient];
    if (publicKey === undefined)
      throw new Error(`no public key for recipient "${dossier.recipient}" in DOSSIER_PUBLIC_KEYS`);
    const key = `${dossier.filingId}/${dossier.submission}/${dossier.recipient}-${newSecretName()}`;
    const box = sealBox(publicKey, Buffer.from(JSON.stringify(dossier.content)), key);
    await this.parts.objects.put({ bucket: this.parts.bucket, key }, box, 'application/octet-stream');
    return { recipient: dossier.recipient, key, sha256: sha256(box) };
  }

  /** The content, for a schema to check. Throws `DossierUnreadable`. */
  async get(ref: DossierRef): Promise<unknown> {
    const box = await this.parts.objects.get({ bucket: this.parts.bucket, key: ref.key }, mostBytes);
    if (box === undefined) throw new DossierUnreadable(ref.key, 'missing');
    if (sha256(box) !== ref.sha256) throw new DossierUnreadable(ref.key, 'changed');
    return JSON.parse(openBox(this.parts.privateKeys ?? [], box, ref.key).toString()) as unknown;
  }

  /**
   * Keys of dossiers behind `after` that were written before an instant, and where to go on. What else lies in the bucket
   * (heads of audit logs) is passed over.
   */
  async old({
    before,
    after,
    limit,
  }: OldDossiers): Promise<{ readonly keys: readonly string[]; readonly next?: string }> {
    const keys: string[] = [];
    let looked = 0;
    for await (const { key, lastModified } of this.parts.objects.list(this.parts.bucket, '', after)) {
      if (dossierKey.test(key) && lastModified < before) keys.push(key);
      if (++looked === limit) return { keys, next: key };
    }
    return { keys };
  }

  /** Removes every dossier of a filing. */
  async removeOf(filingId: string): Promise<void> {
    for await (const { key } of this.parts.objects.list(this.parts.bucket, `${filingId}/`)) await this.remove({ key });
  }

  /** Removes it; doing so twice is fine. */
  async remove(ref: Pick<DossierRef, 'key'>): Promise<void> {
    await this.parts.objects.remove({ bucket: this.parts.bucket, key: ref.key });
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
