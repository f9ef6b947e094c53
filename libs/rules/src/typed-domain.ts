import { parse } from 'tldts';
import type { FindingCode } from './finding';
import { decodePunycode, encodePunycode } from './punycode';

/** What was typed as a domain: the registrable domain in ASCII, or the code of the finding that refuses it. */
export type TypedDomain =
  | { readonly ok: true; readonly domain: string; readonly suffix: string }
  | {
      readonly ok: false;
      readonly code: Extract<
        FindingCode,
        'domain-malformed' | 'domain-is-ip' | 'domain-is-sub-domain' | 'domain-look-alike'
      >;
      readonly registrable?: string;
      /** For look-alikes: how the name stands in the DNS, so that a reviewer sees that it is another one. */
      readonly ascii?: string;
    };

/** Suffixes whose second-level names are filed by different subjects, so that a name below is accepted (rules.md 1.3). */
const governmentSuffix = 'gov.cn';
const latinLabel = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
/** One script in a label: Han with digits and hyphens; the two mixed could pass for another name. */
const hanLabel = /^(?!-)[\p{Script=Han}0-9-]+(?<!-)$/u;
/** Invisible, unassigned and private characters, blanks, and what only a URL or a wildcard has. */
const noLabel = /[\p{C}\p{Z}\p{M}!"#$%&'()*+,/:;<=>?@[\\\]^_`{|}~]/u;
const ipLike = /^(0x[0-9a-f]*|\d+)$/;

/**
 * Only registrable domains are filed (T11), no IP addresses (T12). Takes the text as typed: capitals, full width, the
 * ideographic full stop and a final dot are normalised; what is neither Han nor ASCII is a look-alike; a URL is no domain.
 */
export function typedDomain(text: string): TypedDomain {
  const labels = normalisedLabels(text);
  if (labels === undefined) return { ok: false, code: 'domain-malformed' };
  if (ipLike.test(labels.at(-1) ?? '')) return { ok: false, code: 'domain-is-ip' };
  const readable = labels.map((label) =>
    label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? '\u0000') : label,
  );
  if (!readable.every((label) => !noLabel.test(label))) return { ok: false, code: 'domain-malformed' };
  const ascii = readable.map((label) => (isAscii(label) ? label : `xn--${encodePunycode(label)}`));
  const name = ascii.join('.');
  const isWhole = name.length <= 253 && ascii.every((label) => latinLabel.test(label));
  if (!isWhole || !labels.every((label, i) => !label.startsWith('xn--') || label === ascii[i])) {
    return { ok: false, code: 'domain-malformed' };
  }
  if (!readable.every((label) => isAscii(label) || hanLabel.test(label))) {
    return { ok: false, code: 'domain-look-alike', ascii: name };
  }
  return registrable(name);
}

function registrable(ascii: string): TypedDomain {
  const { domain, publicSuffix, isIp, subdomain, isIcann } = parse(ascii, { allowPrivateDomains: false });
  if (isIp === true) return { ok: false, code: 'domain-is-ip' };
  if (domain === null || publicSuffix === null || isIcann !== true) return { ok: false, code: 'domain-malformed' };
  const isGovernment =
    domain === governmentSuffix || publicSuffix === governmentSuffix || publicSuffix.endsWith(`.${governmentSuffix}`);
  if (isGovernment) return { ok: true, domain: ascii, suffix: publicSuffix };
  if (subdomain !== null && subdomain !== '') return { ok: false, code: 'domain-is-sub-domain', registrable: domain };
  return { ok: true, domain, suffix: publicSuffix };
}

const isAscii = (text: string): boolean => /^[\u0021-\u007e]*$/.test(text);

/** Lower case, half width, plain dots, no final dot; undefined if an invisible character or a sign of a URL is inside. */
function normalisedLabels(text: string): readonly string[] | undefined {
  const plain = text
    .trim()
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/\.$/, '');
  if (plain === '' || plain.length > 253 || noLabel.test(plain)) return undefined;
  const labels = plain.split('.');
  return labels.includes('') ? undefined : labels;
}

/** The last label, as a person reads it: `中国` for `xn--fiqs8s`. */
export const isChineseSuffix = (suffix: string): boolean => suffix.split('.').some((label) => label.startsWith('xn--'));
