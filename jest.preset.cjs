const fs = require('node:fs');
const path = require('node:path');

/**
 * Names of all installed packages that are ES modules: Jest below Node 24.9 cannot require() them, so they go through
 * swc to CommonJS. Computed, never kept by hand: a nested copy of a package can differ from the hoisted one.
 */
function esmPackages(dir, found = new Set()) {
  for (const entry of fs.existsSync(dir) ? fs.readdirSync(dir) : []) {
    if (entry.startsWith('.')) continue;
    const folder = path.join(dir, entry);
    if (entry.startsWith('@')) {
      esmPackages(folder, found);
      continue;
    }
    try {
      const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
      if (manifest.type === 'module' && manifest.name) found.add(manifest.name);
    } catch {
      continue; // a folder without a manifest is not a package
    }
    esmPackages(path.join(folder, 'node_modules'), found);
  }
  return found;
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const names = [...esmPackages(path.join(__dirname, 'node_modules'))].map(escaped).join('|');
const toCommonJs = { module: { type: 'commonjs' }, swcrc: false };

module.exports = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        ...toCommonJs,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
    'node_modules/.+\\.m?js$': [
      '@swc/jest',
      { ...toCommonJs, jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${names})/)`],
};
