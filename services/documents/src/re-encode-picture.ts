import sharp from 'sharp';
import { mostBytes, mostPixels } from './picture-limits';

export type PictureType = 'image/jpeg' | 'image/png' | 'image/gif';

/** Why a file is no picture we can keep; each is a key of the refusals that applicants read. */
export type PictureFault = 'not-readable' | 'too-many-pixels' | 'type-differs' | 'too-large-re-encoded' | 'too-heavy';

/** What a picture shows at all: nothing (one shade all over), or no colour. */
export type PictureLook = 'blank' | 'grey' | 'coloured';

export type ReEncoded =
  | {
      readonly ok: true;
      readonly bytes: Buffer;
      readonly type: 'image/jpeg' | 'image/png';
      readonly widthPixels: number;
      readonly heightPixels: number;
      readonly look: PictureLook;
    }
  | { readonly ok: false; readonly fault: PictureFault };

const formats: Readonly<Record<PictureType, string>> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/gif': 'gif' };

/** Of the dozens of decoders in libvips only three are let near a file: no SVG, PDF, TIFF, HEIC, by whatever trick. */
export function allowOnlyOurDecoders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadNsgifBuffer'],
  });
  sharp.concurrency(1);
  sharp.cache(false);
}

/**
 * Decodes a picture and writes it anew, so that nothing of the file survives but its pixels: no EXIF, no place, no
 * thumbnail, no tail behind the end. Turned upright by its EXIF orientation first. A JPEG stays one at quality 90 or
 * more, everything else becomes a PNG; of a GIF the first frame counts. Never scaled down: providers that compress make
 * a sharp paper unreadable (rules.md 5.3), so a result over the limit is refused.
 */
export async function reEncodePicture(bytes: Buffer, type: PictureType): Promise<ReEncoded> {
  const open = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'warning', pages: 1, sequentialRead: true });
  try {
    const { format, chromaSubsampling } = await open().metadata();
    if (format !== formats[type]) return { ok: false, fault: 'type-differs' };
    const upright = () => open().autoOrient().toColourspace('srgb');
    const attempts =
      type === 'image/jpeg'
        ? [
            () => upright().jpeg({ quality: 92, chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0' }),
            () => upright().jpeg({ quality: 90, mozjpeg: true }),
          ]
        : [
            () => upright().png({ compressionLevel: 9 }),
            () => upright().png({ compressionLevel: 9, adaptiveFiltering: true }),
          ];
    // Each attempt starts from the original: a paper is never encoded twice over.
    for (const attempt of attempts) {
      const { data, info } = await attempt().toBuffer({ resolveWithObject: true });
      if (data.length > mostBytes) continue;
      const kept = type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
      const look = lookOf(await upright().resize(512, 512, { fit: 'inside' }).removeAlpha().raw().toBuffer());
      return { ok: true, bytes: data, type: kept, widthPixels: info.width, heightPixels: info.height, look };
    }
    return { ok: false, fault: 'too-large-re-encoded' };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** Shades (0 to 255) that noise of a camera or a scanner makes on an empty, or an uncoloured, sheet (inferred). */
const noise = { contrast: 3, colour: 4 } as const;

/** How a small copy of a picture looks, from its bytes of red, green and blue. */
export function lookOf(pixels: Uint8Array): PictureLook {
  let [sum, squares, colour] = [0, 0, 0];
  const count = Math.floor(pixels.length / 3);
  for (let at = 0; at < count * 3; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    const shade = (red + green + blue) / 3;
    sum += shade;
    squares += shade * shade;
    colour += Math.max(red, green, blue) - Math.min(red, green, blue);
  }
  const contrast = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  if (contrast < noise.contrast) return 'blank';
  return colour / count < noise.colour ? 'grey' : 'coloured';
}

function faultOf(error: unknown): PictureFault {
  const message = error instanceof Error ? error.message : '';
  return /pixel limit|exceeds pixel/i.test(message) ? 'too-many-pixels' : 'not-readable';
}
