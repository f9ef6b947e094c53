import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');

describe('the tree is formatted', () => {
  it('as `npm run format` leaves it', () => {
    const prettier = join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
    const words = [prettier, '--list-different', '.'];
    const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['', '']);
  }, 180_000);
});
