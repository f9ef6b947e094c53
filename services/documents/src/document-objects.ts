import type { ObjectStore } from '@beian/platform';

/** An upload that a browser may make: a form that fits one key, one type, one size, one content, for some minutes. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The objects of this service: one private bucket, names of 128 random bits under `quarantine/` and `accepted/`. */
export class DocumentObjects {
  constructor(
    private readonly store: ObjectStore,
    private readonly bucket: string,
  ) {}

  /** A grant that ends `seconds` after `at`; the store refuses another key, type, size or hash, and anything later. */
  async uploadForm(
    key: string,
    file: { readonly type: string; readonly sizeBytes: number; readonly sha256: string },
    { at, seconds }: { readonly at: Date; readonly seconds: number },
  ): Promise<UploadForm> {
    const { url, fields } = await this.store.presignedPost(
      {
        bucket: this.bucket,
        key,
        contentType: file.type,
        minBytes: 1,
        maxBytes: file.sizeBytes,
        sha256: file.sha256,
        expiresSeconds: seconds,
      },
      at,
    );
    return { url, fields };
  }

  /** Size of an object, or undefined if there is none. */
  async size(key: string): Promise<number | undefined> {
    return (await this.store.stat({ bucket: this.bucket, key }))?.size;
  }

  /** The bytes, or undefined if there are none; more than `limit` are never read. */
  read(key: string, limit: number): Promise<Buffer | undefined> {
    return this.store.get({ bucket: this.bucket, key }, limit);
  }

  async write(key: string, bytes: Buffer, type: string): Promise<void> {
    await this.store.put({ bucket: this.bucket, key }, bytes, type);
  }

  /** Removing what is not there is fine. */
  remove(key: string): Promise<void> {
    return this.store.remove({ bucket: this.bucket, key });
  }

  /** A link that saves the object as a file, for some seconds. */
  link(key: string, seconds: number): Promise<string> {
    return this.store.presignedGet({ bucket: this.bucket, key }, seconds);
  }

  /** All objects under a prefix that were last written before an instant, in batches. */
  async *olderThan(prefix: string, { before, batch }: { readonly before: Date; readonly batch: number }) {
    let old: string[] = [];
    for await (const { key, lastModified } of this.store.list(this.bucket, prefix)) {
      if (lastModified < before) old.push(key);
      if (old.length === batch) {
        yield old;
        old = [];
      }
    }
    if (old.length > 0) yield old;
  }
}
