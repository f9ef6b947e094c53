import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const observability = join(__dirname, '..', 'deploy', 'observability');
const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('the dashboards of deploy/observability', () => {
  it('are as their description writes them: after a change run node deploy/observability/write-dashboards.mjs', () => {
    const written = mkdtempSync(join(tmpdir(), 'beian-dashboards-'));
    try {
      execFileSync(process.execPath, [join(observability, 'write-dashboards.mjs'), written]);
      expect(filesOf(join(observability, 'dashboards'))).toEqual(filesOf(written));
    } finally {
      rmSync(written, { recursive: true });
    }
  });
});
