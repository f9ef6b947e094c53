import { domainToUnicode } from 'node:url';
import { type TypedDomain, typedDomain } from '@beian/rules';

/** What people type for a name of Han, Latin letters, digits and hyphens, full width included; nothing invisible. */
const typable = /^[\p{Script=Han}a-z0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a.\u3002\uff0e\uff61-]+$/iu;
/** A label as DNS knows it, and as a person reads it: one script, Han or Latin. */
const dnsLabel = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const latinLabel = /^[a-z0-9-]+$/;
const hanLabel = /^[\p{Script=Han}0-9-]+$/u;

/**
 * The registrable domain in ASCII, as it is locked and filed, or why it cannot be (B-4, T11, T12, A19). On top of what
 * the rules say of shape, names that could pass for others are refused: scripts other than Han and Latin, the two mixed
 * in one label (also behind `xn--`), invisible characters, and labels that DNS does not know.
 */
export function filableDomain(text: string): TypedDomain {
  const typed = typedDomain(text);
  if (!typed.ok) return typed;
  const readable = domainToUnicode(typed.domain).split('.');
  const isDns = typed.domain.length <= 253 && typed.domain.split('.').every((label) => dnsLabel.test(label));
  const isReadable = readable.every((label) => latinLabel.test(label) || hanLabel.test(label));
  return typable.test(text.trim()) && isDns && isReadable ? typed : { ok: false, code: 'domain-malformed' };
}
