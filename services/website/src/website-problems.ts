import { ProblemError } from '@beian/platform';
import { finding, type FindingCode } from '@beian/rules';

/** What was typed is no domain that can be filed: the finding's own words, at the field. */
export function refusedDomain(code: FindingCode, registrable?: string): ProblemError {
  const { zh, en, remedyZh, remedyEn } = finding(code, {
    pointer: '/domain',
    params: { domain: '', registrable: registrable ?? '' },
  });
  return new ProblemError('invalid-request', { entries: [{ pointer: '/domain', code, zh, en, remedyZh, remedyEn }] });
}

/** The domain of *Verify Filing Type* cannot be edited away (T17). */
export const lockedDomain = (domain: string): ProblemError =>
  new ProblemError('not-allowed-now', {
    entries: [
      {
        pointer: '/draft/domains',
        code: 'field-locked',
        zh: `域名 ${domain} 已在验证备案类型时确定，不能删除或更改`,
        en: `The domain ${domain} was fixed when the filing type was verified and cannot be taken out`,
        remedyZh: '如需更换域名，请放弃该订单后重新开始',
        remedyEn: 'To file another domain, abandon this filing and start again',
      },
    ],
  });
