import { randomUUID } from 'node:crypto';
import { shanghaiDate } from '@beian/calendar';
import type { Finding, InstanceRecord, RulePackId, ServiceCode } from '@beian/contracts';
import { audit, type Clock, type Database, newId, problem, ProblemError } from '@beian/platform';
import { judgeInstance, serviceCodeQuota } from '@beian/rules';
import type { CloudAccount } from './cloud-account';
import { PartyAway } from './party-away';
import type { ServiceCodeStore } from './service-code.store';

export interface ApplyDeps {
  readonly database: Database;
  readonly codes: ServiceCodeStore;
  readonly cloud: CloudAccount;
  readonly clock: Clock;
  /** Pack of new filings: a code is applied for before there is one. */
  readonly pack: RulePackId;
  readonly asOf?: string | undefined;
}

export interface Application {
  readonly accountId: string;
  readonly instanceId: string;
}

/** Counted per account, not per instance (rules.md 2.1). */
const perAccount: ReadonlySet<string> = new Set(['elastic-web-hosting']);

/**
 * Gives an account a service code for a server it bought (rules.md 2.1). Refuses `instance-unfit` naming every condition
 * that fails, `quota-used-up`, and `temporarily-unavailable` while the cloud gives no answer. The quota is a conditional
 * update: parallel applications never get more than it allows (T28).
 */
export async function applyServiceCode(deps: ApplyDeps, application: Application): Promise<ServiceCode> {
  const { accountId, instanceId } = application;
  const instance = await lookUp(deps, instanceId);
  const at = deps.clock.now();
  refuseUnfit(deps, application, { instance, at });
  if (instance === undefined) return problem('instance-unfit');
  const owner = perAccount.has(instance.type.toLowerCase())
    ? `account/${accountId}/${instance.type.toLowerCase()}`
    : `instance/${instanceId}`;
  const quota = serviceCodeQuota(instance.type);
  const code = { id: newId(), code: randomUUID(), accountId, instanceId, at };
  await deps.database.transaction(async (tx) => {
    if (!(await deps.codes.countOne(tx, owner, quota))) problem('quota-used-up', { detail: `at most ${quota} codes` });
    await deps.codes.add(tx, code);
    await audit.append(tx, {
      actor: accountId,
      action: 'service-code-applied',
      object: `service-code/${code.id}`,
      at,
      details: { instanceId },
    });
  });
  return { id: code.id, code: code.code, instanceId, state: 'bound', createdAt: at.toISOString() };
}

async function lookUp({ cloud }: ApplyDeps, instanceId: string): Promise<InstanceRecord | undefined> {
  try {
    return await cloud.lookUp(instanceId);
  } catch (error) {
    throw error instanceof PartyAway ? new ProblemError('temporarily-unavailable', { cause: error }) : error;
  }
}

function refuseUnfit(
  { pack, asOf }: ApplyDeps,
  { accountId }: Application,
  { instance, at }: { readonly instance: InstanceRecord | undefined; readonly at: Date },
): void {
  const on = shanghaiDate(at.getTime());
  // Conditions of a server are the same in every province and for every subject; the context only carries the pack.
  const context = { pack, asOf: asOf ?? on, province: '11', nature: 'enterprise', filingType: 'FIRST' } as const;
  const faults = judgeInstance(instance, { ...context, on, pointer: '/instanceId', account: accountId }).filter(
    ({ severity }) => severity === 'error',
  );
  if (faults.length > 0) problem('instance-unfit', { entries: faults.map(entryOf) });
}

const entryOf = ({ pointer, code, zh, en, remedyZh, remedyEn }: Finding) => ({
  pointer,
  code,
  zh,
  en,
  remedyZh,
  remedyEn,
});
