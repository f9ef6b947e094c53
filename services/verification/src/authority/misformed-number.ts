import type { FilingNumbers, ProvinceCode } from '@beian/contracts';
import { readFilingNumber } from '@beian/rules';

/**
 * The pointer to the first number of a grant that is not formed as one (rules.md 9.3), undefined if all are: the subject's
 * without a suffix and with the character of the province, if that is known; each website's is the subject's with `-n`.
 */
export function misformedNumber(
  { subject, sites }: FilingNumbers,
  province: ProvinceCode | undefined,
): string | undefined {
  const own = readFilingNumber(subject);
  const isOfSubject = own !== undefined && own.service === undefined;
  if (!isOfSubject || (province !== undefined && own.province !== province)) return '/subjectNumber';
  const wrong = sites.findIndex(({ number }) => {
    const site = readFilingNumber(number);
    const isWebsite = site?.service !== undefined && site.service > 0 && site.kind === undefined;
    return !isWebsite || !number.startsWith(`${subject}-`);
  });
  return wrong < 0 ? undefined : `/siteNumbers/${wrong}/number`;
}
