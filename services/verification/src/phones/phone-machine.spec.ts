import * as fc from 'fast-check';
import { Bench } from '../verification.spec-helper';
import { beginPhones, phoneSteps } from './phone-machine.spec-helper';
import { askedBy, everybody, packs } from './phone-model.spec-helper';

/** A fixed seed: a change is judged by its own fault, and every transition below is known to be walked. */
const seed = 240_801;

describe('the phone step as a state machine (24, rules.md 8)', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());

  it('agrees with the model after every step, over every transition', async () => {
    const settings = fc.record({
      type: fc.constantFrom(...(Object.keys(askedBy) as (keyof typeof askedBy)[])),
      rules: fc.constantFrom(...packs),
      isOneMobile: fc.boolean(),
    });
    const commands = fc.commands(
      phoneSteps.map((step) => fc.constant(step)),
      { maxCommands: 60, size: 'max' },
    );
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(settings, commands, async (setting, steps) => {
        const begun = await beginPhones(bench, setting, seen);
        await fc.asyncModelRun(() => begun, steps);
      }),
      { seed, numRuns: 40, endOnFailure: true },
    );
    const refusals = ['already-decided', 'code-void', 'not-allowed-now'];
    const answers = everybody.flatMap((name) => [
      ...['ok', ...refusals].map((answer) => `${name} enters what is right: ${answer}`),
      ...['code', 'mobile', 'tail'].flatMap((fault) =>
        ['code-wrong', ...refusals].map((answer) => `${name} enters a wrong ${fault}: ${answer}`),
      ),
      ...['ok', 'already-decided', 'not-allowed-now', 'resend-limit'].map(
        (answer) => `${name} asks for another code: ${answer}`,
      ),
      `${name} asks for another code while the carrier is away: temporarily-unavailable`,
    ]);
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...answers,
        'somebody who is not of this filing enters a code: not-allowed-now',
        'the same request comes again: ok',
        'the same request comes again: code-wrong',
        'an older code is entered: code-wrong',
        'noon of the next day: ok',
        'the carrier says delivered: ok',
        'the carrier says failed: ok',
        'the window closes: ok',
        'it is submitted again: ok',
      ]),
    );
  }, 300_000);
});
