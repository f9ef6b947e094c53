import { noticeLanguages, type noticePreviewsSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { renderNotice } from './notice-templates';
import { notices, type Channel, type NoticeFacts, type NoticeKind } from './notices';

/** Sample values; the number is of no year that numbers are given for (rules.md 9.3). */
export const sampleFacts: NoticeFacts = {
  filingId: '01J9ZZZZZZZZZZZZZZABCDEFGH',
  submission: 2,
  reasons: 3,
  from: '2018-06-04T01:00:00.000Z',
  until: '2018-06-29T10:00:00.000Z',
  day: 15,
  subjectNumber: '津ICP备99000001号',
  siteNumbers: ['津ICP备99000001号-1'],
  faults: ['shell-site'],
  filingPassword: 'access-and-cancel',
};

/** Every notice as it goes out, with sample values: each channel it uses, each language its reader may have chosen. */
export function previewNotices(): z.output<typeof noticePreviewsSchema> {
  return {
    items: (Object.keys(notices) as NoticeKind[]).map((notice) => {
      const { audience, channels } = notices[notice];
      const views = channels.flatMap((channel) =>
        noticeLanguages.map((language) => ({ channel, language, ...wordsOf(channel, notice, language) })),
      );
      return { notice, audience, views };
    }),
  };
}

function wordsOf(channel: Channel, kind: NoticeKind, language: (typeof noticeLanguages)[number]) {
  const how = { language, facts: sampleFacts };
  if (channel === 'sms') return { text: renderNotice('sms', kind, how) };
  if (channel === 'in-app') return renderNotice('in-app', kind, how);
  const { subject, text } = renderNotice('mail', kind, how);
  return { title: subject, text };
}
