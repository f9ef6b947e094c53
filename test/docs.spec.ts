import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextStages, stages } from '@beian/contracts';

const page = readFileSync(join(__dirname, '..', 'docs', 'filing-life.md'), 'utf8');

describe('docs/filing-life.md', () => {
  it('draws exactly the edges of the stage table', () => {
    const drawn = [...page.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, from, to]) =>
      `${from} ${to}`.replaceAll('_', '-'),
    );
    const allowed = Object.entries(nextStages).flatMap(([from, next]) => next.map((to) => `${from} ${to}`));
    expect(drawn.sort()).toEqual(allowed.sort());
  });

  it('says of each stage what it waits for', () => {
    expect(stages.filter((stage) => !page.split('| Stage |')[1]?.includes(stage))).toEqual([]);
  });
});
