import { enWords } from './notice-words.en';
import { zhWords } from './notice-words.zh';
import type { NoticeWords } from './notice-words';
import type { Channel, Language, NoticeFacts, NoticeKind } from './notices';

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** What each channel sends. */
export interface Rendered {
  readonly mail: Mail;
  readonly sms: string;
  readonly 'in-app': { readonly title: string; readonly text: string };
}

const words: Readonly<Record<Language, Readonly<Record<NoticeKind, (facts: NoticeFacts) => NoticeWords>>>> = {
  zh: zhWords,
  en: enWords,
};

const footer = {
  zh: '本邮件由系统自动发送，请勿回复。',
  en: 'This message was sent by a system; please do not reply.',
} as const;
const other = { zh: 'en', en: 'zh' } as const satisfies Record<Language, Language>;

/**
 * The one template set: every notice, in every channel and language. All of it is plain text: nothing of it is ever read
 * as markup or as a header. A mail speaks the reader's language first, then the other one.
 */
export function renderNotice<C extends Channel>(
  channel: C,
  kind: NoticeKind,
  { language, facts }: { readonly language: Language; readonly facts: NoticeFacts },
): Rendered[C] {
  const { title, text, sms } = words[language][kind](facts);
  const second = words[other[language]][kind](facts);
  const rendered: Rendered = {
    mail: {
      subject: oneLine(title),
      text: [
        title,
        '',
        text,
        '',
        '—',
        second.title,
        '',
        second.text,
        '',
        footer[language],
        footer[other[language]],
        '',
      ].join('\n'),
    },
    sms: oneLine(sms),
    'in-app': { title, text },
  };
  return rendered[channel];
}

/** A header or a text message is one line, whatever went into it. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
