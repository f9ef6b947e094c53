import type { Bilingual } from '../rule-values';

/**
 * Reasons of 15.6 that no check of a draft can find, or only in part, and why: what a person still has to know before
 * submitting. `wholly`: nothing of it is checked beforehand.
 */
export interface Unforeseeable {
  readonly code: string;
  readonly wholly: boolean;
  readonly why: Bilingual;
}

type Row = readonly [code: string, wholly: boolean, zh: string, en: string];

const rows: readonly Row[] = [
  ['SITE_NAME', false, '名称的含义、与内容是否相符由审核人员判断', 'what a name means and whether it fits the content is judged by a person'],
  ['SITE_CONTENT', false, '网页实际内容由审核人员查看', 'what the pages really show is looked at by a person'],
  ['SITE_OPEN_EARLY', true, '提交之后网站仍可能被打开；规则库不访问网络', 'the site may be opened after the submission; the rules reach no network'],
  ['FILED_SITE_DOWN', true, '已备案网站此刻能否访问要到现场查看；规则库不访问网络', 'whether a filed site answers is seen at the moment; the rules reach no network'],
  ['NO_FOOTER', true, '已备案网站的页脚要到现场查看；规则库不访问网络', 'the footer of a filed site is seen at the moment; the rules reach no network'],
  ['DOC_QUALITY', false, '清晰度、是否原件由审核人员判断；类型和大小可事先检查', 'sharpness and originals are judged by a person; type and size are checked'],
  ['PHONE_REGION', false, '号段数据之外的号码归属地不明', 'numbers outside the table of ranges are of no known province'],
  ['PHONE_UNREACHABLE', true, '审核时是否有人接听无法预知', 'whether somebody answers the reviewer’s call is not known before'],
  ['PHONE_REUSED', false, '其他接入商的主体数据看不到；本接入商的由主体服务按盲索引查', 'subjects of other providers are not seen; our own are asked by blind index in the subject service'],
  ['STATEMENT', false, '签字、盖章、手写内容由审核人员判断；是否上传、是否过期可事先检查', 'signature, seal and handwriting are judged by a person; presence and date are checked'],
  ['PHOTO', false, '衣着、背景、是否修图由审核人员判断；是否上传可事先检查', 'clothes, backdrop and editing are judged by a person; presence is checked'],
  ['FACE', true, '人脸核验在公安数据中比对', 'the face is compared with the record of the police'],
  ['WRONG_TYPE', false, '姓名或号码打错一个字也可能成为另一个真实主体', 'a slip of the pen may be another real subject'],
  ['ALREADY_FILED', true, '以其他证件备案的主体只有工信部能对上', 'only the ministry can join a subject that is filed under other papers'],
  ['SPONSOR_CONFLICT', true, '其他接入商的订单看不到', 'orders at other providers are not seen'],
  ['DOMAIN_CONFLICT', true, '其他接入商的订单看不到', 'orders at other providers are not seen'],
  ['SHELL_SUBJECT', false, '主体下剩余网站数来自工信部，不一定最新', 'how many sites are left comes from the ministry and may be late'],
  ['SUBJECT_ABNORMAL', true, '没有接入企业登记状态的数据', 'no register of standing is connected'],
  ['BLACKLIST', true, '黑名单不公开', 'nobody publishes the list'],
  ['SMS_TIMEOUT', true, '是否在时限内核验取决于本人；收不到短信的号段可事先提醒', 'it depends on the person; ranges without messages are warned of'],
  ['SMS_FAILED', true, '是否输错取决于本人', 'it depends on the person'],
];

export const unforeseeable: readonly Unforeseeable[] = rows.map(([code, wholly, zh, en]) => ({ code, wholly, why: { zh, en } }));
