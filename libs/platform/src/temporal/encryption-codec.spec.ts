import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import fc from 'fast-check';
import { encryptionCodec, type CodecKeys } from './encryption-codec';
import { failureConverter } from './failure-converter';

const [first, second] = [randomBytes(32), randomBytes(32)];
const before: CodecKeys = { current: 'k1', keys: { k1: first } };
const after: CodecKeys = { current: 'k2', keys: { k1: first, k2: second } };
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value)!;
const valueOf = (payload: Payload): unknown => defaultPayloadConverter.fromPayload(payload);
const keyIdOf = (payload: Payload): string => Buffer.from(payload.metadata?.['encryption-key-id'] ?? []).toString();

describe('encryptionCodec', () => {
  it('gives back what it took, for any JSON, and shows nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const codec = encryptionCodec(before);
        const [sealed] = await codec.encode([payloadOf({ canary: 'plain-canary', value })]);
        expect(Buffer.from(sealed!.data!).includes('plain-canary')).toBe(false);
        expect(Buffer.from(sealed!.metadata!['encoding']!).toString()).toBe('binary/encrypted');
        const [opened] = await codec.decode([sealed!]);
        expect(JSON.stringify(valueOf(opened!))).toBe(JSON.stringify({ canary: 'plain-canary', value }));
      }),
    );
  });

  it('rel 4.9 reads under an old key after rotation and writes under the new one', async () => {
    const [old] = await encryptionCodec(before).encode([payloadOf('x')]);
    expect(keyIdOf(old!)).toBe('k1');
    const rotated = encryptionCodec(after);
    expect(valueOf((await rotated.decode([old!]))[0]!)).toBe('x');
    expect(keyIdOf((await rotated.encode([payloadOf('x')]))[0]!)).toBe('k2');
  });

  it('F-W6 refuses a payload whose key is missing, by the id of the key and without its content', async () => {
    const [sealed] = await encryptionCodec(after).encode([payloadOf('plain-canary')]);
    await expect(encryptionCodec(before).decode([sealed!])).rejects.toThrow(/codec key "k2" is not configured/);
    const [odd] = await encryptionCodec({ current: 'k1', keys: { k1: first } }).encode([payloadOf(1)]);
    odd!.metadata!['encryption-key-id'] = Buffer.from('__proto__');
    await expect(encryptionCodec(before).decode([odd!])).rejects.toThrow(/not configured/);
  });

  it('refuses a payload with any bit changed, cut short, or passed off under another key', async () => {
    const codec = encryptionCodec({ current: 'k1', keys: { k1: first, k3: first } });
    const [sealed] = await codec.encode([payloadOf('x')]);
    const bytes = Buffer.from(sealed!.data!);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      await expect(codec.decode([{ ...sealed!, data: changed }])).rejects.toThrow();
    }
    await expect(codec.decode([{ ...sealed!, data: bytes.subarray(0, 10) }])).rejects.toThrow('cut short');
    const renamed = { ...sealed!.metadata!, 'encryption-key-id': Buffer.from('k3') };
    await expect(codec.decode([{ ...sealed!, metadata: renamed }])).rejects.toThrow();
  });

  it('lets payloads through that are not encrypted', async () => {
    const plain = payloadOf('x');
    expect(await encryptionCodec(before).decode([plain])).toEqual([plain]);
  });

  it('rel 4.10 keeps messages and stacks of failures for the codec', () => {
    const failure = failureConverter.errorToFailure(new Error('plain-canary'), defaultPayloadConverter);
    expect(failure.message).toBe('Encoded failure');
    expect(failure.stackTrace).toBe('');
    expect(failureConverter.failureToError(failure, defaultPayloadConverter).message).toContain('plain-canary');
  });
});
