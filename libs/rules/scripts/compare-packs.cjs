// Prints what differs between two packs, with sources: `npm run compare -- 2018-06 2018-09` in libs/rules, after a build.
const { comparisonPage, rulePacks } = require('../dist');

const [before, after] = process.argv.slice(2);
if (!(before in rulePacks) || !(after in rulePacks)) {
  console.error(`usage: npm run compare -- <pack> <pack>, out of ${Object.keys(rulePacks).join(' ')}`);
  process.exitCode = 2;
} else console.log(comparisonPage(before, after));
