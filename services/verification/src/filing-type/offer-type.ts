import type { FilingType, PinnedRules, ProvinceCode } from '@beian/contracts';
import type { typeOfferSchema } from '@beian/contracts/schemas';
import { lookUp } from '@beian/rules';
import type { z } from 'zod';

type TypeOffer = z.output<typeof typeOfferSchema>;

/** What may be opened for a subject that is filed here, beside what *Verify Filing Type* finds (rules.md 1.1). */
const openedFromTheRegister: readonly FilingType[] = [
  'CHANGE_SUBJECT',
  'CHANGE_SITE',
  'CHANGE_BOTH',
  'CANCEL_ACCESS',
  'CANCEL_SITE',
  'CANCEL_SUBJECT',
];

const foundByTheCheck = (filingType: FilingType): boolean =>
  filingType === 'FIRST' || filingType.startsWith('ADD_SITE') || filingType.startsWith('ACCESS');

const stops = {
  'by-check': {
    zh: '该类型由“验证备案类型”得出，不从已备案主体直接办理',
    en: 'Verify Filing Type finds this type; it is not opened from what is filed',
    remedyZh: '请填写域名并验证备案类型',
    remedyEn: 'Give the domain and verify the filing type',
  },
  'not-in-pack': {
    zh: '当前规则下不办理该备案类型',
    en: 'The rules of this day do not offer this filing type',
    remedyZh: '请分别办理主体变更和网站变更',
    remedyEn: 'Change the subject and the website one after the other',
  },
  'only-named': {
    zh: '规则列有该备案类型，但其办理程序没有公开的细则，本系统不办理',
    en: 'The rules name this filing type, but say nothing of its procedure that could be followed; it is not offered here',
    remedyZh: '请联系客服线下办理',
    remedyEn: 'Ask support to do it offline',
  },
} as const;

/** Whether a type may be opened for a filed subject on this day, and if not, why and what to do instead. */
export function offerType(
  { filingType, province }: { readonly filingType: FilingType; readonly province: ProvinceCode },
  rules: PinnedRules,
): TypeOffer {
  const why = refusedBecause(filingType, province, rules);
  const source = 'A-cn; rules.md 1.1, 9.7';
  if (why === undefined) {
    return { row: 'filed', filingType, zh: '可以办理', en: 'It can be opened', source, ...rules };
  }
  const stop = stops[why];
  return { row: 'filed', stop: { code: 'type-not-offered', ...stop }, zh: stop.zh, en: stop.en, source, ...rules };
}

function refusedBecause(
  filingType: FilingType,
  province: ProvinceCode,
  rules: PinnedRules,
): keyof typeof stops | undefined {
  if (foundByTheCheck(filingType)) return 'by-check';
  if (!openedFromTheRegister.includes(filingType)) return 'only-named';
  const types = lookUp('order.types', { province }, rules);
  const isInPack = (types.answer === 'rule' || types.answer === 'inherited') && types.value.includes(filingType);
  return isInPack ? undefined : 'not-in-pack';
}
