import { continueAsNew, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';
import type { Drift, FilingId, FilingViews, ReconcileReport, ReconcileWish } from '@beian/contracts';
import { judge, standing } from './judge';
import { look } from './look';
import { records } from './owners';
import { repairOne } from './repair';
import { emptyReport, reportDetails, withLine } from './report';

const pageLength = 50;
const usualGraceSeconds = 600;
const usualSecondLookSeconds = 15;

/**
 * Compares what the record, the workflow, the read model, the parts, the object store and the authority say of each filing,
 * and puts right what a machine may. A filing is looked at twice, and only what both looks see alike, in a filing that has
 * not moved, is a difference: what is under way is never one (rel I-20: repairs, never invents).
 */
export async function reconcile(wish: ReconcileWish): Promise<ReconcileReport> {
  let report = wish.carried?.report ?? emptyReport(wish.dryRun);
  let after: FilingId | undefined = wish.carried?.after ?? '';
  while (after !== undefined) {
    const page = await pageAfter(wish, after);
    if (page.filings.length > 0) report = await comparePage(wish, page.filings, report);
    setCurrentDetails(reportDetails(report));
    after = page.next;
    if (after !== undefined && workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof reconcile>({ ...wish, carried: { after, report } });
    }
  }
  return report;
}

async function pageAfter({ filings, stages }: ReconcileWish, after: FilingId) {
  if (filings !== undefined) return { filings, next: undefined };
  const page = { after, limit: pageLength, ...(stages === undefined ? {} : { stages }) };
  return records(`filings after ${after === '' ? 'the beginning' : after}`).pageOfRecords(page);
}

async function comparePage(
  wish: ReconcileWish,
  filings: readonly FilingId[],
  before: ReconcileReport,
): Promise<ReconcileReport> {
  const grace = wish.graceSeconds ?? usualGraceSeconds;
  const seen = await look(filings, 'first look');
  const old = seen.filter(({ record }) => record.ageSeconds >= grace);
  const suspects = old.filter((views) => judge(views).length > 0);
  const { sure, underWay } = await lookAgain(wish, suspects);
  let report: ReconcileReport = {
    ...before,
    compared: before.compared + old.length,
    tooYoung: before.tooYoung + seen.length - old.length,
    underWay: before.underWay + underWay,
    authorityAway: before.authorityAway + old.filter(({ record }) => record.orders === 'away').length,
  };
  for (const drift of sure) report = withLine(report, await repairOne(drift, wish.dryRun));
  return report;
}

/** Differences that both looks see, in filings that stand where they stood. */
async function lookAgain(
  wish: ReconcileWish,
  first: readonly FilingViews[],
): Promise<{ readonly sure: readonly Drift[]; readonly underWay: number }> {
  if (first.length === 0) return { sure: [], underWay: 0 };
  await sleep((wish.secondLookSeconds ?? usualSecondLookSeconds) * 1000, { summary: 'before the second look' });
  const second = await look(
    first.map(({ record }) => record.filingId),
    'second look',
  );
  const found = first.map((views) => {
    const again = second.find(({ record }) => record.filingId === views.record.filingId);
    if (again === undefined || standing(again) !== standing(views)) return [];
    const then = new Set(judge(again).map(nameOf));
    return judge(views).filter((drift) => then.has(nameOf(drift)));
  });
  return { sure: found.flat(), underWay: found.filter((drifts) => drifts.length === 0).length };
}

const nameOf = ({ kind, detail }: Drift): string => `${kind} ${detail}`;
