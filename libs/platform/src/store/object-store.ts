import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Client, CopyDestinationOptions, CopySourceOptions, S3Error } from 'minio';
import { ProblemError } from '../http/problem-error';
import type { StoreSettings } from './store-settings';

export interface ObjectName {
  readonly bucket: string;
  readonly key: string;
}

export interface ObjectFacts {
  readonly size: number;
  readonly etag: string;
  readonly contentType: string;
  readonly lastModified: Date;
}

export interface ListedObject {
  readonly key: string;
  readonly size: number;
  readonly lastModified: Date;
}

/** One upload that is allowed: exactly this key, type and content, in this size, for at most five minutes. */
export interface UploadGrant extends ObjectName {
  readonly contentType: string;
  readonly minBytes: number;
  readonly maxBytes: number;
  /** SHA-256 of the file in hex: the store refuses any other bytes. */
  readonly sha256: string;
  readonly expiresSeconds?: number;
}

export interface PresignedPost {
  readonly url: string;
  /** Form fields to send before the field `file`, unchanged. */
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

const longestGrantSeconds = 300;

/**
 * The object store, as plain S3: nothing beyond what MinIO and versitygw both do, and decisions by HTTP meaning, not by
 * one server's error names. A store that is away is the problem `temporarily-unavailable`. Also the injection token.
 */
export class ObjectStore {
  private readonly inside: Client;
  private readonly outside: Client;
  private readonly agent: HttpAgent;

  constructor(private readonly settings: StoreSettings) {
    this.agent = settings.S3_ENDPOINT.startsWith('https')
      ? new HttpsAgent({ keepAlive: true })
      : new HttpAgent({ keepAlive: true });
    this.inside = clientOf(settings.S3_ENDPOINT, settings, this.agent);
    // Signs only, for the address that browsers use; it never connects.
    this.outside = clientOf(settings.S3_PUBLIC_ENDPOINT ?? settings.S3_ENDPOINT, settings);
  }

  /** Makes the bucket unless it is there. */
  async ensureBucket(bucket: string): Promise<void> {
    await this.ask(async () => {
      if (await this.inside.bucketExists(bucket)) return;
      await this.inside.makeBucket(bucket, this.settings.S3_REGION).catch((error: unknown) => {
        if (!(error instanceof S3Error) || !/^BucketAlready/.test(error.code ?? '')) throw error; // another process was faster
      });
    });
  }

  /** Whether the store answers and the bucket is there; for readiness. */
  async hasBucket(bucket: string): Promise<boolean> {
    return this.ask(() => this.inside.bucketExists(bucket));
  }

  /** Signs one upload by POST. A presigned PUT could not limit the size, so there is none. */
  async presignedPost(grant: UploadGrant, now: Date): Promise<PresignedPost> {
    const seconds = Math.min(grant.expiresSeconds ?? longestGrantSeconds, longestGrantSeconds);
    const expiresAt = new Date(now.getTime() + seconds * 1000);
    const checksum = Buffer.from(grant.sha256, 'hex').toString('base64');
    const policy = this.outside.newPostPolicy();
    policy.setBucket(grant.bucket);
    policy.setKey(grant.key);
    policy.setContentType(grant.contentType);
    policy.setContentLengthRange(grant.minBytes, grant.maxBytes);
    policy.setExpires(expiresAt);
    policy.policy.conditions.push(['eq', '$x-amz-checksum-sha256', checksum]);
    policy.formData['x-amz-checksum-sha256'] = checksum;
    const { postURL, formData } = await this.outside.presignedPostPolicy(policy);
    return { url: postURL, fields: formData as Record<string, string>, expiresAt };
  }

  /** Signs one download for at most five minutes, for who is outside; it comes as an attachment, so that no browser shows it. */
  async presignedGet({ bucket, key }: ObjectName, expiresSeconds = longestGrantSeconds): Promise<string> {
    const seconds = Math.min(expiresSeconds, longestGrantSeconds);
    return this.outside.presignedGetObject(bucket, key, seconds, { 'response-content-disposition': 'attachment' });
  }

  /** What the store knows of an object, or undefined if there is none. */
  async stat({ bucket, key }: ObjectName): Promise<ObjectFacts | undefined> {
    return this.ask(async () => {
      const found = await this.inside.statObject(bucket, key).catch(absentAsUndefined);
      if (found === undefined) return undefined;
      const type = (found.metaData as Record<string, unknown>)['content-type'];
      return {
        size: found.size,
        etag: found.etag,
        lastModified: found.lastModified,
        contentType: typeof type === 'string' ? type : '',
      };
    });
  }

  /** The bytes, or undefined if there is no such object. Throws as soon as more than `mostBytes` have come. */
  async get({ bucket, key }: ObjectName, mostBytes: number): Promise<Buffer | undefined> {
    return this.ask(async () => {
      const stream = await this.inside.getObject(bucket, key).catch(absentAsUndefined);
      if (stream === undefined) return undefined;
      const chunks: Buffer[] = [];
      let length = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > mostBytes) throw new Error(`object ${key} has more than ${mostBytes} bytes`);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    });
  }

  async put({ bucket, key }: ObjectName, bytes: Buffer, contentType: string): Promise<{ readonly etag: string }> {
    return this.ask(() => this.inside.putObject(bucket, key, bytes, bytes.length, { 'content-type': contentType }));
  }

  /** Copies inside the store. With `etag` only if the source is still that one: a file cannot be swapped in between. */
  async copy(from: ObjectName & { readonly etag?: string }, to: ObjectName): Promise<void> {
    const source = {
      Bucket: from.bucket,
      Object: from.key,
      ...(from.etag === undefined ? {} : { MatchETag: from.etag }),
    };
    await this.ask(() =>
      this.inside.copyObject(
        new CopySourceOptions(source),
        new CopyDestinationOptions({ Bucket: to.bucket, Object: to.key }),
      ),
    );
  }

  /** Removes an object; one that is not there is removed already. */
  async remove({ bucket, key }: ObjectName): Promise<void> {
    await this.ask(() => this.inside.removeObject(bucket, key));
  }

  /** All objects whose key starts with `prefix`, one after the other, in order of their keys; those behind `after`, if given. */
  async *list(bucket: string, prefix: string, after = ''): AsyncGenerator<ListedObject> {
    try {
      for await (const item of this.inside.listObjectsV2(bucket, prefix, true, after) as AsyncIterable<
        Partial<ListedObject> & { name?: string }
      >) {
        if (item.name !== undefined)
          yield { key: item.name, size: item.size ?? 0, lastModified: item.lastModified ?? new Date(0) };
      }
    } catch (error) {
      throw toStoreProblem(error);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private async ask<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toStoreProblem(error);
    }
  }
}

function clientOf(endpoint: string, settings: StoreSettings, transportAgent?: HttpAgent): Client {
  const url = new URL(endpoint);
  const useSSL = url.protocol === 'https:';
  return new Client({
    endPoint: url.hostname,
    port: url.port === '' ? (useSSL ? 443 : 80) : Number(url.port),
    useSSL,
    accessKey: settings.S3_ACCESS_KEY,
    secretKey: settings.S3_SECRET_KEY,
    region: settings.S3_REGION, // or each signature asks the server for it
    pathStyle: true,
    ...(transportAgent ? { transportAgent } : {}),
  });
}

function absentAsUndefined(error: unknown): undefined {
  const code = (error as { code?: unknown }).code;
  if (code === 'NotFound' || code === 'NoSuchKey') return undefined;
  throw error;
}

/** Trouble with the network or an overloaded store heals; anything else is thrown as it came. */
function toStoreProblem(error: unknown): unknown {
  const code = String((error as { code?: unknown } | undefined)?.code ?? '');
  const isAway =
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|SlowDown|ServiceUnavailable|ServerNotInitialized)/.test(
      code,
    );
  return isAway ? new ProblemError('temporarily-unavailable', { cause: error }) : error;
}
