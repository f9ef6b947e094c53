import { createLogger } from './logger';
import { withRequest } from './request-context';

describe('the logger', () => {
  const logged = (write: (logger: ReturnType<typeof createLogger>) => void): string => {
    const lines: string[] = [];
    write(createLogger('subject', 'info', { write: (line: string) => void lines.push(line) }));
    return lines.join('');
  };

  it('rel S9 T30 hides fields that never belong into a log, also one and two levels down', () => {
    const text = logged((logger) =>
      logger.info(
        {
          phone: '13812348000',
          person: { idNumber: '110101199003078515' },
          a: { b: { email: 'w@example.com' } },
          parameters: ['x1y2'],
        },
        'done',
      ),
    );
    expect(text).not.toMatch(/13812348000|110101199003078515|w@example|x1y2/);
    expect(text).toContain('[redacted]');
  });

  it('writes of an error its kind, text, code and cause, and not what else hangs on it', () => {
    const error = Object.assign(new Error('no', { cause: new TypeError('deep') }), {
      code: '23505',
      parameters: ['secret-1'],
      detail: 'secret-2',
    });
    const text = logged((logger) => logger.warn({ err: error }, 'failed'));
    expect(text).toMatch(/"code":"23505".*"deep"/);
    expect(text).not.toMatch(/secret/);
  });

  it('names the service and the request', () => {
    const text = logged((logger) => withRequest({ requestId: 'request-1' }, () => logger.info('x')));
    expect(JSON.parse(text)).toMatchObject({ service: 'subject', requestId: 'request-1', level: 'info', msg: 'x' });
  });
});
