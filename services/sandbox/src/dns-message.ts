import { isIPv4 } from 'node:net';

/** The one question of a DNS message (RFC 1035, 4.1). */
export interface Question {
  /** Lower case, without the root's dot. */
  readonly name: string;
  readonly type: number;
  /** Where the question ends in the message. */
  readonly end: number;
}

/** What a name server says: addresses (none: the name is there, but has none), no such name, or a fault of its own. */
export type Said = readonly string[] | 'no-such-name' | 'fault';

export const addressType = 1;
const headerLength = 12;
const internetClass = 1;
const responseCodes = { 'no-such-name': 3, fault: 2 } as const;
/** A response, authoritative, recursion available. */
const responseFlags = 0x8480;
const recursionDesired = 0x0100;

/** Reads a query; undefined for what is no query with one question: no answer is owed to it. */
export function readQuestion(message: Buffer): Question | undefined {
  if (message.length < headerLength || message.readUInt16BE(4) !== 1) return undefined;
  const isQuery = (message.readUInt16BE(2) & 0xf800) === 0;
  if (!isQuery) return undefined;
  const labels: string[] = [];
  let at = headerLength;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    if (length > 63) return undefined;
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const end = at + 5;
  if (end > message.length) return undefined;
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end };
}

/** The answer to a query: IPv4 addresses for a question about them. Kept by nobody (TTL 0), so that a script counts at once. */
export function writeAnswer(query: Buffer, { type, end }: Question, said: Said): Buffer {
  const addresses = typeof said === 'string' || type !== addressType ? [] : said.filter((address) => isIPv4(address));
  const header = Buffer.alloc(headerLength);
  query.copy(header, 0, 0, 2);
  const code = typeof said === 'string' ? responseCodes[said] : 0;
  header.writeUInt16BE(responseFlags | (query.readUInt16BE(2) & recursionDesired) | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(addresses.length, 6);
  return Buffer.concat([header, query.subarray(headerLength, end), ...addresses.map(addressRecord)]);
}

/** The record's name is a pointer to the question's (4.1.4). */
function addressRecord(address: string): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt16BE(0xc000 | headerLength, 0);
  record.writeUInt16BE(addressType, 2);
  record.writeUInt16BE(internetClass, 4);
  record.writeUInt16BE(4, 10);
  record.set(address.split('.').map(Number), 12);
  return record;
}
