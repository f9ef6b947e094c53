import { writeFile } from 'node:fs/promises';
import { buildBundle, bundlePath, codeBytes } from './workflow-bundle';

async function main(): Promise<void> {
  const code = await buildBundle();
  await writeFile(bundlePath, code);
  process.stdout.write(`workflow bundle: ${codeBytes(code)} bytes of code\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
