import { shanghaiDate } from '@beian/calendar';
import type { AccountId, Day, Finding, InstanceRecord, ServiceCode } from '@beian/contracts';
import { plusMonths } from './check-certificate';
import { serviceCodeShape } from './check-site-draft';
import { finding } from './finding';
import { certain, type RuleContext } from './rule-context';

/** A type of instance that may host a filed website (rules.md 2.1): shortest subscription, and its service codes. */
export interface InstanceType {
  readonly type: string;
  readonly zh: string;
  readonly en: string;
  readonly months: number;
  readonly codes: number;
}

export const instanceTypes: readonly InstanceType[] = [
  { type: 'ecs', zh: '云服务器 ECS', en: 'ECS with public bandwidth', months: 3, codes: 5 },
  { type: 'virtual-host', zh: '虚拟主机', en: 'virtual host', months: 3, codes: 5 },
  { type: 'simple-application-server', zh: '轻量应用服务器', en: 'Simple Application Server', months: 3, codes: 5 },
  { type: 'elastic-web-hosting', zh: '弹性 Web 托管', en: 'Elastic web hosting', months: 6, codes: 5 },
  { type: 'marketplace-site', zh: '云市场建站', en: 'Marketplace site builder', months: 12, codes: 1 },
  { type: 'nat-gateway', zh: 'NAT 网关', en: 'NAT gateway', months: 1, codes: 2 },
  { type: 'ipv6-translation', zh: 'IPv6 转换服务', en: 'IPv6 translation', months: 1, codes: 2 },
  { type: 'ens', zh: '边缘节点服务 ENS', en: 'Edge node', months: 3, codes: 5 },
];

export const instanceTypeOf = (type: string): InstanceType | undefined =>
  instanceTypes.find((one) => one.type === type.toLowerCase());

/** Service codes an instance may have; 5 for a type that is not listed. */
export const serviceCodeQuota = (type: string): number => instanceTypeOf(type)?.codes ?? 5;

export interface InstanceContext extends RuleContext {
  readonly pointer: string;
  /** Day of business; absent: `asOf`. */
  readonly on?: Day;
  /** Account (at the cloud) for which a code is applied; absent: not compared. */
  readonly account?: string;
  /** Codes the instance has already; absent: the quota is not judged. */
  readonly codesMade?: number;
}

/**
 * Each failing condition of a server is named (rules.md 2.1). A bought term under the minimum is an error; what remains
 * is judged by the pack (decision 6). `instance` undefined: the cloud does not know it.
 */
export function judgeInstance(instance: InstanceRecord | undefined, context: InstanceContext): readonly Finding[] {
  const { pointer, on = context.asOf, account, codesMade } = context;
  if (instance === undefined) return [finding('instance-unknown', { pointer })];
  const known = instanceTypeOf(instance.type);
  const rule = certain('server.months', context);
  const months = known?.months ?? rule.bought;
  const by = { key: 'server.months', context } as const;
  const expiry = shanghaiDate(Date.parse(instance.expiresAt));
  const isExpired = instance.state === 'expired' || expiry < on;
  const findings: Finding[] = [];
  if (account !== undefined && account !== instance.accountId)
    findings.push(finding('instance-of-another', { pointer }));
  if (known === undefined) {
    findings.push(
      finding('instance-type-unknown', {
        pointer,
        params: { type: instance.type },
        severity: 'warning',
        offending: instance.type,
      }),
    );
  }
  if (!instance.mainland)
    findings.push(
      finding('instance-region', { pointer, params: { region: instance.region }, offending: instance.region }),
    );
  if (instance.billing !== 'subscription')
    findings.push(finding('instance-billing', { pointer, offending: instance.billing }));
  if (instance.boughtMonths < months)
    findings.push(finding('instance-bought-too-short', { pointer, params: { months }, by }));
  if (isExpired) findings.push(finding('instance-expired', { pointer, by }));
  else if (expiry < plusMonths(on, Math.min(months, rule.remaining))) {
    findings.push(
      finding('instance-left-too-short', {
        pointer,
        params: { months: Math.min(months, rule.remaining) },
        severity: rule.remainingSeverity,
        by,
      }),
    );
  }
  if (!instance.publicIp) findings.push(finding('instance-no-ip', { pointer }));
  const quota = serviceCodeQuota(instance.type);
  if (codesMade !== undefined && codesMade >= quota)
    findings.push(finding('instance-quota-reached', { pointer, params: { quota } }));
  return findings;
}

export interface ServiceCodeContext extends RuleContext {
  readonly pointer: string;
  /** Account that uses the code, and the one that owns it. */
  readonly account: AccountId;
  readonly owner: AccountId;
  /** The code is held by this very filing: in progress is then no fault. */
  readonly heldHere?: boolean;
}

/** State, owner and shape of a service code (备案服务号). `code` undefined: no such code. */
export function judgeServiceCode(code: ServiceCode | undefined, context: ServiceCodeContext): readonly Finding[] {
  const { pointer, account, owner, heldHere = false } = context;
  if (code === undefined) return [finding('service-code-unknown', { pointer })];
  const findings: Finding[] = [];
  if (!serviceCodeShape.test(code.code)) findings.push(finding('service-code-malformed', { pointer }));
  if (account !== owner && code.grantedTo !== account) findings.push(finding('service-code-of-another', { pointer }));
  if (code.state === 'unbound') findings.push(finding('service-code-unbound', { pointer }));
  if (code.state === 'in-progress' && !heldHere) findings.push(finding('service-code-in-progress', { pointer }));
  if (code.state === 'filed') findings.push(finding('service-code-filed', { pointer }));
  if (code.state === 'void') findings.push(finding('service-code-void', { pointer }));
  return findings;
}
