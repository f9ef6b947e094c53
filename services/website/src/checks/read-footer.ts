/** What a home page shows of a filing number (rules.md 9.5). */
export type Footer = 'fine' | 'no-number' | 'other-number' | 'no-link';

export interface Wanted {
  /** Any of these is right; the first is what the rule asks for. */
  readonly numbers: readonly string[];
  /** Where the number must lead. */
  readonly link: string;
}

const numberPattern = /\p{Script=Han}ICP备\d{6,12}号(?:-\d{1,4}[AXK]?)?/gu;

/**
 * Reads a page for the number and its link, without running scripts: whole page, for where the bottom is only a browser
 * knows. Time grows with the page's length only, whatever stands in it.
 */
export function readFooter(html: string, { numbers, link }: Wanted): Footer {
  const shown = numbersIn(textOf(html));
  if (shown.length === 0) return 'no-number';
  if (!shown.some((number) => numbers.includes(number))) return 'other-number';
  const host = hostOf(link);
  const isLinked = anchorsOf(html).some(
    ({ href, text }) => hostOf(href) === host && numbersIn(text).some((number) => numbers.includes(number)),
  );
  return isLinked ? 'fine' : 'no-link';
}

const numbersIn = (text: string): readonly string[] => text.match(numberPattern) ?? [];

interface Anchor {
  readonly href: string;
  readonly text: string;
}

const mostTagLength = 4_000;

function anchorsOf(html: string): readonly Anchor[] {
  return html
    .split(/<a(?=\s)/i)
    .slice(1)
    .map((piece) => {
      const end = piece.slice(0, mostTagLength).indexOf('>');
      const tag = end < 0 ? '' : piece.slice(0, end);
      const [, double, single, bare] = /\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? [];
      const [inside = ''] = piece.slice(end + 1).split(/<\/a/i, 1);
      return { href: unescaped(double ?? single ?? bare ?? '').trim(), text: textOf(inside) };
    });
}

/** Words of a piece of HTML: tags and blanks gone, full-width signs as half-width ones. */
const textOf = (html: string): string =>
  unescaped(
    html
      .split('<')
      .map((piece, n) => (n === 0 ? piece : piece.slice(piece.indexOf('>') + 1)))
      .join(''),
  )
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/icp/gi, 'ICP');

const signs: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  ensp: ' ',
  emsp: ' ',
};

const unescaped = (text: string): string =>
  text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, sign: string) => {
    if (!sign.startsWith('#')) return signs[sign.toLowerCase()] ?? whole;
    const code = /^#x/i.test(sign) ? Number.parseInt(sign.slice(2), 16) : Number(sign.slice(1));
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });

/** Host of a link without `www.`; undefined for a link inside the page. */
function hostOf(link: string): string | undefined {
  const whole = /^(?:https?:)?\/\//i.test(link) ? link.replace(/^\/\//, 'http://') : undefined;
  if (whole === undefined) return undefined;
  try {
    return new URL(whole).hostname.toLowerCase().replace(/^www\./, '');
  } catch {
    return undefined;
  }
}
