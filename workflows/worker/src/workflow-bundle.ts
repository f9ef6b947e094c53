import { join } from 'node:path';
import { failureConverterPath } from '@beian/platform';
import { bundleWorkflowCode, type WorkerOptions } from '@temporalio/worker';

/** Every workflow worker loads it, so its size is watched: with zod or a date library in it, it grows by a megabyte. */
export const bundleCeilingBytes = 1_750_000;
export const bundlePath = join(__dirname, '..', 'dist', 'workflow-bundle.js');
const workflowsPath = require.resolve('@beian/filing');

/** Bundles the workflow with all it imports; a Node module or a stray library fails here. Too large a bundle throws. */
export async function buildBundle(): Promise<string> {
  const { code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath });
  const bytes = Buffer.byteLength(code);
  if (bytes > bundleCeilingBytes) {
    throw new Error(`the workflow bundle has ${bytes} bytes, more than ${bundleCeilingBytes}: what did it begin to import?`);
  }
  return code;
}

/** Production runs the bundle that the build has made; elsewhere it is made at start, from what is compiled now. */
export const workflowSource = (isProduction: boolean): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> =>
  isProduction ? { workflowBundle: { codePath: bundlePath } } : { workflowsPath };
