import { Mailbox } from './mailbox';

const submit = (messageId: string) => ({ name: 'submit', body: { messageId } }) as const;
const finding = { code: 'domain-holder-differs' } as never;

describe('the mailbox', () => {
  it('gives each message once, in the order heard, however often it is sent (T6)', () => {
    const mailbox = new Mailbox();
    for (const id of ['a', 'b', 'a', 'a', 'c', 'b']) mailbox.hear(submit(id));
    const taken = [mailbox.take(), mailbox.take(), mailbox.take(), mailbox.take()];
    expect(taken.map((message) => message?.body.messageId)).toEqual(['a', 'b', 'c', undefined]);
  });

  it('knows what it is acting on until it is settled', () => {
    const mailbox = new Mailbox();
    mailbox.hear(submit('a'));
    mailbox.take();
    expect(mailbox.isActingOn(['submit'])).toBe(true);
    mailbox.settle('a', { kind: 'moved' });
    expect(mailbox.isActingOn(['submit'])).toBe(false);
    expect(mailbox.verdictOf('a')).toEqual({ kind: 'moved' });
  });

  it('carries ids and verdicts to the next run, bounded, the newest kept', () => {
    const mailbox = new Mailbox();
    for (let i = 0; i < 600; i += 1) mailbox.isNew(`signal-${i}`);
    const next = new Mailbox(JSON.parse(JSON.stringify(mailbox.carry())));
    expect(mailbox.carry()).toHaveLength(500);
    expect(next.isNew('signal-599')).toBe(false);
    expect(next.isNew('signal-0')).toBe(true);
  });

  it('carries the findings of the newest submissions only', () => {
    const mailbox = new Mailbox();
    for (const id of ['1', '2', '3', '4', '5', '6']) mailbox.settle(id, { kind: 'findings', findings: [finding] });
    const counts = mailbox.carry().map(([, verdict]) => (verdict.kind === 'findings' ? verdict.findings.length : 0));
    expect(counts).toEqual([0, 1, 1, 1, 1, 1]);
  });
});
