// Writes docs/rules/<pack>.md, every value with its source: `npm run build && npm run pages` in libs/rules.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { packPage, rulePacks } = require('../dist');

const folder = join(__dirname, '..', '..', '..', 'docs', 'rules');
mkdirSync(folder, { recursive: true });
for (const pack of Object.keys(rulePacks)) writeFileSync(join(folder, `${pack}.md`), packPage(pack));
