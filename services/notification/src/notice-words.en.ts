import { beijingTime, numbersOf, shortId, sitesOf, type NoticeWords } from './notice-words';
import type { NoticeFacts, NoticeKind, SiteFault } from './notices';

const at = (instant: string): string => `${beijingTime(instant)} (Beijing time)`;
const by = ({ until }: NoticeFacts): string => (until === undefined ? '' : ` Please do so by ${at(until)}.`);
const due = ({ until }: NoticeFacts): string => (until === undefined ? '' : ` It is due by ${at(until)}.`);
const expected = ({ from, until }: NoticeFacts): string => {
  if (until === undefined) return '';
  return from === undefined
    ? ` A result is expected by ${at(until)}.`
    : ` A result is expected between ${at(from)} and ${at(until)}.`;
};
/** The one day of a promise, or both of a range. */
const dates = (f: NoticeFacts): string => (f.from === undefined ? due(f) : expected(f));
const count = ({ reasons = 0 }: NoticeFacts): string =>
  reasons === 1 ? 'one reason is given' : `${reasons} reasons are given`;

/** The ministry's own message; what the password is asked for as far as the pack knows. */
const passwordOf = ({ filingPassword }: NoticeFacts): string => {
  if (filingPassword === undefined) return '';
  const use = filingPassword === 'access-and-cancel' ? ': access and cancellation ask for it' : '';
  return ` The ministry sends the filing password to the subject administrator’s phone and mail; keep it${use}.`;
};

const faultWords: Readonly<Record<SiteFault, string>> = {
  'shell-site':
    'Its domain does not lead to your server here, or is not registered any more. Such a site counts as an empty shell and loses its access.',
  FILED_SITE_DOWN: 'Its home page does not answer.',
  NO_FOOTER: 'Its home page does not show the filing number with a link to the ministry.',
};
const faultsOf = ({ faults = [] }: NoticeFacts): string => faults.map((fault) => faultWords[fault]).join(' ');

const words = (facts: NoticeFacts, title: string, [text, sms = text]: readonly [string, string?]): NoticeWords => ({
  title: `ICP filing ${shortId(facts)}: ${title}`,
  text,
  sms: `ICP filing ${shortId(facts)}: ${title}. ${sms}`,
});

export const enWords: Readonly<Record<NoticeKind, (facts: NoticeFacts) => NoticeWords>> = {
  submitted: (f) =>
    words(f, 'submitted for review', [
      `We have received your filing (submission ${f.submission}). Please be reachable by phone while it is reviewed.${expected(f)}`,
    ]),
  returned: (f) =>
    words(f, 'returned by the reviewer', [
      `It needs changes; ${count(f)}. Sign in to see each of them, correct and resubmit.${by(f)}`,
    ]),
  'reasons-added': (f) =>
    words(f, 'more to correct', [`The reviewer has added to his remarks; ${count(f)} by now. Sign in to see them.`]),
  'review-passed': (f) =>
    words(f, 'review passed', [
      `Sign in to choose how the website administrator proves his identity, and do so.${by(f)}`,
    ]),
  'backdrop-shipped': (f) =>
    words(f, 'backdrop shipped', [
      'When it arrives, take the photo as described and upload it. Do not wear a red or blue top.',
    ]),
  'backdrop-lost': (f) =>
    words(f, 'backdrop not delivered', [
      'The courier could not deliver it. Sign in and choose the way of the identity check again.',
    ]),
  'photo-refused': (f) => words(f, 'photo refused', ['Sign in to see why, then take and upload a new photo.']),
  'photo-accepted': (f) =>
    words(f, 'photo accepted', ['The photo has passed; we now submit the filing to the authority.']),
  'handing-over': (f) => words(f, 'review passed', ['We now submit the filing to the authority.']),
  'handed-over': (f) => words(f, 'with the authority', [`The authority is reviewing the filing.${expected(f)}`]),
  'phone-codes-sent': (f) =>
    words(f, 'confirm the phones', [
      `Codes were sent to the phones of the administrators. Sign in and enter code, mobile and the last six characters of the certificate.${by(f)} The filing is returned otherwise.`,
    ]),
  'phones-confirmed': (f) => words(f, 'phones confirmed', [`The authority is reviewing the filing.${expected(f)}`]),
  'phone-window-closing': (f) =>
    words(f, 'phone confirmation is about to close', [`A phone is not confirmed yet.${by(f)}`]),
  'phone-window-closed': (f) =>
    words(f, 'phone confirmation timed out', ['The filing was returned. Sign in and resubmit it.']),
  'phone-failed': (f) =>
    words(f, 'phone confirmation failed', [
      'The code was entered wrongly too often, or could not be delivered. The filing was returned: check the phone and resubmit.',
    ]),
  'authority-rejected': (f) =>
    words(f, 'returned by the authority', [
      `The authority has not accepted it; ${count(f)}. Sign in, correct and resubmit.${by(f)}`,
    ]),
  'authority-overdue': (f) =>
    words(f, 'the authority takes longer', [
      'The authority has passed its usual time. We go on waiting and look after it; there is nothing you need to do.',
    ]),
  granted: (f) =>
    words(f, 'granted', [
      `Filing numbers: ${numbersOf(f).join(', ')}. Show the number at the foot of the home page with a link to the ministry, and file with public security within 30 days.${passwordOf(f)}`,
      `Filing numbers: ${numbersOf(f).join(', ')}`,
    ]),
  refused: (f) => words(f, 'not accepted', [`This filing cannot go on; ${count(f)}. Sign in to see them.`]),
  withdrawn: (f) =>
    words(f, 'withdrawn', ['It was withdrawn as you asked; certificate, domains and service codes are free again.']),
  abandoned: (f) => words(f, 'abandoned', ['It was abandoned; certificate, domains and service codes are free again.']),
  lapsed: (f) =>
    words(f, 'lapsed', [
      'Nothing was done for too long, so it has lapsed. What you entered is kept for a fresh start.',
    ]),
  'deadline-moved': (f) =>
    words(f, 'a date has moved', [`The working-day calendar has changed and the date was planned anew.${dates(f)}`]),
  idle: (f) =>
    words(f, 'waiting for you', [
      `Nothing was done for ${f.day ?? 0} days.${f.until === undefined ? '' : ` It lapses after ${at(f.until)}.`} Sign in to go on.`,
    ]),
  'stuck-step': (f) =>
    words(f, 'this step takes long', [
      'The present step has taken more than three working days. Contact support with the number of the filing if you wish to know more.',
    ]),
  'public-security-due': (f) =>
    words(f, 'file with public security', [
      `A website is filed with public security within 30 days of its opening.${by(f)}`,
    ]),
  'site-faulty': (f) =>
    words(f, 'your website needs repair', [
      `Site ${sitesOf(f).join(', ')}: ${faultsOf(f)} Sign in to see what was found and what helps.`,
    ]),
  'site-repaired': (f) =>
    words(f, 'your website is in order again', [`Site ${sitesOf(f).join(', ')}: nothing was found at the last look.`]),
  'staff-review-half-time': (f) => words(f, 'half of the review time is over', [due(f).trim()]),
  'staff-review-overdue': (f) => words(f, 'review overdue', [`${due(f).trim()} Please act now.`]),
  'staff-photo-review-overdue': (f) => words(f, 'photo review overdue', [`${due(f).trim()} Please act now.`]),
  'staff-hand-over-overdue': (f) =>
    words(f, 'hand-over overdue', [`${due(f).trim()} Please look at the authority's interface.`]),
  'staff-authority-overdue': (f) => words(f, 'authority overdue', [`${due(f).trim()} Please contact the authority.`]),
};
