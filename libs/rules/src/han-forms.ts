import { hanFormData } from './packs/han-forms.data';
import { decodePunycode } from './punycode';
import type { Confidence } from './rule-record';

/** Which table says that two characters are forms of one; a look-alike only warns. */
export const hanFormSource: { readonly source: string; readonly confidence: Confidence } = {
  source: `${hanFormData.package} ${hanFormData.version}`,
  confidence: 'medium',
};

let forms: ReadonlyMap<string, string> | undefined;
/** Built at the first question: most domains have no Chinese characters. */
function simplifiedForms(): ReadonlyMap<string, string> {
  forms ??= new Map(
    [...hanFormData.pairs.matchAll(/(.)(.)/gsu)].map(([, traditional = '', simplified = '']) => [
      traditional,
      simplified,
    ]),
  );
  return forms;
}

/**
 * A domain as a reader of simplified characters sees it: two names that differ only by simplified and traditional forms
 * give the same text. Takes the domain in ASCII; only for comparing, it is no name in the DNS.
 */
export function simplifiedDomain(ascii: string): string {
  if (!ascii.includes('xn--')) return ascii;
  return ascii
    .split('.')
    .map((label) => {
      const readable = label.startsWith('xn--') ? decodePunycode(label.slice(4)) : undefined;
      return readable === undefined
        ? label
        : [...readable].map((character) => simplifiedForms().get(character) ?? character).join('');
    })
    .join('.');
}
