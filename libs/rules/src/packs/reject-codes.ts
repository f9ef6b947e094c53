import type { Bilingual } from '../rule-values';

/** Who finds the fault: the provider's review, the authority, the system (rules.md 15.6). */
export type FoundBy = 'provider' | 'authority' | 'system';

export interface RejectCode {
  readonly code: string;
  readonly foundBy: readonly FoundBy[];
  /** Can a full check of the draft find it? Our judgement. */
  readonly beforeSubmit: 'yes' | 'partly' | 'no';
  /** JSON pointers it speaks of; `*` stands for any site, slot or administrator. */
  readonly pointsTo: readonly string[];
  readonly section: string;
  readonly text: Bilingual;
  readonly remedy: Bilingual;
}

const P: FoundBy = 'provider';
const A: FoundBy = 'authority';
const S: FoundBy = 'system';
type Row = readonly [code: string, foundBy: readonly FoundBy[], beforeSubmit: RejectCode['beforeSubmit'], pointsTo: string, section: string, zh: string, en: string, remedyZh: string, remedyEn: string];

const rows: readonly Row[] = [
  ['DOMAIN_NOT_IN_REGISTRY', [P, A], 'yes', '/sites/*/domains/*', '2.2', '域名未实名认证，或实名数据尚未到工信部', 'the domain is not real-name verified, or its data is not yet with the ministry', '完成域名实名认证，3 至 5 个工作日后再提交', 'verify the domain and wait 3 to 5 workdays'],
  ['DOMAIN_OWNER', [P, A], 'yes', '/sites/*/domains/* /subject/name', '2.2, 10', '域名所有者与主办单位不一致', 'the registrant of the domain is not the subject', '将域名过户给主办单位，或更正主体信息', 'transfer the domain to the subject, or correct the subject'],
  ['DOMAIN_CERT_TYPE', [P, A], 'yes', '/subject/certificateType', '1.2, 2.2', '证件类型与域名实名认证的不一致', "the certificate type differs from the domain's record", '使两处证件类型一致', 'align the certificate types'],
  ['DOMAIN_CERT_NUMBER', [P, A], 'yes', '/subject/certificateNumber', '2.2', '证件号码与域名实名认证的不一致', "the certificate number differs from the domain's record", '使两处证件号码一致', 'align the certificate numbers'],
  ['DOMAIN_REGISTRAR', [P], 'yes', '/sites/*/domains/*', '2.2', '域名注册商未经工信部批准', 'the registrar is not approved by the ministry', '将域名转入境内注册商', 'transfer the domain to a mainland registrar'],
  ['DOMAIN_TLD', [P], 'yes', '/sites/*/domains/*', '2.2', '域名后缀未经工信部批准', 'the suffix of the domain is not approved by the ministry', '更换域名', 'use another domain'],
  ['DOMAIN_EXPIRY', [P], 'yes', '/sites/*/domains/*', '2.2, C11', '域名已过期或即将过期', 'the domain has expired or expires soon', '续费后再提交', 'renew the domain'],
  ['SITE_NAME', [P, A], 'partly', '/sites/*/name', '4.1, 4.2', '网站名称不符合要求', 'the name of the website is not acceptable', '更换网站名称，或提供商标、备注说明', 'choose another name, or give a trademark or a remark'],
  ['CROSS_PROVINCE', [P, A], 'yes', '/subject/province /subject/certificateNumber', '3.4, 10', '证件不是所选省份签发', 'the certificate was not issued in the chosen province', '单位更换省份；个人提供居住证或更换省份', 'organisations: choose the other province; individuals: residence permit or other province'],
  ['SITE_CONTENT', [P, A], 'partly', '/sites/*/serviceContents /sites/*/preapprovals /sites/*/homePage', '4.4, 4.5, 4.6', '网站内容不符合要求或缺前置审批', 'the content is not acceptable or lacks a pre-approval', '修改内容、变更主体性质或取得前置审批', 'edit the content, change the nature, or obtain the approval'],
  ['SITE_OPEN_EARLY', [P, A], 'yes', '/sites/*/domains/*', '1.3, 9.6', '备案完成前网站可以访问', 'the website is reachable before the approval', '关闭解析直到备案成功', 'stop the resolution until the end'],
  ['FILED_SITE_DOWN', [P, A], 'yes', '/sites', '10', '已备案的网站无法访问', 'an already filed website is down', '先恢复已备案网站', 'repair the filed website first'],
  ['NO_FOOTER', [P, A], 'yes', '/sites', '9.5, 10', '已备案的网站未标注备案号及链接', 'an already filed website shows no number with link', '在首页底部标注备案号并链接', 'show the number with its link at the bottom of the home page'],
  ['DOC_QUALITY', [P, A], 'partly', '/documents/*', '5.3', '材料不清晰、不完整或不是原件', 'the document is unclear, incomplete or no original', '重新上传彩色原件照片', 'upload a colour picture of the original'],
  ['DOC_INCOMPLETE', [P], 'yes', '/documents/*', '5.1, 15.4', '缺少材料', 'a document is missing', '补充材料', 'add the document'],
  ['DOC_EXPIRED', [P, A], 'yes', '/documents/*', '3.6, 5.2', '材料已过期或有效期不足', 'the document has expired or expires too soon', '更换有效材料', 'use a valid document'],
  ['ADMIN_NOT_LEGAL_REP', [P, A], 'yes', '/subject/administrators/* /sites/*/administrator', '10', '负责人不是法定代表人', 'the administrator is not the legal representative', '更换负责人，或提供授权书', 'change the administrator, or add a letter of authorisation'],
  ['PHONE_REGION', [P, A], 'partly', '/subject/administrators/*/mobile /subject/administrators/*/landline', '3.5, 10', '电话不是本省号码', 'the phone is not from the province', '更换本省号码', 'use a number of the province'],
  ['PHONE_UNREACHABLE', [P, A], 'no', '/subject/administrators/*/mobile', '7, 9.1', '电话无人接听', 'nobody answers the phone', '保持电话畅通', 'keep the phone reachable'],
  ['PHONE_REUSED', [P, A], 'partly', '/subject/administrators/*/mobile', '3.5', '手机号已用于其他主体', 'the mobile is used under another subject', '更换手机号', 'use another number'],
  ['PHONE_DUPLICATE', [P], 'yes', '/subject/administrators/*/mobile /subject/administrators/*/emergencyMobile /subject/administrators/*/email', '3.2, 3.5', '不同人员的联系方式相同', 'two people, or administrator and emergency contact, share a number', '填写各自的联系方式', "give each person's own number"],
  ['STATEMENT', [P, A], 'partly', '/documents/authenticity-statement', '5.2', '真实性核验单不符合要求或已过期', 'the authenticity statement is not as required or has expired', '重新填写核验单', 'a new statement'],
  ['PHOTO', [P], 'partly', '/documents/site-administrator-photo', '6.1', '网站负责人照片不符合要求', 'the photo of the website administrator is not acceptable', '按要求重新拍照', 'take the photo again'],
  ['FACE', [P, S], 'no', '/documents/site-administrator-photo', '6.2', '人脸核验未通过', 'the face check failed', '在光线良好处重新核验', 'again in good light'],
  ['WRONG_TYPE', [P, A], 'partly', '/subject', '1.3', '备案类型错误', 'the filing type is wrong', '更正验证信息，重新发起订单', 'correct the data of the first step in a new order'],
  ['ALREADY_FILED', [A], 'partly', '/subject/certificateNumber', '1.3', '主体已以其他证件备案', 'the subject is filed at the ministry under other papers', '使用原证件，或先变更备案', 'use the old papers, or change the filing first'],
  ['ORDER_RUNNING', [S], 'yes', '/subject/certificateNumber /sites/*/domains/*', '1.3', '已有进行中的订单', 'an order is already running', '先完成或放弃该订单', 'finish or abandon that order first'],
  ['SPONSOR_CONFLICT', [A], 'no', '/subject', '1.3', '主办者冲突：在其他接入商有进行中的订单', 'sponsor conflict: an order runs at another provider', '在该接入商处完成', 'finish it there'],
  ['DOMAIN_CONFLICT', [A], 'no', '/sites/*/domains/*', '1.3', '域名冲突：在其他接入商有进行中的订单', 'domain conflict: the domain is in an order at another provider', '在该接入商处完成', 'finish it there'],
  ['SHELL_SUBJECT', [P, A], 'partly', '/subject', '9.6', '空壳主体：主体下没有网站', 'the subject has no websites left', '先注销主体（约 5 个工作日），部分省份可直接新增', 'cancel the subject first (about 5 workdays), except in some provinces'],
  ['SUBJECT_ABNORMAL', [P, A], 'partly', '/subject/name', '3.3', '主体登记状态异常', 'the register shows the subject as cancelled, revoked or abnormal', '恢复正常状态', 'repair the standing'],
  ['BLACKLIST', [P, A], 'partly', '/subject/certificateNumber /sites/*/name', '9.6', '主体或网站名称在黑名单中', 'the subject or the name is black-listed', '不能备案', 'final: it cannot be filed'],
  ['SMS_TIMEOUT', [S], 'no', '/subject/administrators/*/mobile', '8.2, 8.6', '逾期未完成短信核验', 'the phone was not confirmed inside the window', '重新提交', 'submit again'],
  ['SMS_FAILED', [S], 'no', '/subject/administrators/*/mobile', '8.5', '短信核验多次输错', 'the phone confirmation failed', '核对信息后重新提交', 'check the data and submit again'],
];

/** The 34 reasons with which a filing is returned. BLACKLIST is final. */
export const rejectCodes: readonly RejectCode[] = rows.map(([code, foundBy, beforeSubmit, pointsTo, section, zh, en, remedyZh, remedyEn]) => ({ code, foundBy, beforeSubmit, pointsTo: pointsTo.split(' '), section, text: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } }));
