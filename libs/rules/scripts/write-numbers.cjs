// Prints the made numbers, one a line after their kind, for judges in other languages: see judge-with-python-stdnum.py.
const { madeKinds, madeNumbers } = require('../dist/made-numbers.fixture');

for (const kind of madeKinds)
  process.stdout.write(
    madeNumbers(kind, 100_000)
      .map(({ number }) => `${kind} ${number}\n`)
      .join(''),
  );
