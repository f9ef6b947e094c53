import type { Finding } from '@beian/contracts';

const place = (pointer: string) => ({ pointer, stage: 'draft' as const });

/** The domain is in use elsewhere: another account's order or filing. One text for both (rel A17). */
export const domainInUse = (pointer: string): Finding => ({
  ...place(pointer),
  code: 'ORDER_RUNNING',
  severity: 'error',
  zh: '该域名不能在本账号下提交备案',
  en: 'This domain cannot be filed under this account now',
  remedyZh: '请用原账号办理，或联系客服并提供域名证书证明权属',
  remedyEn: 'Use the account it was filed under, or prove with the domain certificate to support that it is yours',
  rule: 'order.one-per-domain',
  source: 'rules.md 1.3; 15.1 T01',
});

/** An own order for the same domain runs: the blocker is named, for it is the account's own (T18). */
export const ownOrderRunning = (pointer: string, filingId: string): Finding => ({
  ...domainInUse(pointer),
  zh: `您已有使用该域名的进行中订单 ${filingId}`,
  en: `Your own filing ${filingId} already runs for this domain`,
  remedyZh: '先完成或放弃该订单',
  remedyEn: 'Finish or abandon that filing first',
  source: 'rules.md 1.3; 15.1 T01, T18',
});

/** The certificate type in the domain's real-name record is another one (T13). */
export const certificateTypeDiffers = (pointer: string): Finding => ({
  ...place(pointer),
  stage: 'provider-review',
  code: 'DOMAIN_CERT_TYPE',
  severity: 'error',
  zh: '域名实名信息中的证件类型与主体证件类型不一致',
  en: "The certificate type in the domain's real-name record is not the subject's",
  remedyZh: '修改域名实名信息，或用域名所用的证件类型重新验证备案类型',
  remedyEn:
    "Change the domain's record, or verify the filing type again with the certificate the domain was registered with",
  rule: 'domain.holder',
  source: 'rules.md 1.2, 2.2; 15.1 T13',
});

/** From `2019-04` on a change takes domains away and adds none. */
export const domainNotAddedByChange = (pointer: string): Finding => ({
  ...place(pointer),
  code: 'WRONG_TYPE',
  severity: 'error',
  zh: '变更备案只能删除域名，不能新增或修改域名',
  en: 'A change may only take domains away from a website',
  remedyZh: '新域名请办理新增网站',
  remedyEn: 'File a new domain as an added site',
  rule: 'site.change.domains',
  source: 'A-cn; rules.md 4.3, 9.7',
});

const notChecked = (
  pointer: string,
  what: { readonly zh: string; readonly en: string; readonly rule: string },
): Finding => ({
  ...place(pointer),
  code: 'not-checked',
  severity: 'warning',
  zh: `${what.zh}暂时无法查询，未能检查`,
  en: `${what.en} gives no answer now, so this was not checked`,
  remedyZh: '稍后再检查；提交后系统会等待并完成检查',
  remedyEn: 'Check again later; a submission waits until it can be checked',
  rule: what.rule,
  source: 'design.md 4',
});

/** The registry is away: that is not a verdict on the domain. */
export const domainNotChecked = (pointer: string): Finding =>
  notChecked(pointer, { zh: '域名注册信息', en: 'The domain registry', rule: 'domain.registered' });

/** The cloud is away: that is not a verdict on the server. */
export const instanceNotChecked = (pointer: string): Finding =>
  notChecked(pointer, { zh: '服务器信息', en: 'The cloud account', rule: 'server.instance' });

/** What was written about these sites was erased on request: there is nothing left to file. */
export const dataErased: Finding = {
  ...place('/sites'),
  code: 'data-erased',
  severity: 'error',
  zh: '网站信息已依法删除，无法继续',
  en: 'What was written about these websites was erased; the filing cannot go on',
  remedyZh: '请放弃该订单并重新填写',
  remedyEn: 'Abandon this filing and start a new one',
  rule: 'person.erased',
  source: 'PIPL 47',
};
