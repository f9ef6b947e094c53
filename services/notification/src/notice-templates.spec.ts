import { noticeChannels, noticeLanguages } from '@beian/contracts/schemas';
import { renderNotice } from './notice-templates';
import { notices, type NoticeKind } from './notices';
import { previewNotices, sampleFacts } from './preview-notices';

const kinds = Object.keys(notices) as NoticeKind[];
const facts = sampleFacts;
const textOf = (
  channel: (typeof noticeChannels)[number],
  kind: NoticeKind,
  language: 'zh' | 'en',
  of = facts,
): string => JSON.stringify(renderNotice(channel, kind, { language, facts: of }));

describe('the template set', () => {
  it.each(
    kinds.flatMap((kind) =>
      noticeChannels.flatMap((channel) => noticeLanguages.map((language) => [kind, channel, language] as const)),
    ),
  )('%s by %s in %s has words, the filing’s short number, and no hole', (kind, channel, language) => {
    const text = textOf(channel, kind, language);
    expect(text).toContain('ABCDEFGH');
    expect(text).not.toMatch(/undefined|null|NaN|\$\{|\[object/);
    if (channel === 'sms') expect(text.length).toBeLessThan(300);
  });

  it('is previewed whole: every notice in each of its channels, in both languages', () => {
    const { items } = previewNotices();
    expect(items.map(({ notice }) => notice)).toEqual(kinds);
    for (const { notice, views } of items) {
      expect(views).toHaveLength(notices[notice as NoticeKind].channels.length * noticeLanguages.length);
      for (const { text } of views) expect(text).not.toBe('');
    }
  });

  it('shows instants in Beijing time', () => {
    expect(textOf('mail', 'submitted', 'zh')).toContain('2018-06-29 18:00');
  });

  it('puts both languages into a mail, the reader’s own first', () => {
    const { text } = renderNotice('mail', 'granted', { language: 'en', facts });
    expect(text.indexOf('ICP filing')).toBe(0);
    expect(text).toContain('备案成功');
    expect(text).toContain('津ICP备99000001号-1');
  });

  it.each([
    ['access-and-cancel', '办理接入和注销时须填写', 'access and cancellation ask for it'],
    ['access', '请妥善保管。', 'keep it.'],
  ] as const)(
    'says that the ministry sends the filing password, and no more than the pack knows: %s',
    (use, zh, en) => {
      const { text } = renderNotice('mail', 'granted', { language: 'zh', facts: { ...facts, filingPassword: use } });
      for (const words of ['工信部将把备案密码发送至主体负责人的手机和邮箱', zh, en]) expect(text).toContain(words);
      const { filingPassword: _none, ...without } = facts;
      expect(textOf('mail', 'granted', 'zh', without)).not.toContain('密码');
    },
  );

  it.each(['<script>alert(1)</script>', 'x\r\nBcc: victim@example.com', 'http://evil.example/', '津ICP备1号\u202e'])(
    'takes markup, line breaks and links out of what an authority calls a number (A24): %j',
    (number) => {
      const evil = { ...facts, subjectNumber: number, siteNumbers: [number] };
      for (const channel of noticeChannels) {
        expect(textOf(channel, 'granted', 'zh', evil)).not.toMatch(/[<>]|\\r|Bcc:|http:|\u202e/);
      }
    },
  );

  it('keeps subject and text message on one line', () => {
    for (const kind of kinds) {
      const { subject } = renderNotice('mail', kind, { language: 'zh', facts: { ...facts, filingId: 'a\r\nTo: b' } });
      expect(subject).not.toMatch(/[\r\n]/);
      expect(renderNotice('sms', kind, { language: 'en', facts })).not.toMatch(/[\r\n]/);
    }
  });
});
