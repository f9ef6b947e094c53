import type { AdministratorKey, Finding } from '@beian/contracts';

/**
 * The certificate is in use elsewhere: another account's order, or another account's filed subject. One text for both, so
 * that nobody learns who files what (rel A17).
 */
export const certificateInUse: Finding = {
  code: 'ORDER_RUNNING',
  pointer: '/subject/certificateNumber',
  severity: 'error',
  stage: 'draft',
  zh: '该证件不能在本账号下提交备案',
  en: 'This certificate cannot be filed under this account now',
  remedyZh: '请用原账号办理，或联系客服并提供证件证明权属',
  remedyEn: 'Use the account it was filed under, or prove with the certificate to support that it is yours',
  rule: 'order.one-per-certificate',
  source: 'rules.md 1.3; 15.1 T02, T03',
};

/** The ministry's filing password (备案密码), which access and, by pack, cancellation need. */
export const filingPasswordMissing: Finding = {
  code: 'field-missing',
  pointer: '/subject/filingPassword',
  severity: 'error',
  stage: 'draft',
  zh: '未填写工信部备案密码',
  en: 'missing: the filing password of the ministry',
  remedyZh: '填写首次备案成功后收到的备案密码，遗失的到工信部网站找回',
  remedyEn: 'give the password that came after the first filing; a lost one is retrieved on the site of the ministry',
  rule: 'access.password',
  source: 'A-cn; rules.md 1.3, 9.4',
};

/** An own order for the same certificate runs: the blocker is named, for it is the account's own (T18). */
export const ownOrderRunning = (filingId: string): Finding => ({
  ...certificateInUse,
  zh: `您已有使用该证件的进行中订单 ${filingId}`,
  en: `Your own filing ${filingId} already runs for this certificate`,
  remedyZh: '先完成或放弃该订单',
  remedyEn: 'Finish or abandon that filing first',
  source: 'rules.md 1.3; 15.1 T02, T18',
});

/** What only own data can tell of a mobile (rules.md 15.6): it serves another subject that is filed or being filed. */
export const mobileServesOther = (administrator: AdministratorKey): Finding => ({
  code: 'PHONE_REUSED',
  pointer: `/subject/administrators/${administrator}/mobile`,
  severity: 'error',
  stage: 'provider-review',
  zh: '该手机号已用于另一主体的备案',
  en: 'This mobile already serves another subject',
  remedyZh: '请填写该负责人本人的其他手机号',
  remedyEn: 'Give another mobile of this person',
  rule: 'phone.one-subject',
  source: 'rules.md 3.5',
});

/** The personal data of this part was erased on request: there is nothing left to file. */
export const dataErased: Finding = {
  code: 'data-erased',
  pointer: '/subject',
  severity: 'error',
  stage: 'draft',
  zh: '相关个人信息已依法删除，无法继续',
  en: 'The personal data of this filing was erased; it cannot go on',
  remedyZh: '请放弃该订单并重新填写',
  remedyEn: 'Abandon this filing and start a new one',
  rule: 'person.erased',
  source: 'PIPL 47',
};
