import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';

/** Keys by id, 32 bytes each. New payloads take `current`; the others are kept until no retained history needs them. */
export interface CodecKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

const encoding = Buffer.from('binary/encrypted');
const ivLength = 12;
const tagLength = 16;
const payloadMessage = temporal.api.common.v1.Payload;

/**
 * AES-256-GCM over whole payloads. The id of the key stands in the metadata `encryption-key-id`; it is also
 * authenticated, so a payload cannot be passed off under another key. A payload that is not ours passes through, and
 * one whose key is missing is refused by the key's id, without a word of its content.
 */
export function encryptionCodec(codecKeys: CodecKeys): PayloadCodec {
  const keyOf = (id: string): Buffer => {
    const key = Object.hasOwn(codecKeys.keys, id) ? codecKeys.keys[id] : undefined;
    if (key === undefined) throw new Error(`codec key "${id}" is not configured here; add it to CODEC_KEYS`);
    return key;
  };
  return {
    encode: async (payloads) =>
      payloads.map((payload) => encrypt(payload, codecKeys.current, keyOf(codecKeys.current))),
    decode: async (payloads) =>
      payloads.map((payload) => {
        if (!isEncrypted(payload)) return payload;
        const id = Buffer.from(payload.metadata?.['encryption-key-id'] ?? []).toString();
        return decrypt(payload, id, keyOf(id));
      }),
  };
}

function isEncrypted(payload: Payload): boolean {
  return encoding.equals(payload.metadata?.['encoding'] ?? new Uint8Array());
}

function encrypt(payload: Payload, id: string, key: Buffer): Payload {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(id));
  const plain = payloadMessage.encode(payload).finish();
  const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { encoding, 'encryption-key-id': Buffer.from(id) }, data };
}

function decrypt(payload: Payload, id: string, key: Buffer): Payload {
  const data = Buffer.from(payload.data ?? []);
  if (data.length < ivLength + tagLength) throw new Error(`a payload under codec key "${id}" is cut short`);
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, ivLength), { authTagLength: tagLength })
    .setAAD(Buffer.from(id))
    .setAuthTag(data.subarray(-tagLength));
  const plain = Buffer.concat([decipher.update(data.subarray(ivLength, -tagLength)), decipher.final()]);
  return payloadMessage.decode(plain);
}
