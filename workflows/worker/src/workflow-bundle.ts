import { join } from 'node:path';
import { failureConverterPath } from '@beian/platform';
import { bundleWorkflowCode, type BundleOptions, type WorkerOptions } from '@temporalio/worker';

/**
 * Every workflow runs this code, so its size is watched: 660 KB of it are Temporal's, ours and the contracts'; zod would
 * add a megabyte. The source map at its end (twice as long) is for stack traces and is not counted.
 */
export const codeCeilingBytes = 750_000;
export const bundlePath = join(__dirname, '..', 'dist', 'filing.bundle.js');
const workflowsPath = require.resolve('@beian/filing');
/** Carries traces from messages to activities. */
const workflowInterceptorModules = [require.resolve('@beian/filing/traces')];

/** Bundles the workflow with all it imports; a Node module or a stray library fails here. Too much code throws. */
export async function buildBundle(options: Partial<BundleOptions> = {}): Promise<string> {
  const usual = { workflowsPath, workflowInterceptorModules, failureConverterPath };
  const { code } = await bundleWorkflowCode({ ...usual, ...options });
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

/**
 * Production runs the bundle that the build has made, or the one in a given file; elsewhere it is made at start, from what
 * is compiled now.
 */
export function workflowSource(
  isProduction: boolean,
  file?: string,
): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> & { readonly interceptorModules?: readonly string[] } {
  if (file !== undefined) return { workflowBundle: { codePath: file } };
  return isProduction
    ? { workflowBundle: { codePath: bundlePath } }
    : { workflowsPath, interceptorModules: workflowInterceptorModules };
}
