import * as messages from '@beian/contracts/messages';
import { Worker } from '@temporalio/worker';
import { patchesKnown, patchesTaken } from './patches-taken';
import type { Build, RecordedHistory } from './releases';

/** One history that does not go on, or one thing that no history shows. */
export interface Finding {
  readonly where: string;
  readonly file: string;
  readonly reason: string;
}

/**
 * `refused`: filings of a release would stop under this build, or its own histories do not prove it. `roll forward only`: they
 * go on, but there is no way back to the last release. `rollback allowed`: filings that this build has moved go on there too.
 */
export interface Verdict {
  readonly verdict: 'refused' | 'roll forward only' | 'rollback allowed';
  readonly findings: readonly Finding[];
}

export interface ToJudge {
  /** Released versions, oldest first. */
  readonly releases: readonly Build[];
  readonly build: Build;
  /** Whether a branch of this build sleeps: it is known, and taken by no filing yet. */
  readonly isAsleep: (patchId: string) => boolean;
}

/** Replays in both directions. Needs no server and no network. */
export async function judge({ releases, build, isAsleep }: ToJudge): Promise<Verdict> {
  const gaps = unproven(build, isAsleep);
  if (gaps.length > 0) return { verdict: 'refused', findings: gaps };

  const stopped: Finding[] = [];
  for (const written of [build, ...releases]) stopped.push(...(await replay(written, build)));
  if (stopped.length > 0) return { verdict: 'refused', findings: stopped };

  const last = releases.at(-1);
  const noWayBack = last === undefined ? [] : await back(build, last);
  return { verdict: noWayBack.length > 0 ? 'roll forward only' : 'rollback allowed', findings: noWayBack };
}

/** A branch or a message that no history shows would be judged by nothing. */
function unproven({ bundle, histories, version }: Build, isAsleep: ToJudge['isAsleep']): readonly Finding[] {
  const taken = new Set(histories.flatMap(({ history }) => patchesTaken(history)));
  const heard = new Set(histories.flatMap(messagesIn));
  const finding = (reason: string): Finding => ({ where: version, file: 'workflows/filing/histories', reason });
  return [
    ...patchesKnown(bundle)
      .filter((id) => !isAsleep(id) && !taken.has(id))
      .map((id) => finding(`no history takes the branch ${id}: record one that does`)),
    ...messageNames
      .filter((name) => !heard.has(name))
      .map((name) => finding(`no history holds the message ${name}: record one`)),
  ];
}

const messageNames: readonly string[] = Object.values(messages).flatMap((one: unknown) => {
  const { type, name } = one as { readonly type?: string; readonly name?: string };
  return (type === 'update' || type === 'signal') && name !== undefined ? [name] : [];
});

/** Names of the updates and signals that a filing has taken in. */
export const messagesIn = ({ history }: RecordedHistory): readonly string[] =>
  history.events.flatMap((event) => {
    const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest.input.name;
    const signal = event.workflowExecutionSignaledEventAttributes?.signalName;
    return [update, signal].filter((name) => name !== undefined);
  });

async function back(build: Build, last: Build): Promise<readonly Finding[]> {
  if (last.temporalSdk === build.temporalSdk) return replay(build, last);
  const reason = `it was made with Temporal's SDK ${last.temporalSdk}, which this one (${build.temporalSdk}) cannot run`;
  return [{ where: `${build.version} on ${last.version}`, file: 'release.json', reason }];
}

/** The histories that one version has written, on the workflow of another: those that do not go on there. */
async function replay(written: Build, on: Build): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const replays = Worker.runReplayHistories({ workflowBundle: { code: on.bundle } }, written.histories);
  for await (const { workflowId, error } of replays) {
    if (error === undefined) continue;
    const [reason = ''] = error.message.split('\n');
    findings.push({ where: `${written.version} on ${on.version}`, file: workflowId, reason });
  }
  return findings;
}
