/*
 * How personal data looks on the way out, unless somebody unmasks it with a reason (GB/T 35273-2020, 7.2). Too short a
 * value is hidden whole. These work on characters, not on UTF-16 units: names use extension B.
 */

const stars = (count: number): string => '*'.repeat(Math.max(count, 1));

/** 张伟 → 张*, 欧阳娜娜 → 欧*** */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  return `${characters[0] ?? ''}${stars(characters.length - 1)}`;
}

/** First three and last four: 110***********002X. Anything shorter than ten characters is hidden whole. */
export function maskIdNumber(number: string): string {
  const characters = [...number.trim()];
  if (characters.length < 10) return stars(characters.length);
  return `${characters.slice(0, 3).join('')}${stars(characters.length - 7)}${characters.slice(-4).join('')}`;
}

/** 13812348000 → 138****8000, +8613812348000 → +86138****8000 */
export function maskPhone(phone: string): string {
  const parts = /^(\+\d{2}|)(\d{3})(\d+)(\d{4})$/.exec(phone.replace(/[\s-]/g, ''));
  return parts ? `${parts[1] ?? ''}${parts[2] ?? ''}****${parts[4] ?? ''}` : stars([...phone].length);
}

/** wang@example.com → w***@example.com */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? stars(email.length) : `${[...email][0] ?? ''}***${email.slice(at)}`;
}
