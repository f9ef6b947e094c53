import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainPrograms } from './obtain';
import { createProgress } from './progress';
import { requireTools, toolProblem } from './toolchain';

describe('a machine without the tools', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beian-tools-'));
  });
  const tool = (name: string, script: string): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  };

  it('is told of all that is missing in one message, each with its remedy', async () => {
    const message = await requireTools(['go', 'java', 'maven'], { PATH: folder }).catch(
      (error: Error) => error.message,
    );
    expect(message).toMatch(/Go 1\.26.*missing.*go\.dev\/dl/);
    expect(message).toMatch(/Java 17.*missing.*apt-get install/);
    expect(message).toMatch(/Maven 3.*missing.*BEIAN_KAFKA_LIBS/);
  });

  it('is told of a version that is too old', async () => {
    tool('go', 'echo "go version go1.19.8 linux/amd64"');
    expect(await toolProblem('go', { PATH: folder })).toMatch(/needed, found 1\.19/);
    tool('go', 'echo "go version go1.26.8 linux/amd64"');
    expect(await toolProblem('go', { PATH: folder })).toBeUndefined();
  });

  it('is told before anything is built', async () => {
    const cache = join(folder, 'cache');
    const lines: string[] = [];
    const progress = createProgress({ write: (text) => lines.push(text) });
    tool('java', 'echo \'openjdk version "17.0.15"\' >&2');
    tool('mvn', 'echo "Apache Maven 3.8.7"');
    await expect(
      obtainPrograms(['temporal', 'kafka'], progress, { PATH: folder, XDG_CACHE_HOME: cache }),
    ).rejects.toThrow(/Go 1\.26/);
    expect(existsSync(cache)).toBe(false);
    expect(lines).toEqual([]);
  });
});
