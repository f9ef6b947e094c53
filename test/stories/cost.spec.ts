import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstFiling } from '@beian/infra';
import budget from './cost-budget.json';
import { type Cost, costOf } from './cost-of-filing';
import { theScene } from './scene';

const { activities, updates, signals, ...plain } = budget.exactly;
const page = readFileSync(join(__dirname, '..', '..', 'docs', 'cost.md'), 'utf8');

/** The counts that the tables of `docs/cost.md` give, by item. */
const explained = new Map(
  [...page.matchAll(/^\| `(\w+)` \| (?:≤ )?([\d,]+) \|/gm)].map(([, item = '', count = '']) => [
    item,
    Number(count.replaceAll(',', '')),
  ]),
);

describe('B4: the cost of one complete filing', () => {
  let cost: Cost;

  beforeAll(async () => {
    const steps: string[] = [];
    cost = await costOf(await firstFiling(theScene(), (line) => steps.push(line)));
    expect(steps.at(-1)).toContain('granted');
    console.info(JSON.stringify(cost));
  });

  it('is exactly the activities, messages, timers and upserts of the budget', () => {
    expect(cost).toMatchObject(budget.exactly);
    for (const kind of ['activities', 'updates', 'signals'] as const) expect(cost[kind]).toEqual(budget.exactly[kind]);
  });

  it.each(Object.entries(budget.atMost))('takes no more %s than %d', (kind, most) => {
    expect(cost[kind as keyof typeof budget.atMost]).toBeGreaterThan(0);
    expect(cost[kind as keyof typeof budget.atMost]).toBeLessThanOrEqual(most);
  });

  it('is explained item by item in docs/cost.md', () => {
    const budgeted = { ...activities, ...updates, ...signals, ...plain, ...budget.atMost };
    expect(Object.fromEntries(explained)).toEqual(budgeted);
  });
});
