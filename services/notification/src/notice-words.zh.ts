import { beijingTime, numbersOf, shortId, sitesOf, type NoticeWords } from './notice-words';
import type { NoticeFacts, NoticeKind, SiteFault } from './notices';

const by = ({ until }: NoticeFacts): string => (until === undefined ? '' : `请在 ${beijingTime(until)} 前完成。`);
const due = ({ until }: NoticeFacts): string => (until === undefined ? '' : `应在 ${beijingTime(until)} 前完成。`);
const expected = ({ from, until }: NoticeFacts): string => {
  if (until === undefined) return '';
  return from === undefined
    ? `预计 ${beijingTime(until)} 前有结果。`
    : `预计 ${beijingTime(from)} 至 ${beijingTime(until)} 之间有结果。`;
};
const count = ({ reasons = 0 }: NoticeFacts): string => `共 ${reasons} 条理由`;

/** 备案密码: the ministry's own message; what it is asked for as far as the pack knows. */
const passwordOf = ({ filingPassword }: NoticeFacts): string => {
  if (filingPassword === undefined) return '';
  const use = filingPassword === 'access-and-cancel' ? '，办理接入和注销时须填写' : '';
  return `工信部将把备案密码发送至主体负责人的手机和邮箱，请妥善保管${use}。`;
};

const faultWords: Readonly<Record<SiteFault, string>> = {
  'shell-site': '域名未解析到您在本接入商的服务器，或已过期、不在注册局，将作为空壳网站取消接入。',
  FILED_SITE_DOWN: '首页无法访问。',
  NO_FOOTER: '首页未标明备案号并链接到工信部网站。',
};
const faultsOf = ({ faults = [] }: NoticeFacts): string => faults.map((fault) => faultWords[fault]).join('');

/** 标题 and text in one place; the SMS is the title with what has to be done. */
const words = (facts: NoticeFacts, title: string, [text, sms = text]: readonly [string, string?]): NoticeWords => ({
  title: `备案订单 ${shortId(facts)}：${title}`,
  text,
  sms: `备案订单 ${shortId(facts)}：${title}。${sms}`,
});

export const zhWords: Readonly<Record<NoticeKind, (facts: NoticeFacts) => NoticeWords>> = {
  submitted: (f) =>
    words(f, '已提交初审', [
      `我们已收到您的备案申请（第 ${f.submission} 次提交）。初审期间请保持电话畅通。${expected(f)}`,
    ]),
  returned: (f) => words(f, '初审退回', [`申请需要修改，${count(f)}。请登录系统逐项查看并修改后重新提交。${by(f)}`]),
  'reasons-added': (f) => words(f, '新增修改意见', [`审核人员补充了意见，${count(f)}。请登录系统查看。`]),
  'review-passed': (f) => words(f, '初审通过', [`请登录系统选择网站负责人身份核验方式并完成核验。${by(f)}`]),
  'backdrop-shipped': (f) => words(f, '幕布已寄出', ['收到幕布后请按要求拍照并上传。拍照时请勿穿红色或蓝色上衣。']),
  'backdrop-lost': (f) => words(f, '幕布寄送失败', ['快递未能送达。请登录系统重新选择核验方式。']),
  'photo-refused': (f) => words(f, '核验照片未通过', ['请登录系统查看原因，重新拍照上传。']),
  'photo-accepted': (f) => words(f, '核验照片通过', ['照片已通过审核，我们将把申请提交管局。']),
  'handing-over': (f) => words(f, '初审通过', ['我们将把申请提交管局。']),
  'handed-over': (f) => words(f, '已提交管局', [`申请已提交管局审核。${expected(f)}`]),
  'phone-codes-sent': (f) =>
    words(f, '请完成短信核验', [
      `管局短信验证码已发送至负责人手机，请登录系统输入验证码、手机号和证件号后六位。${by(f)}逾期订单将被退回。`,
    ]),
  'phones-confirmed': (f) => words(f, '短信核验完成', [`申请已进入管局审核。${expected(f)}`]),
  'phone-window-closing': (f) => words(f, '短信核验即将到期', [`仍有手机号未完成短信核验。${by(f)}`]),
  'phone-window-closed': (f) => words(f, '短信核验超时', ['订单已退回，请登录系统重新提交。']),
  'phone-failed': (f) =>
    words(f, '短信核验失败', ['验证码多次输错或短信无法送达，订单已退回。请核对手机号后重新提交。']),
  'authority-rejected': (f) =>
    words(f, '管局退回', [`管局未通过申请，${count(f)}。请登录系统查看并修改后重新提交。${by(f)}`]),
  'authority-overdue': (f) =>
    words(f, '管局审核时间较长', ['管局审核已超过通常时间，我们继续等待并已安排人员跟进，您无须操作。']),
  granted: (f) =>
    words(f, '备案成功', [
      `备案号：${numbersOf(f).join('、')}。请在网站首页底部标明备案号并链接至工信部网站，并在 30 日内办理公安备案。${passwordOf(f)}`,
      `备案号：${numbersOf(f).join('、')}`,
    ]),
  refused: (f) => words(f, '申请未获受理', [`本订单不能继续办理，${count(f)}。请登录系统查看。`]),
  withdrawn: (f) => words(f, '已撤回', ['申请已按您的要求撤回，锁定的证件、域名和服务号已释放。']),
  abandoned: (f) => words(f, '已放弃', ['订单已放弃，锁定的证件、域名和服务号已释放。']),
  lapsed: (f) => words(f, '已过期', ['订单长时间未操作，已过期。填写的内容仍保留，可重新发起申请。']),
  'deadline-moved': (f) =>
    words(f, '期限有变', [`因工作日历调整，期限已重新计算。${f.from === undefined ? due(f) : expected(f)}`]),
  idle: (f) =>
    words(f, '等待您继续', [
      `订单已 ${f.day ?? 0} 天未操作。${f.until === undefined ? '' : `${beijingTime(f.until)} 后将过期。`}请登录系统继续办理。`,
    ]),
  'stuck-step': (f) => words(f, '处理时间较长', ['当前步骤已超过三个工作日。如需了解进度，请带订单号联系客服。']),
  'public-security-due': (f) => words(f, '请办理公安备案', [`网站开通后须在 30 日内办理公安备案。${by(f)}`]),
  'site-faulty': (f) =>
    words(f, '网站需要整改', [`网站 ${sitesOf(f).join('、')}：${faultsOf(f)}请登录系统查看检查结果和处理办法。`]),
  'site-repaired': (f) => words(f, '网站已恢复正常', [`网站 ${sitesOf(f).join('、')}：最近一次检查未发现问题。`]),
  'staff-review-half-time': (f) => words(f, '初审时间过半', [due(f)]),
  'staff-review-overdue': (f) => words(f, '初审已超时', [`${due(f)}请立即处理。`]),
  'staff-photo-review-overdue': (f) => words(f, '照片审核已超时', [`${due(f)}请立即处理。`]),
  'staff-hand-over-overdue': (f) => words(f, '提交管局已超时', [`${due(f)}请检查管局接口。`]),
  'staff-authority-overdue': (f) => words(f, '管局审核已超时', [`${due(f)}请联系管局。`]),
};
