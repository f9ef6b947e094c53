import type { FilingType, ProvinceCode } from '@beian/contracts';
import { valueOf, type PackQuestion } from './look-up';
import { typedDomain } from './typed-domain';

/** What is known when *Verify Filing Type* (验证备案类型) is pressed (rules.md 1.3, 15.1). */
export interface FilingTypeFacts extends PackQuestion {
  readonly province: ProvinceCode;
  /** As typed. */
  readonly domain: string;
  /** D: the domain at the ministry. */
  readonly domainFiled: 'no' | 'same-subject' | 'other-subject';
  /** M: the certificate number at the ministry. */
  readonly subjectFiled: boolean;
  /** H: the subject with this provider. */
  readonly subjectHeld: 'no' | 'same-account' | 'other-account';
  /** R: an order is running here. */
  readonly domainRunning: boolean;
  readonly certificateRunning: boolean;
  /** The domain is filed through this provider already. */
  readonly hostedHere: boolean;
  /** Websites the filed subject still has; absent: not known. */
  readonly sitesLeft?: number;
  /** Certificate type equals the one of the domain's real-name record; absent: not compared yet. */
  readonly certificateTypeMatches?: boolean;
}

/** The row that fitted, and why, in both languages. Exactly one of `filingType` and `stop` is there. */
export interface FilingTypeDecision {
  readonly row: string;
  readonly filingType?: FilingType;
  readonly stop?: FilingTypeStop;
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

export interface FilingTypeStop {
  /** A reject code of 15.6, or a word of ours. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}

type Texts = readonly [zh: string, en: string, remedyZh: string, remedyEn: string];
const source = 'A-cn; rules.md 1.3, 15.1';

function stop(row: string, code: string, [zh, en, remedyZh, remedyEn]: Texts): FilingTypeDecision {
  return { row, stop: { code, zh, en, remedyZh, remedyEn }, zh, en, source };
}

const type = (row: string, filingType: FilingType, [zh, en]: readonly [string, string]): FilingTypeDecision => ({
  row,
  filingType,
  zh,
  en,
  source,
});

/** Walks the rows of 15.1: what was typed, then running orders, then the two registers; the first that fits decides. */
export function decideFilingType(facts: FilingTypeFacts): FilingTypeDecision {
  return refuseTyped(facts) ?? refuseRunning(facts) ?? refuseConflict(facts) ?? chooseType(facts);
}

function refuseTyped({ domain }: FilingTypeFacts): FilingTypeDecision | undefined {
  const typed = typedDomain(domain);
  if (!typed.ok && typed.code === 'domain-is-ip') {
    return stop('T12', typed.code, ['不能按 IP 地址备案', 'an IP address cannot be filed', '使用域名', 'use a domain']);
  }
  if (!typed.ok && typed.code === 'domain-is-sub-domain') {
    const name = typed.registrable ?? '';
    return stop('T11', typed.code, [
      '子域名不单独备案',
      'a sub-domain is not filed on its own',
      `请填写 ${name}`,
      `give ${name}`,
    ]);
  }
  if (!typed.ok)
    return stop('T11', typed.code, ['填写的不是域名', 'what was typed is no domain', '核对域名', 'check the domain']);
  return undefined;
}

function refuseRunning({
  domainRunning,
  certificateRunning,
  subjectFiled,
  subjectHeld,
}: FilingTypeFacts): FilingTypeDecision | undefined {
  if (domainRunning) {
    return stop('T01', 'ORDER_RUNNING', [
      '该域名已有进行中的订单',
      'an order for this domain is already running',
      '完成或放弃该订单；域名所有者可发邮件证明所有权',
      'finish or abandon that order; the owner of the domain may prove ownership by mail',
    ]);
  }
  if (certificateRunning) {
    return stop('T02', 'ORDER_RUNNING', [
      '该证件已有进行中的订单',
      'an order for this certificate is already running',
      '完成或放弃该订单',
      'finish or abandon that order',
    ]);
  }
  if (subjectFiled && subjectHeld === 'other-account') {
    return stop('T03', 'subject-under-other-account', [
      '主体已在系统中，请登录原账号',
      'the subject already exists in the system',
      '登录原账号办理',
      'log on to that account',
    ]);
  }
  return undefined;
}

function refuseConflict({
  domainFiled,
  subjectFiled,
  subjectHeld,
  certificateTypeMatches,
}: FilingTypeFacts): FilingTypeDecision | undefined {
  if (!subjectFiled && subjectHeld !== 'no') {
    return stop('inconsistent', 'register-inconsistent', [
      '系统记录与工信部记录不一致',
      'our record and the ministry’s contradict each other',
      '联系接入商核对',
      'ask the provider to look',
    ]);
  }
  if (domainFiled !== 'no' && !subjectFiled) {
    return stop('T04', 'WRONG_TYPE', [
      '域名已备案，但该证件号码没有备案：号码填写错误或已更换',
      'the domain is filed, but this certificate number is not: a typing error or an old number',
      '核对证件号码；号码已更换的先变更备案',
      'check the number; if it was re-issued, change the filing first',
    ]);
  }
  if (domainFiled === 'other-subject') {
    return stop('T05', 'domain-of-other-subject', [
      '域名已备案在其他主体下',
      'the domain is filed to another subject',
      '先注销原备案（线下办理）或更正信息',
      'cancel the old filing first (offline), or correct the data',
    ]);
  }
  if (certificateTypeMatches === false) {
    return stop('T13', 'DOMAIN_CERT_TYPE', [
      '证件类型与域名实名认证的不一致',
      "the certificate type differs from the domain's real-name record",
      '使两处证件类型一致',
      'align the certificate types',
    ]);
  }
  return undefined;
}

function chooseType(facts: FilingTypeFacts): FilingTypeDecision {
  const { domainFiled, subjectFiled, subjectHeld, hostedHere } = facts;
  if (!subjectFiled)
    return type('T06', 'FIRST', ['主体和域名均未备案：首次备案', 'neither subject nor domain is filed: first filing']);
  if (domainFiled === 'no') return refuseShell(facts) ?? addSite(subjectHeld);
  if (subjectHeld === 'no')
    return type('T09', 'ACCESS_NEW', [
      '主体和域名均已在其他接入商备案：新增接入',
      'subject and domain are filed elsewhere: new access',
    ]);
  if (hostedHere) {
    return stop('T10', 'already-hosted-here', [
      '该域名已在本接入商备案',
      'the domain is already filed through this provider',
      '如需修改请办理变更备案',
      'to alter it, change the filing',
    ]);
  }
  return type('T10', 'ACCESS_CONT', [
    '域名已在其他接入商备案，主体在本接入商：继续接入',
    'the domain is filed elsewhere, the subject here: further access',
  ]);
}

const addSite = (held: FilingTypeFacts['subjectHeld']): FilingTypeDecision =>
  held === 'no'
    ? type('T07', 'ADD_SITE_OTHER', [
        '主体已在其他接入商备案，域名未备案：新增网站',
        'the subject is filed elsewhere, the domain is new: added site',
      ])
    : type('T08', 'ADD_SITE_HERE', [
        '主体已在本接入商备案，域名未备案：从主体页面新增网站',
        "the subject is filed here, the domain is new: added site, from the subject's page",
      ]);

/** A subject without websites must be cancelled first, except where a new one may be added directly (T16). */
function refuseShell({ sitesLeft, province, pack, asOf }: FilingTypeFacts): FilingTypeDecision | undefined {
  if (sitesLeft !== 0) return undefined;
  const direct = valueOf('shellSubject.directAdd', {}, { pack, asOf });
  // Known for 2026 only; for older packs the same provinces are taken, as nothing else is printed.
  const provinces = direct ?? valueOf('shellSubject.directAdd', {}, { pack: '2026', asOf: '2026-01-01' }) ?? [];
  if (provinces.includes(province)) return undefined;
  return stop('T16', 'SHELL_SUBJECT', [
    '空壳主体：主体下没有网站',
    'the subject has no websites left',
    '先注销主体（约 5 个工作日），再首次备案',
    'cancel the subject first (about 5 workdays), then file it again',
  ]);
}
