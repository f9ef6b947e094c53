import { theStack } from '../stories/scene';
import { Adapter, authorityChecks } from './authority-kit';
import { type Fault, ToyAuthority } from './toy-authority';

/** `AUTHORITY_ADAPTER_URL` names an adapter of yours; it is asked the same. */
const own = process.env['AUTHORITY_ADAPTER_URL'];

describe('the contract of an adapter of the authority', () => {
  describe('the sandbox', () => {
    const sandbox = theStack().urls.sandbox ?? '';
    it.each(authorityChecks)('$says', ({ run }) => run(new Adapter(sandbox)));
  });

  describe('a second, small adapter', () => {
    const toy = new ToyAuthority();
    let url: string;
    beforeAll(async () => void (url = await toy.open()));
    afterAll(() => toy.close());
    it.each(authorityChecks)('$says', ({ run }) => run(new Adapter(url)));
  });

  describe('an adapter with a fault', () => {
    const planted: readonly (readonly [Fault, string])[] = [
      ['forgets-keys', 'one key was answered in 50 ways'],
      ['takes-anything', 'half an order was answered 200'],
      ['knows-everything', 'an unknown order was answered 204'],
    ];
    it.each(planted)('that %s is told: %s', async (fault, told) => {
      const toy = new ToyAuthority(fault);
      const adapter = new Adapter(await toy.open());
      const outcomes = await Promise.allSettled(authorityChecks.map(({ run }) => run(adapter)));
      await toy.close();
      const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []));
      expect(refusals).toEqual([told]);
    });
  });

  if (own !== undefined) {
    describe(`the adapter at ${own}`, () => {
      it.each(authorityChecks)('$says', ({ run }) => run(new Adapter(own)));
    });
  }
});
