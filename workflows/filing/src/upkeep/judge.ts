import {
  isOpen,
  type Drift,
  type FilingViews,
  type OrderView,
  type PartView,
  type Repair,
  type Stage,
} from '@beian/contracts';

/** Every difference between the places that know one filing, at one look. Pure; the closed list is `driftKinds`. */
export function judge(views: FilingViews): readonly Drift[] {
  return [runMissing, projectionBehind, heldAfterEnd, registerUnwritten, paperDamaged, ordersApart].flatMap((rule) =>
    rule(views),
  );
}

type Rule = (views: FilingViews) => readonly Drift[];

const drift = (
  { record }: FilingViews,
  kind: Drift['kind'],
  [detail, repair]: readonly [string, (Repair | undefined)?],
): Drift => ({
  filingId: record.filingId,
  kind,
  detail,
  ...(repair === undefined ? {} : { repair }),
});

/** A run that was ended from outside is owed its end too, so it counts in every stage. */
const runMissing: Rule = (views) => {
  const { record, run } = views;
  if (run.state === 'broken') return [drift(views, 'run-missing', [`run ${run.runId}`, { by: 'revive-run' }])];
  if (run.state === 'running') {
    const forgot = run.version !== undefined && run.version < record.version;
    return forgot
      ? [drift(views, 'run-missing', [`the run is at ${run.version}, the record at ${record.version}`])]
      : [];
  }
  return isOpen(record.stage) ? [drift(views, 'run-missing', [`the run is ${run.state}`])] : [];
};

const projectionBehind: Rule = (views) => {
  const { record, run, projection } = views;
  const behind: Drift[] = [];
  if (run.version !== undefined && run.version > record.version) {
    const isNext = run.version === record.version + 1;
    const detail = `the record is at ${record.version}, the run at ${run.version}`;
    behind.push(drift(views, 'projection-behind', isNext ? [detail, { by: 'record-next' }] : [detail]));
  }
  const shown = projection?.version ?? 0;
  if (shown < record.version) {
    const detail = `the gateway is at ${shown}, the record at ${record.version}`;
    behind.push(drift(views, 'projection-behind', [detail, { by: 'fold-projection' }]));
  }
  return behind;
};

/** While a run runs, its ledger undoes; what it has parked waits for a person already. */
const heldAfterEnd: Rule = (views) => {
  const { record, run, subject, website, papers } = views;
  if (isOpen(record.stage) || run.state === 'running' || run.state === 'broken') return [];
  const isGranted = record.stage === 'granted';
  const held = (part: string, by: 'unlock-subject' | 'release-website', of?: PartView) =>
    (of?.held ?? []).map((submission) =>
      drift(views, 'held-after-end', [`${part}, submission ${submission}`, isGranted ? undefined : { by, submission }]),
    );
  const sealed = isGranted ? [] : (papers?.sealed ?? []);
  // What is granted and not registered holds its pin for that reason, which has its own name.
  return [
    ...(isGranted && subject?.granted !== true ? [] : held('subject', 'unlock-subject', subject)),
    ...(isGranted && website?.granted !== true ? [] : held('website', 'release-website', website)),
    ...sealed.map((submission) =>
      drift(views, 'held-after-end', [`documents, submission ${submission}`, { by: 'unseal-documents', submission }]),
    ),
  ];
};

const registerUnwritten: Rule = (views) => {
  const { record, run, subject, website } = views;
  if (record.stage !== 'granted' || run.state === 'broken') return [];
  return [
    ...(subject?.granted === false
      ? [drift(views, 'register-unwritten', ['subject', { by: 'register-subject' }])]
      : []),
    ...(website?.granted === false
      ? [drift(views, 'register-unwritten', ['website', { by: 'register-website' }])]
      : []),
  ];
};

const paperDamaged: Rule = (views) =>
  (views.papers?.damaged ?? []).map(({ versionId, fault }) =>
    drift(views, 'paper-damaged', [`${versionId} is ${fault}`, { by: 'note-lost', versionId }]),
  );

const ordersApart: Rule = (views) => {
  const { orders } = views.record;
  return orders === 'away' ? [] : orders.flatMap((order) => orderApart(views, order));
};

const waitsForAuthority: readonly Stage[] = ['phone-verification', 'authority-review'];

function orderApart(views: FilingViews, order: OrderView): readonly Drift[] {
  const { submission, ours, theirs, outcome } = order;
  const at = `submission ${submission}`;
  // What the filing waits for is never called back by a machine: then our row is what is wrong.
  const isWaitedFor = views.record.submission === submission && waitsForAuthority.includes(views.record.stage);
  const apart = (what: string, meant?: 'call-back') => {
    const repair = isWaitedFor ? undefined : meant;
    const detail = `${at}: ours is ${ours}, theirs ${what}`;
    return drift(views, 'order-mismatch', [detail, repair === undefined ? undefined : { by: repair, submission }]);
  };
  if (outcome !== undefined) return forgotten(views, order);
  switch (ours) {
    case 'accepted':
      if (theirs === 'granted' || theirs === 'rejected') {
        return [drift(views, 'answer-unheard', [`${at} is ${theirs}`, { by: 'hear-answer', submission }])];
      }
      if (theirs !== 'under-review') return [apart(theirs)];
      return order.transactionId === order.theirTransactionId ? [] : [apart('another transaction')];
    case 'cancelled':
      return theirs === 'under-review' ? [apart(theirs, 'call-back')] : [];
    case 'intended':
    case 'none':
      if (theirs === 'none' || theirs === 'cancelled' || asksItself(views, submission)) return [];
      return [theirs === 'under-review' && ours === 'intended' ? apart(theirs, 'call-back') : apart(theirs)];
    case 'rejected':
      return theirs === 'under-review' ? [apart(theirs, 'call-back')] : [];
  }
}

/** A hand-over that has no answer yet is asked again by the run, under the same key. A broken one is revived first. */
const asksItself = ({ run, record }: FilingViews, submission: number): boolean =>
  run.state === 'broken' || (record.stage === 'hand-over' && record.submission === submission);

/** Heard, delivered, and the run still waits for it: Temporal was restored from an older backup (rel F-T4). */
function forgotten(views: FilingViews, { submission, outcome }: OrderView): readonly Drift[] {
  const { run, record } = views;
  const waits = run.state === 'running' && run.stage === 'authority-review' && run.submission === submission;
  if (!waits || record.undelivered > 0) return [];
  return [
    drift(views, 'answer-unheard', [
      `submission ${submission} is ${outcome}, and the run does not know`,
      { by: 'deliver-answer', submission },
    ]),
  ];
}

/** What must be the same at both looks, or the filing has moved in between. */
export const standing = ({ record, run }: FilingViews): string =>
  [record.version, record.stage, run.state, run.runId, run.version].join(' ');
