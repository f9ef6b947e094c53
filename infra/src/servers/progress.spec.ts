import { createProgress } from './progress';

describe('progress', () => {
  it('says what takes how long, and what came of it', () => {
    let now = 0;
    const lines: string[] = [];
    const progress = createProgress({ write: (text) => lines.push(text) }, () => now);
    const done = progress.begin('temporal', 'building from Go modules', 300);
    now = 42_000;
    done('built');
    expect(lines).toEqual(['  temporal   building from Go modules, about 300 s\n', '  temporal   built (42 s)\n']);
  });

  it('redraws the open lines on a terminal, one per server', () => {
    const text: string[] = [];
    const progress = createProgress({ isTTY: true, write: (piece) => text.push(piece) }, () => 0);
    const one = progress.begin('temporal', 'starting', 4);
    const two = progress.begin('kafka', 'starting', 8);
    one('up');
    two('up');
    expect(text.join('')).toContain(
      '\u001b[2A\u001b[0J  temporal   up (0 s)\n  kafka      starting  0 s of about 8 s\n',
    );
  });
});
