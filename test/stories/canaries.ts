import type { FilingForm } from '@beian/infra';

/** Everything personal in a form, and the forms in which it might leak. */
export function canariesOf(form: FilingForm): readonly string[] {
  const { subject, check } = form as unknown as {
    subject: { name: string; mailingAddress: string; administrators: Record<string, Record<string, string>> };
    check: { certificateNumber: string };
  };
  const persons = Object.values(subject.administrators).flatMap(({ name, certificateNumber, mobile, email }) => [
    name,
    certificateNumber,
    mobile,
    email,
  ]);
  return [subject.name, subject.mailingAddress, check.certificateNumber, ...persons].filter(
    (value): value is string => value !== undefined,
  );
}

export const encodings: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(Buffer.from(text, 'utf8').toString('hex')),
  (text) => Buffer.from(encodeURIComponent(text)),
  (text) => Buffer.from(JSON.stringify(text).slice(1, -1)),
  (text) => Buffer.from(escapedAsAscii(text)),
  ...[0, 1, 2].map((shift) => (text: string) => base64Core(text, shift)),
];

const escapedAsAscii = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The part of a base64 text that does not depend on what stands before and after it. */
function base64Core(text: string, shift: number): Buffer {
  const padded = Buffer.concat([Buffer.alloc(shift, 0x20), Buffer.from(text, 'utf8')]);
  const whole = padded.toString('base64').replace(/=+$/, '');
  return Buffer.from(whole.slice(Math.ceil((shift * 4) / 3) + 1, whole.length - 2));
}

/** Which canaries stand in these bytes, in any of the encodings. */
export const found = (canaries: readonly string[], bytes: Buffer): readonly string[] =>
  canaries.filter((canary) => encodings.some((encode) => encode(canary).length > 5 && bytes.includes(encode(canary))));
