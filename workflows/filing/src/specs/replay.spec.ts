import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { edgeName, edges } from './edges.spec-helper';
import { specialWays } from './special-ways.spec-helper';
import { quiet, workflowsPath } from './test-bench.spec-helper';

const folder = join(__dirname, '..', '..', 'histories');
const histories = readdirSync(folder).map((file) => ({
  workflowId: file.slice(0, -'.json.gz'.length),
  history: JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString('utf8')) as unknown,
}));

/** Replays every recorded history against a bundle; names those that fail. No server, no network. */
async function replay(code: string): Promise<readonly { readonly workflowId: string; readonly error: unknown }[]> {
  const failed: { workflowId: string; error: unknown }[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { code } }, histories)) {
    if (error !== undefined) failed.push({ workflowId, error });
  }
  return failed;
}

describe('the recorded histories', () => {
  let code: string;
  beforeAll(async () => {
    ({ code } = await bundleWorkflowCode({
      workflowsPath,
      workflowInterceptorModules: [require.resolve('../traces')],
      logger: quiet,
    }));
  });

  it('cover every edge of the lifecycle, and what happens beside the edges', () => {
    const wanted = [...edges.map(edgeName), ...Object.keys(specialWays)];
    expect(histories.map(({ workflowId }) => workflowId).sort()).toEqual(wanted.sort());
  });

  it('replay against the workflow as it is now (T1, I-23, F-W5)', async () => {
    expect(await replay(code)).toEqual([]);
  });

  it('turn red when two steps change places', async () => {
    const order = /(await plan\(\);)\s*(await record\.record\(\(step\)[^;]*recordDraft\(step\)\);)/;
    expect(code).toMatch(order);
    const failed = await replay(code.replace(order, '$2 $1'));
    const begun = histories.filter(({ workflowId }) => workflowId !== 'second-run'); // that one begins in a later stage
    expect(failed.map(({ workflowId }) => workflowId).sort()).toEqual(begun.map(({ workflowId }) => workflowId).sort());
    expect(failed.every(({ error }) => error instanceof DeterminismViolationError)).toBe(true);
  });

  it('hold no name of a person, a machine or an address', () => {
    const text = JSON.stringify(histories.map(({ history }) => readable(history)));
    expect(text).not.toMatch(/\b1[3-9]\d{9}\b/); // a mobile
    expect(text).not.toMatch(/\b\d{17}[\dXx]\b/); // a resident ID
    expect(text).not.toMatch(/@[a-z0-9-]+"/i); // pid@host
  });
});

/** A history with its payloads decoded, so that what they say can be searched. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'data' && typeof one === 'string' ? Buffer.from(one, 'base64').toString('utf8') : readable(one),
    ]),
  );
}
