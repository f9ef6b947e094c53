// Writes fixtures/coverage.json from the built library: `npm run build && node scripts/write-coverage.cjs` in libs/rules.
// Look at the difference before committing it: each changed count is a changed answer of a pack.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { coverage } = require('../dist/coverage.fixture');

writeFileSync(join(__dirname, '..', 'fixtures', 'coverage.json'), `${JSON.stringify(coverage().counts, null, 1)}\n`);
