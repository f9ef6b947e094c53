import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import {
  filingWorkflowId,
  filingWorkflowType,
  isOpen,
  taskQueues,
  type FilingId,
  type FilingSnapshot,
  type OpenedFiling,
  type OperatorPages,
} from '@beian/contracts';
import { open, openingSearchAttributes } from '@beian/contracts/messages';
import { sitesSchema, subjectPartSchema, typeCheckSchema, type openFilingSchema } from '@beian/contracts/schemas';
import { problem, ProblemError } from '@beian/platform';
import { z } from 'zod';
import type { Act } from '../acts/act';
import { Outcome } from '../acts/outcome';
import type { GatewayConfig } from '../gateway.config';
import type { InternalServices } from '../internal-services';
import { decideFilingType, type TypeDecision } from './filing-type';
import type { FilingStore } from './filings.store';
import { statusFor } from './filing-status';
import type { OpeningStore } from './openings.store';
import { isTemporalAway } from './temporal-errors';

/** Injection token of what opening needs. */
export const OpenFilingDeps = Symbol('OpenFilingDeps');
export interface OpenFilingDeps {
  readonly services: InternalServices;
  readonly filings: FilingStore;
  readonly openings: OpeningStore;
  readonly temporal: Client;
  readonly config: GatewayConfig;
}

/**
 * Opens a filing from a check (decision 3): decides the type again with the certificate now given, opens the parts, then
 * starts the workflow together with its first update.
 *
 * 1. Every step may be repeated: the id is reserved first, the openings and the start are idempotent.
 * 2. An open draft of the same account for the same certificate is shown instead of a second one. A draft whose opening
 *    broke off before its workflow started is taken up where it was left.
 */
export async function openFiling(
  deps: OpenFilingDeps,
  act: Act,
  wish: z.infer<typeof openFilingSchema>,
): Promise<Outcome> {
  const { accountId } = act.by;
  const check = await deps.services.verification.get(
    `/internal/filing-type-checks/${wish.checkId}?accountId=${accountId}`,
    typeCheckSchema,
  );
  const opening = await deps.openings.reserve({ accountId, checkId: wish.checkId, messageId: act.messageId });
  const known = await deps.filings.find(opening.filingId);
  if (known !== undefined) return shown(act, known, opening.messageId === act.messageId ? 201 : 200);
  const form = { ...check.form, certificateNumber: wish.certificateNumber };
  const { decision, openDraft } = await decideFilingType(deps.services, accountId, form);
  const draft = openDraft === undefined ? undefined : await deps.filings.find(openDraft);
  if (draft !== undefined) return shown(act, draft, 200);
  requireSame(check, decision);
  const filingId = openDraft ?? opening.filingId;
  const opened = await openParts(deps, { filingId, accountId, form, decision, isTakenUp: openDraft === filingId });
  const snapshot = await startFiling(deps, opened, act.messageId);
  await deps.filings.take(snapshot);
  return shown(act, snapshot, 201);
}

export function shown({ by }: Act, snapshot: FilingSnapshot, status: 200 | 201): Outcome {
  if (!isOpen(snapshot.stage)) {
    return problem('not-allowed-now', {
      detail: 'this check has opened a filing that has ended; verify the type again',
    });
  }
  return new Outcome(status, statusFor(snapshot, by, 'owner'), { location: `/v1/filings/${snapshot.filingId}` });
}

/** The certificate now given, and the time since the check, may have changed the answer. */
function requireSame(check: TypeDecision, now: TypeDecision): void {
  const isSame = now.stop === undefined && now.filingType !== undefined && now.filingType === check.filingType;
  if (isSame) return;
  const { stop } = now;
  problem('type-not-offered', {
    detail: stop === undefined ? 'the answer differs from the one of the check' : 'the check stops',
    ...(stop === undefined ? {} : { entries: [{ pointer: '/certificateNumber', ...stop }] }),
    extra: { decision: now },
  });
}

interface Parts {
  readonly filingId: FilingId;
  readonly accountId: string;
  readonly form: z.infer<typeof typeCheckSchema>['form'] & { readonly certificateNumber: string };
  readonly decision: TypeDecision;
  /** The subject's part is open already: what it has locked holds, whatever the form says now. */
  readonly isTakenUp: boolean;
}

/** Opens subject, website and documents, each once. */
async function openParts({ services, config }: OpenFilingDeps, parts: Parts): Promise<OpenedFiling> {
  const { filingId, accountId, form, decision } = parts;
  const path = `/internal/filings/${filingId}/opening`;
  const { domain, ...subjectForm } = form;
  const { pack, asOf, filingType } = decision;
  const day = config.AS_OF ?? asOf;
  const subject = parts.isTakenUp
    ? await services.subject.get(`/internal/filings/${filingId}/part?accountId=${accountId}`, subjectPartSchema)
    : await services.subject.put(path, subjectPartSchema, { ...subjectForm, filingType, accountId, pack, asOf: day });
  const { province, nature, filingType: lockedType } = subject.locked;
  const locked = { province, nature, filingType: lockedType };
  await Promise.all([
    openSites(services, parts, { accountId, domain, ...locked, pack, asOf: day }),
    services.documents.put(path, z.unknown(), { accountId, ...locked, pack, asOf: day }),
  ]);
  return {
    filingId,
    owner: accountId,
    ...locked,
    pack,
    pages: pagesOf(filingId, config),
    ...(config.AS_OF === undefined ? {} : { asOf: config.AS_OF }),
  };
}

/** Also as URLs encode it: what puts settings together may not pass braces on. */
const filingInUrl = /\{filingId\}|%7BfilingId%7D/i;

/** Where an operator reads more of a filing than Temporal shows. */
export function pagesOf(filingId: FilingId, config: GatewayConfig): OperatorPages {
  const pages = { filing: config.FILING_PAGE_URL, trace: config.TRACE_PAGE_URL, dashboard: config.DASHBOARD_URL };
  const given = Object.entries(pages).flatMap(([name, url]) =>
    url === undefined ? [] : [[name, url.replace(filingInUrl, filingId)] as const],
  );
  return Object.fromEntries(given);
}

/** Opens the sites; where an opening broke off they may be there already, with the domain of then. */
async function openSites(
  { website }: InternalServices,
  { filingId, accountId, isTakenUp }: Parts,
  opening: Readonly<Record<string, string>>,
): Promise<void> {
  const path = `/internal/filings/${filingId}`;
  if (isTakenUp) {
    const known = await website.get(`${path}/sites?accountId=${accountId}`, sitesSchema).catch(orAbsent);
    if (known !== undefined) return;
  }
  await website.put(`${path}/opening`, sitesSchema, opening);
}

function orAbsent(error: unknown): undefined {
  if (error instanceof ProblemError && error.code === 'not-found') return undefined;
  throw error;
}

/** Starts the workflow and asks its first update in one call: the first answer comes from the process itself. */
export async function startFiling(
  { temporal, config }: Pick<OpenFilingDeps, 'temporal' | 'config'>,
  opened: OpenedFiling,
  messageId: string,
): Promise<FilingSnapshot> {
  const { filingId, province, filingType, nature } = opened;
  const startWorkflowOperation = new WithStartWorkflowOperation(filingWorkflowType, {
    workflowId: filingWorkflowId(filingId),
    taskQueue: taskQueues.filing,
    args: [opened],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    staticSummary: `${filingType} - ${province} - ${nature}`,
    typedSearchAttributes: new TypedSearchAttributes(openingSearchAttributes(opened)),
  });
  try {
    return await temporal.withDeadline(Date.now() + config.MOVE_PATIENCE_SECONDS * 1000, () =>
      temporal.workflow.executeUpdateWithStart(open, {
        args: [{ messageId }],
        updateId: messageId,
        startWorkflowOperation,
      }),
    );
  } catch (error) {
    if (isTemporalAway(error)) return problem('temporarily-unavailable', { cause: error });
    throw error;
  }
}
