import { z } from 'zod';

/**
 * Trimmed text of bounded length, without control characters. Never normalised: NFC would replace characters of legal
 * names (U+F9DC becomes U+9686); what is compared is a canonical copy, made by `@beian/rules`.
 */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(
      /^[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]*$/u,
      'control or direction characters',
    );

/** A day `YYYY-MM-DD` that exists. */
export const day = z.iso.date();
export const instant = z.iso.datetime({ precision: 3 });
export const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'not an id of ours');
export const provinceCode = z.string().regex(/^[1-6]\d$/, 'two digits of GB/T 2260');
/** A text by its form; the cast says in types what the expression checks, so nothing has to be transformed. */
export const administratorKey = z
  .string()
  .regex(/^(subject-administrator|site-administrator-([1-9]|1\d|20))$/) as unknown as z.ZodType<
  'subject-administrator' | `site-administrator-${number}`,
  string
>;
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in lower-case hex');
