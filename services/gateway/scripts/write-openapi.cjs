// Writes openapi.json from the built gateway: `npm run build && npm run openapi` in this folder.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { buildApiDocument } = require('../dist/openapi/build-api-document');

buildApiDocument().then((document) => {
  writeFileSync(join(__dirname, '..', 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
  process.exit(0);
});
