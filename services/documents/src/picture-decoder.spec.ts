import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { aPicture } from './documents.spec-helper';
import { blackPng, chunk } from './hostile-files.spec-helper';
import { PictureDecoder } from './picture-decoder';
import { mostBytes } from './picture-limits';

jest.setTimeout(60_000);

const decoder = new PictureDecoder();
const accepted = async (...[bytes, type]: Parameters<PictureDecoder['reEncode']>) => {
  const result = await decoder.reEncode(bytes, type);
  if (!result.ok) throw new Error(`refused: ${result.fault}`);
  return result;
};
/** A decoder whose child runs this program instead of ours. */
function childThat(program: string, limits: object = {}): PictureDecoder {
  const file = join(mkdtempSync(join(tmpdir(), 'beian-decoder-')), 'child.js');
  writeFileSync(file, program);
  return new PictureDecoder({ program: file, ...limits });
}

describe('what comes out of the decoder', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is upright for EXIF orientation %d, and has no EXIF (B-7)',
    async (orientation) => {
      const sent = await sharp({ create: { width: 600, height: 400, channels: 3, background: 'white' } })
        .withMetadata({ orientation })
        .jpeg()
        .toBuffer();
      const { widthPixels, heightPixels, bytes } = await accepted(sent, 'image/jpeg');
      expect([widthPixels, heightPixels]).toEqual(orientation > 4 ? [400, 600] : [600, 400]);
      const { exif, icc, xmp, orientation: left } = await sharp(bytes).metadata();
      expect([exif, icc, xmp, left]).toEqual([undefined, undefined, undefined, undefined]);
    },
  );

  it('has nothing of a tail behind the picture: HTML, PHP, ZIP, PDF', async () => {
    const jpeg = await aPicture();
    for (const tail of [
      '<script>alert(1)</script>',
      '<?php system("id"); ?>',
      'PK\u0003\u0004canary',
      '%PDF-1.7 canary',
    ]) {
      const { bytes } = await accepted(Buffer.concat([jpeg, Buffer.from(tail)]), 'image/jpeg');
      expect(bytes.includes(tail)).toBe(false);
    }
  });

  it.each([
    [
      'CMYK',
      () =>
        sharp({ create: { width: 600, height: 400, channels: 3, background: 'red' } })
          .toColourspace('cmyk')
          .jpeg()
          .toBuffer(),
      'image/jpeg',
    ],
    [
      'grey',
      () =>
        sharp({ create: { width: 600, height: 400, channels: 3, background: 'red' } })
          .greyscale()
          .jpeg()
          .toBuffer(),
      'image/jpeg',
    ],
    [
      'progressive',
      () =>
        sharp({ create: { width: 600, height: 400, channels: 3, background: 'red' } })
          .jpeg({ progressive: true })
          .toBuffer(),
      'image/jpeg',
    ],
    [
      '16-bit',
      () =>
        sharp({ create: { width: 600, height: 400, channels: 3, background: 'red' } })
          .toColourspace('rgb16')
          .png()
          .toBuffer(),
      'image/png',
    ],
    [
      'see-through',
      () =>
        sharp({ create: { width: 600, height: 400, channels: 4, background: '#ff000080' } })
          .png()
          .toBuffer(),
      'image/png',
    ],
  ] as const)('is an 8-bit sRGB picture of a %s one', async (_, make, type) => {
    const { bytes } = await accepted(await make(), type);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 600, height: 400, depth: 'uchar', space: 'srgb' });
  });

  it('is a PNG of a GIF’s first frame', async () => {
    const frames = await Promise.all(
      ['red', 'blue', 'green'].map((background) =>
        sharp({ create: { width: 300, height: 300, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { bytes, type } = await accepted(gif, 'image/gif');
    expect(type).toBe('image/png');
    const { dominant } = await sharp(bytes).stats();
    expect(dominant.r).toBeGreaterThan(200);
    expect((await sharp(bytes).metadata()).pages).toBeUndefined();
  });

  it('is a JPEG of the same size in pixels, never scaled down, also from 4 MiB − 1 (B-7 size)', async () => {
    const base = await aPicture('jpeg', [2_400, 1_600]);
    const fill = Buffer.alloc(mostBytes - base.length, 0x20); // behind the end: decoders skip it
    const { widthPixels, heightPixels, bytes } = await accepted(Buffer.concat([base, fill]), 'image/jpeg');
    expect([widthPixels, heightPixels]).toEqual([2_400, 1_600]);
    expect(bytes.length).toBeLessThanOrEqual(mostBytes);
  });

  it('is refused with the reason where it would be 4 MB or more', async () => {
    const noise = await sharp(randomBytes(1_500 * 1_000 * 3), { raw: { width: 1_500, height: 1_000, channels: 3 } })
      .png()
      .toBuffer();
    expect(await decoder.reEncode(noise, 'image/png')).toEqual({ ok: false, fault: 'too-large-re-encoded' });
  });
});

describe('the decoder’s process', () => {
  it('refuses a bomb of 256 megapixels without unpacking it', async () => {
    expect(await decoder.reEncode(await blackPng(16_000, 16_000), 'image/png')).toEqual({
      ok: false,
      fault: 'too-many-pixels',
    });
  });

  it('ends in time on a JPEG of a thousand scans and on a PNG with 60 MB of text (B-7 pictures)', async () => {
    const progressive = await sharp(await aPicture('jpeg', [1_600, 1_200]))
      .jpeg({ progressive: true })
      .toBuffer();
    const lastScan = progressive.lastIndexOf(Buffer.from([0xff, 0xda]));
    const scan = progressive.subarray(lastScan, -2);
    const many = Buffer.concat([
      progressive.subarray(0, -2),
      ...Array.from({ length: 1_000 }, () => scan),
      Buffer.from([0xff, 0xd9]),
    ]);
    const picture = await sharp({ create: { width: 400, height: 400, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const text = chunk('zTXt', Buffer.concat([Buffer.from('x\u0000\u0000'), deflateSync(Buffer.alloc(60_000_000))]));
    const wordy = Buffer.concat([picture.subarray(0, 33), text, picture.subarray(33)]);
    const started = process.hrtime.bigint();
    await decoder.reEncode(many, 'image/jpeg');
    const result = await decoder.reEncode(wordy, 'image/png');
    expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(22);
    expect(!result.ok || result.bytes.length < 100_000).toBe(true);
  });

  it('is killed when it takes too long', async () => {
    const stuck = childThat('setInterval(() => undefined, 1000)', { timeMs: 300 });
    expect(await stuck.reEncode(Buffer.from('x'), 'image/jpeg')).toEqual({ ok: false, fault: 'too-heavy' });
  });

  it('is killed when it takes too much memory', async () => {
    const greedy = childThat('const kept = []; setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 5)', {
      memoryBytes: 200_000_000,
    });
    expect(await greedy.reEncode(Buffer.from('x'), 'image/jpeg')).toEqual({ ok: false, fault: 'too-heavy' });
  });

  it('is killed when it says too much', async () => {
    const chatty = childThat('const part = Buffer.alloc(1_000_000); setInterval(() => process.stdout.write(part), 1)');
    expect(await chatty.reEncode(Buffer.from('x'), 'image/jpeg')).toEqual({ ok: false, fault: 'too-heavy' });
  });

  it.each([
    ['crashes', 'process.exit(7)'],
    ['dies of a signal', 'process.kill(process.pid, "SIGSEGV")'],
    ['says nothing', ''],
    ['says something else', 'console.log("hello")'],
    ['says a line of no JSON', 'console.log("x".repeat(5000))'],
  ])('that %s means an unreadable file', async (_, program) => {
    expect(await childThat(program).reEncode(Buffer.from('x'), 'image/jpeg')).toEqual({
      ok: false,
      fault: 'not-readable',
    });
  });

  it('gets nothing of our environment', async () => {
    const curious = childThat('console.log(JSON.stringify({ ok: false, fault: Object.keys(process.env).join() }))');
    expect(await curious.reEncode(Buffer.from('x'), 'image/jpeg')).toEqual({ ok: false, fault: '' });
  });

  it('runs for so many files at a time and no more', async () => {
    const many = new PictureDecoder({ children: 2 });
    const picture = await aPicture('png', [300, 300]);
    const results = await Promise.all(Array.from({ length: 7 }, () => many.reEncode(picture, 'image/png')));
    expect(results.every(({ ok }) => ok)).toBe(true);
  });
});
