import { shanghaiDate } from '@beian/calendar';
import type { NoticeFacts } from './notices';

/** The words of one notice in one language; `sms` is short, for a text message is paid by its length. */
export interface NoticeWords {
  readonly title: string;
  readonly text: string;
  readonly sms: string;
}

/** An instant as a person in China reads it: day and minute, Beijing time. */
export function beijingTime(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shanghaiDate(Date.parse(instant))} ${shifted.slice(11, 16)}`;
}

/** Nothing that comes from outside (filing numbers of an authority) may bring line breaks, markup or a link along. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ()（）号\-]/gu, '')
    .slice(0, 60);
}

/** The filing as a person knows it: the last eight characters of its id. */
export const shortId = ({ filingId }: NoticeFacts): string => plain(filingId).slice(-8);

/** The numbers of the sites alone. */
export const sitesOf = ({ siteNumbers = [] }: Pick<NoticeFacts, 'siteNumbers'>): readonly string[] =>
  siteNumbers.map(plain);

export const numbersOf = ({ subjectNumber, siteNumbers = [] }: NoticeFacts): readonly string[] => [
  ...(subjectNumber === undefined ? [] : [plain(subjectNumber)]),
  ...sitesOf({ siteNumbers }),
];
