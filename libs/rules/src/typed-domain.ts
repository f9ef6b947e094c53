import { parse } from 'tldts';
import type { FindingCode } from './finding';

/** What was typed as a domain: the registrable domain in ASCII, or the code of the finding that refuses it. */
export type TypedDomain =
  | { readonly ok: true; readonly domain: string; readonly suffix: string }
  | {
      readonly ok: false;
      readonly code: Extract<FindingCode, 'domain-malformed' | 'domain-is-ip' | 'domain-is-sub-domain'>;
      readonly registrable?: string;
    };

/** Suffixes whose second-level names are filed by different subjects, so that a name below is accepted (rules.md 1.3). */
const governmentSuffix = 'gov.cn';

/**
 * Only registrable domains are filed (T11), no IP addresses (T12). Takes the text as typed, with capitals, Chinese
 * characters or a final dot; a URL is no domain.
 */
export function typedDomain(text: string): TypedDomain {
  const ascii = toAscii(text.trim());
  if (ascii === undefined) return { ok: false, code: 'domain-malformed' };
  const { domain, publicSuffix, isIp, subdomain, isIcann } = parse(ascii, { allowPrivateDomains: false });
  if (isIp === true) return { ok: false, code: 'domain-is-ip' };
  if (domain === null || publicSuffix === null || isIcann !== true) return { ok: false, code: 'domain-malformed' };
  const isGovernment =
    domain === governmentSuffix || publicSuffix === governmentSuffix || publicSuffix.endsWith(`.${governmentSuffix}`);
  if (isGovernment) return { ok: true, domain: ascii, suffix: publicSuffix };
  if (subdomain !== null && subdomain !== '') return { ok: false, code: 'domain-is-sub-domain', registrable: domain };
  return { ok: true, domain, suffix: publicSuffix };
}

function toAscii(text: string): string | undefined {
  if (text === '' || /[\s/:@?#\\%]/.test(text)) return undefined;
  try {
    const { hostname } = new URL(`http://${text}`);
    return hostname.replace(/\.$/, '');
  } catch {
    return undefined; // the platform refuses it as a host name, so it is no domain
  }
}

/** The last label, as a person reads it: `中国` for `xn--fiqs8s`. */
export const isChineseSuffix = (suffix: string): boolean => suffix.split('.').some((label) => label.startsWith('xn--'));
