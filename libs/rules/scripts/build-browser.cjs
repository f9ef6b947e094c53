// Writes dist-browser/rules.js: rules and calendar as one script for a browser, with the global `beianRules`.
//   npm run build:browser        (here, or at the root; needs the built dist of both libraries)
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { buildSync } = require('esbuild');

const folder = join(__dirname, '..');

/** Bundles both libraries; a Node module anywhere below is an error, because `platform: browser` resolves none. */
function browserScript() {
  const entry = "export * as rules from '@beian/rules'; export * as calendar from '@beian/calendar';";
  const { outputFiles, errors } = buildSync({
    stdin: { contents: entry, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'beianRules',
    target: 'es2022',
    logLevel: 'silent',
  });
  if (errors.length > 0) throw new Error(errors.map(({ text }) => text).join('\n'));
  return outputFiles[0].text;
}

module.exports = { browserScript };

if (require.main === module) {
  const target = join(folder, 'dist-browser');
  mkdirSync(target, { recursive: true });
  const script = browserScript();
  writeFileSync(join(target, 'rules.js'), script);
  const gzipped = require('node:zlib').gzipSync(script, { level: 9 }).length;
  console.log(`dist-browser/rules.js: ${script.length} bytes, ${gzipped} gzipped`);
}
