import { join } from 'node:path';
import { failureConverterPath } from '@beian/platform';
import { bundleWorkflowCode, type WorkerOptions } from '@temporalio/worker';

/**
 * Every workflow runs this code, so its size is watched: 660 KB of it are Temporal's, ours and the contracts'; zod would
 * add a megabyte. The source map at its end (twice as long) is for stack traces and is not counted.
 */
export const codeCeilingBytes = 750_000;
export const bundlePath = join(__dirname, '..', 'dist', 'filing.bundle.js');
const workflowsPath = require.resolve('@beian/filing');

/** Bundles the workflow with all it imports; a Node module or a stray library fails here. Too much code throws. */
export async function buildBundle(): Promise<string> {
  const { code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath });
  const bytes = codeBytes(code);
  if (bytes > codeCeilingBytes) {
    throw new Error(
      `the workflow bundle has ${bytes} bytes of code, more than ${codeCeilingBytes}: what did it begin to import?`,
    );
  }
  return code;
}

export const codeBytes = (bundle: string): number =>
  Buffer.byteLength(bundle.split('//# sourceMappingURL=')[0] ?? bundle);

/** Production runs the bundle that the build has made; elsewhere it is made at start, from what is compiled now. */
export const workflowSource = (isProduction: boolean): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> =>
  isProduction ? { workflowBundle: { codePath: bundlePath } } : { workflowsPath };
