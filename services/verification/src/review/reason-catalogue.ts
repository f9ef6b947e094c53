import { problem } from '@beian/platform';
import { photoFaults, rejectCodes } from '@beian/rules';
import type { GivenReason } from './reason.store';

/** Texts of a reject code (rules.md 15.6, 7.1), or the code itself where the catalogue does not know it. */
export function reasonText(code: string): { readonly zh: string; readonly en: string } {
  const known = [...rejectCodes, ...photoFaults].find((reason) => reason.code === code);
  return known?.text ?? { zh: code, en: code };
}

/** What stands in a pointer: names and ids of ours. A person's words belong into the text, which is sealed. */
const pointerShape = /^(\/[A-Za-z0-9_:.-]{1,60}){1,8}$/;

/** Codes that only a photo is refused with, beside those of the catalogue (rules.md 15.3). */
export const photoCodes: ReadonlySet<string> = new Set(photoFaults.map(({ code }) => code));

/**
 * Refuses reasons whose code is not in the catalogue or whose pointer is no pointer: both travel in messages and events,
 * where no words of a person may stand.
 */
export function assertKnownReasons(reasons: readonly GivenReason[], also: ReadonlySet<string> = new Set()): void {
  const entries = reasons.flatMap(({ code, pointer }, index) => [
    ...(also.has(code) || rejectCodes.some((reason) => reason.code === code) ? [] : [unknownCode(index)]),
    ...(pointerShape.test(pointer) ? [] : [badPointer(index)]),
  ]);
  if (entries.length > 0) problem('invalid-request', { entries });
}

const unknownCode = (index: number) => ({
  pointer: `/reasons/${index}/code`,
  code: 'unknown-reason',
  zh: '驳回代码不在目录中',
  en: 'The reason is not in the catalogue',
});
const badPointer = (index: number) => ({
  pointer: `/reasons/${index}/pointer`,
  code: 'bad-pointer',
  zh: '字段位置有误',
  en: 'This is not the place of a field',
});

/** What the authority writes, brought into the shape that may travel: a strange code or pointer is kept in the text only. */
export function tamed({ code, pointer, text }: GivenReason): GivenReason {
  const isCode = /^[A-Z][A-Z0-9_]{1,59}$/.test(code);
  const isPointer = pointerShape.test(pointer);
  const rest = [isCode ? '' : code, isPointer ? '' : pointer, text ?? ''].filter((part) => part !== '').join(' · ');
  return { code: isCode ? code : 'AUTHORITY', pointer: isPointer ? pointer : '/', text: rest };
}
