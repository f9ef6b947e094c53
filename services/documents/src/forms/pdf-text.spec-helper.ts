import { inflateSync } from 'node:zlib';

/** The text of a PDF that pdfkit wrote with one font, a line per drawn run: by its ToUnicode map, as a reader would copy it. */
export function textOf(pdf: Buffer): readonly string[] {
  const streams = [...pdf.toString('latin1').matchAll(/\nstream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) =>
    inflateSync(Buffer.from(body, 'latin1')).toString('latin1'),
  );
  const map = toUnicode(streams.find((stream) => stream.includes('beginbfrange')) ?? '');
  return streams
    .filter((stream) => stream.includes(' Tf\n'))
    .flatMap((stream) => [...stream.matchAll(/\[(.*)\] TJ/g)])
    .map(([, shown = '']) =>
      [...shown.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => map.get(parseInt(glyph, 16)) ?? '\u{fffd}')
        .join(''),
    );
}

function toUnicode(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/g)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries())
      map.set(parseInt(first, 16) + index, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
  }
  return map;
}
