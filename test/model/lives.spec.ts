import fc from 'fast-check';
import { expectSettled } from '../stories/aftermath';
import { theScene } from '../stories/scene';
import { steps } from './commands';
import { beginLife, endLife } from './life';

/** The gate walks a fixed seed, so that a change is judged by its own fault; `BEIAN_SEED=fresh` walks new ground. */
const gateSeed = 239_401_705;
/** How many random lives, and how many of them at the same time. */
const lives = Number(process.env['BEIAN_LIVES'] ?? 18);
const atOnce = 6;
/** Forty minutes for the gate; a life takes about five seconds on a quiet machine, four times that on a busy one. */
const minutesFor = (count: number): number => 40 + count / 4;

describe('random lives of filings', () => {
  it(
    `I-2: agree with the model after every step, ${lives} of them side by side`,
    async () => {
      const asked = process.env['BEIAN_SEED'] ?? String(gateSeed);
      const seed = asked === 'fresh' ? Date.now() % 2_147_483_647 : Number(asked);
      console.info(`seed of the lives: ${seed}`);
      const commands = fc.commands(
        steps.map((step) => fc.constant(step)),
        { maxCommands: 90, size: 'max' },
      );
      const sequences = fc.sample(commands, { seed, numRuns: lives });
      const ends: Record<string, number> = {};
      const failures: string[] = [];
      const waiting = sequences.map((sequence, number) => async () => {
        try {
          const { model, real } = await beginLife(theScene(), number);
          await fc.asyncModelRun(() => ({ model, real }), sequence);
          await endLife(model, real);
          const { stage } = await real.journey.status();
          ends[stage as string] = (ends[stage as string] ?? 0) + 1;
          await expectSettled(real.journey, { orders: model.orders });
        } catch (error) {
          failures.push(`life ${number} (seed ${seed}): ${String(sequence)}\n${(error as Error).message}`);
          // At once, past Jest's buffer: two hundred lives take long, and the first failure may be the one to look at.
          process.stderr.write(`${failures.at(-1)}\n`);
        }
      });
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let life = waiting.pop(); life !== undefined; life = waiting.pop()) await life();
        }),
      );
      console.info(`ends: ${JSON.stringify(ends)}`);
      console.info(`deeds: ${steps.map((step) => `${String(step)} ${step.done}`).join(', ')}`);
      expect(failures).toEqual([]);
      if (lives >= 200) expect(steps.filter(({ done }) => done === 0).map(String)).toEqual([]);
      expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(lives);
    },
    minutesFor(lives) * 60_000,
  );
});
