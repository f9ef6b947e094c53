import { crc32, deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';

export interface Picture {
  readonly type: 'image/png';
  readonly bytes: Buffer;
  readonly sha256: string;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/**
 * A real picture of a paper: a light page with lines of "print" that differ by `seed`, and grain enough that it does not
 * shrink to nothing. Width and height in pixels.
 */
export function paper(
  seed: string,
  { width, height }: { width: number; height: number } = { width: 620, height: 877 },
): Picture {
  const noise = createHash('sha256').update(seed).digest();
  const rows: Buffer[] = [];
  let state = noise.readUInt32LE(0) || 1;
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const printed = y % 24 < 9 && x > 40 && x < width - 40 && (noise[(x >> 3) % 32] ?? 0) > 110;
      const shade = (printed ? 60 : 232) + (state & 15);
      row.fill(shade, 1 + x * 3, 4 + x * 3);
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { type: 'image/png', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
