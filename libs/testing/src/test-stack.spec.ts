import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testStack } from './test-stack';

describe('testStack', () => {
  it('says how to start the servers when none runs', () => {
    const empty = mkdtempSync(join(tmpdir(), 'beian-no-stack-'));
    expect(() => testStack({ XDG_CACHE_HOME: empty })).toThrow(/npm run servers/);
  });
});
