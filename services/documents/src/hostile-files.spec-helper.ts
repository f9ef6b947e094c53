import { randomBytes } from 'node:crypto';
import { constants, createDeflate, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import type { PictureType } from './re-encode-picture';
import { testVirus } from './virus-scanner';

/** A file that must do no harm, and the type it pretends to have. All are made here; none is downloaded (B-7). */
export interface HostileFile {
  readonly name: string;
  readonly type: PictureType;
  readonly bytes: Buffer;
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc32 = (bytes: Buffer): number => {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

export function chunk(type: string, data: Buffer, crc?: number): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc ?? crc32(body), 8 + data.length);
  return out;
}

export function header(width: number, height: number, [depth, colour] = [8, 2]): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width);
  data.writeUInt32BE(height, 4);
  data[8] = depth ?? 8;
  data[9] = colour ?? 2;
  return chunk('IHDR', data);
}

export const png = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([pngSignature, ...chunks, chunk('IEND', Buffer.alloc(0))]);

/** A grey picture of this size, all black: a few hundred kilobytes that unpack to as many bytes as it has pixels. */
export async function blackPng(width: number, height: number): Promise<Buffer> {
  const deflate = createDeflate({ level: constants.Z_BEST_SPEED, strategy: constants.Z_RLE });
  const packed: Buffer[] = [];
  deflate.on('data', (part: Buffer) => packed.push(part));
  const ended = new Promise<void>((resolve, reject) => deflate.on('end', resolve).on('error', reject));
  const rows = Buffer.alloc((width + 1) * 64);
  for (let left = height; left > 0; left -= 64) {
    const part = rows.subarray(0, (width + 1) * Math.min(left, 64));
    if (!deflate.write(part)) await new Promise((free) => deflate.once('drain', free));
  }
  deflate.end();
  await ended;
  return png(header(width, height, [8, 0]), chunk('IDAT', Buffer.concat(packed)));
}

const types: readonly PictureType[] = ['image/jpeg', 'image/png', 'image/gif'];
const text = (content: string): Buffer => Buffer.from(content, 'utf8');
const hex = (content: string): Buffer => Buffer.from(content.replace(/\s/g, ''), 'hex');
const padded = (start: Buffer): Buffer => Buffer.concat([start, Buffer.alloc(2_000, 0x41)]);

/** A ZIP with one stored file. */
function zip(name: string, content: Buffer): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  return Buffer.concat([local, text(name), content]);
}

/** Contents that are no picture at all, whatever they are called. */
const notPictures = (): Readonly<Record<string, Buffer>> => ({
  'one byte': Buffer.from([0xff]),
  spaces: text(' '.repeat(500)),
  html: text('<!doctype html><script>alert(1)</script>'),
  'svg with script': text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  'svg with an outside reference': text(
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1/"/></svg>',
  ),
  'entity bomb': text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><svg>&c;</svg>'),
  'outside entity': text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg>&b;</svg>'),
  pdf: text('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF'),
  'pdf that begins late': Buffer.concat([Buffer.alloc(900, 0x20), text('%PDF-1.4\n')]),
  postscript: text('%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file\n'),
  zip: zip('a.txt', text('a')),
  'zip in a zip': zip('b.zip', zip('a.txt', text('a'))),
  docx: zip('word/document.xml', text('<w:document/>')),
  gzip: gzipSync(Buffer.alloc(1_000_000)),
  rar: padded(hex('526172211a0700')),
  '7z': padded(hex('377abcaf271c')),
  exe: padded(text('MZ\u0090\u0000')),
  elf: padded(hex('7f454c46020101')),
  'shell script': text('#!/bin/sh\nrm -rf /\n'),
  php: text('<?php system($_GET["c"]); ?>'),
  'java class': padded(hex('cafebabe00000034')),
  wasm: padded(hex('0061736d01000000')),
  flash: padded(text('CWS\u0008')),
  webp: padded(Buffer.concat([text('RIFF'), hex('00040000'), text('WEBPVP8 ')])),
  tiff: padded(hex('49492a0008000000')),
  bmp: padded(Buffer.concat([text('BM'), hex('36000c0000000000360000002800000000010000000100000100180000000000')])),
  ico: padded(hex('0000010001001010')),
  heic: padded(Buffer.concat([hex('00000018'), text('ftypheic'), hex('00000000'), text('mif1heic')])),
  avif: padded(Buffer.concat([hex('0000001c'), text('ftypavif'), hex('00000000'), text('avifmif1miaf')])),
  jxl: padded(hex('0000000c4a584c200d0a870a')),
  psd: padded(text('8BPS\u0000\u0001')),
  mp4: padded(Buffer.concat([hex('00000020'), text('ftypisom')])),
  'mvg of ImageMagick': text(
    'push graphic-context\nviewbox 0 0 640 480\nimage over 0,0 0,0 "https://127.0.0.1/x"\npop graphic-context',
  ),
  'jpeg header only': hex('ffd8ffe0'),
  'jpeg of markers': Buffer.concat([hex('ffd8'), Buffer.alloc(3_000, 0xff), hex('ffd9')]),
  'gif that is a script': text('GIF89a=1;alert(1)'),
  'png signature only': pngSignature,
  'png signature and noise': Buffer.concat([pngSignature, randomBytes(2_000)]),
  'html in utf-16': Buffer.from('\ufeff<html><script>alert(1)</script>', 'utf16le'),
  'the test virus': testVirus(),
});

/** Pictures whose inside lies. */
async function lyingPictures(): Promise<readonly HostileFile[]> {
  const of = (name: string, bytes: Buffer, type: PictureType = 'image/png'): HostileFile => ({ name, type, bytes });
  const idat = (bytes: number) => chunk('IDAT', deflateSync(Buffer.alloc(bytes)));
  const bomb = deflateSync(Buffer.alloc(60_000_000), { level: 9 });
  const extra = Buffer.concat([text('x\u0000\u0000'), bomb]);
  return [
    of('png 0 × 0', png(header(0, 0), idat(1))),
    of('png 1 × 1', png(header(1, 1), idat(4))),
    of('png 100,000 × 1', png(header(100_000, 1), idat(300_001))),
    of('png 1 × 100,000', png(header(1, 100_000), idat(400_000))),
    of('png 2³¹−1 × 2³¹−1', png(header(0x7fffffff, 0x7fffffff), idat(100))),
    of('png 60,000 × 60,000, nothing in it', png(header(60_000, 60_000), idat(100))),
    of('png 16,000 × 16,000, all of it there', await blackPng(16_000, 16_000)),
    of('png 6,400 × 6,400: 40.96 megapixels', await blackPng(6_400, 6_400)),
    of('png whose data is too short', png(header(640, 480), idat(1_000))),
    of('png without data', png(header(640, 480))),
    of(
      'png with a wrong checksum',
      png(header(640, 480), chunk('IDAT', deflateSync(Buffer.alloc(640 * 480 * 3 + 480)), 1)),
    ),
    of('png with a depth that does not exist', png(header(640, 480, [3, 2]), idat(100))),
    of('png with a colour type that does not exist', png(header(640, 480, [8, 5]), idat(100))),
    of('png with a profile of 60 MB and no picture', png(header(640, 480), chunk('iCCP', extra), idat(10))),
    of('png with a text of 60 MB and no picture', png(header(640, 480), chunk('zTXt', extra), idat(10))),
    of(
      'png whose chunk says it has 2 GB',
      Buffer.concat([pngSignature, header(640, 480), hex('7fffffff49444154'), Buffer.alloc(100)]),
    ),
    of(
      'jpeg called png',
      await sharp({ create: { width: 640, height: 480, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer(),
    ),
    of(
      'png called gif',
      await sharp({ create: { width: 640, height: 480, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
      'image/gif',
    ),
    of(
      'gif called jpeg',
      await sharp({ create: { width: 640, height: 480, channels: 3, background: 'red' } })
        .gif()
        .toBuffer(),
      'image/jpeg',
    ),
    of(
      'webp called png',
      await sharp({ create: { width: 640, height: 480, channels: 3, background: 'red' } })
        .webp()
        .toBuffer(),
    ),
    of(
      'tiff called jpeg',
      await sharp({ create: { width: 640, height: 480, channels: 3, background: 'red' } })
        .tiff()
        .toBuffer(),
      'image/jpeg',
    ),
    of(
      'avif called jpeg',
      await sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
        .avif()
        .toBuffer(),
      'image/jpeg',
    ),
  ];
}

/** Real pictures, cut off at many places. */
async function truncated(): Promise<readonly HostileFile[]> {
  const noise = { raw: { width: 400, height: 400, channels: 3 as const } };
  const base = sharp(randomBytes(400 * 400 * 3), noise).blur(2);
  const whole = {
    'image/jpeg': await base.clone().jpeg().toBuffer(),
    'image/png': await base.clone().png().toBuffer(),
  } as const;
  const cuts = [0.001, 0.005, 0.01, 0.02, ...Array.from({ length: 24 }, (_, n) => 0.04 * (n + 1)), 0.98, 0.99];
  return (['image/jpeg', 'image/png'] as const).flatMap((type) =>
    cuts.map((cut) => ({
      name: `${type} cut off after ${Math.round(cut * 1000) / 10} %`,
      type,
      bytes: whole[type].subarray(0, Math.max(1, Math.floor(whole[type].length * cut))),
    })),
  );
}

/** A picture that would be fine, with the test virus somewhere in it. */
async function infected(): Promise<readonly HostileFile[]> {
  const base = sharp({ create: { width: 640, height: 480, channels: 3, background: 'red' } });
  const jpeg = await base.clone().jpeg().toBuffer();
  const pngFile = await base.clone().png().toBuffer();
  const gif = await base.clone().gif().toBuffer();
  const comment = Buffer.concat([hex('fffe'), Buffer.from([0, testVirus().length + 2]), testVirus()]);
  const of = (name: string, type: PictureType, bytes: Buffer): HostileFile => ({
    name: `the test virus ${name}`,
    type,
    bytes,
  });
  return [
    of('behind a jpeg', 'image/jpeg', Buffer.concat([jpeg, testVirus()])),
    of('in the comment of a jpeg', 'image/jpeg', Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])),
    of('in a zip behind a jpeg', 'image/jpeg', Buffer.concat([jpeg, zip('eicar.com', testVirus())])),
    of('behind a png', 'image/png', Buffer.concat([pngFile, testVirus()])),
    of(
      'in a text chunk of a png',
      'image/png',
      Buffer.concat([
        pngFile.subarray(0, 33),
        chunk('tEXt', Buffer.concat([text('a\u0000'), testVirus()])),
        pngFile.subarray(33),
      ]),
    ),
    of('behind a gif', 'image/gif', Buffer.concat([gif, testVirus()])),
  ];
}

/** More than two hundred files; none of them may be accepted. */
export async function hostileFiles(): Promise<readonly HostileFile[]> {
  const renamed = Object.entries(notPictures()).flatMap(([name, bytes]) =>
    types.map((type) => ({ name: `${name} as ${type}`, type, bytes })),
  );
  return [...renamed, ...(await lyingPictures()), ...(await truncated()), ...(await infected())];
}
