// Writes the types of the public interface from the committed OpenAPI document: `npm run generate` in libs/client, after
// `npm run openapi` in services/gateway. With `--check` it writes nothing and fails where the file is out of date.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const source = join(__dirname, '..', '..', '..', 'services', 'gateway', 'openapi.json');
const target = join(__dirname, '..', 'src', 'api-types.data.ts');

async function generate() {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const prettier = await import('prettier');
  const text = astToString(await openapiTS(pathToFileURL(source), { alphabetize: true }));
  const header = '// Generated from services/gateway/openapi.json by `npm run generate`; not to be edited.\n\n';
  return prettier.format(header + text, { ...(await prettier.resolveConfig(target)), filepath: target });
}

generate().then((text) => {
  if (!process.argv.includes('--check')) return writeFileSync(target, text);
  if (readFileSync(target, 'utf8') === text) return undefined;
  console.error('api-types.data.ts is out of date: run `npm run generate` in libs/client');
  process.exitCode = 1;
});
