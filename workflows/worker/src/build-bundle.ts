import { writeFile } from 'node:fs/promises';
import { buildBundle, bundlePath } from './workflow-bundle';

async function main(): Promise<void> {
  const code = await buildBundle();
  await writeFile(bundlePath, code);
  process.stdout.write(`workflow bundle: ${Buffer.byteLength(code)} bytes\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
