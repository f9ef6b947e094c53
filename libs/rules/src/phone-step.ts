import type { AdministratorFacts, AdministratorKey, Day, SiteId } from '@beian/contracts';
import { certain, ruled, sourceOf, type RuleContext } from './rule-context';
import type { RuleValues } from './rule-values';

export interface PhoneContext extends RuleContext {
  /** The day of the hand-over: it decides about the provinces, and nothing else (C4). Absent: `asOf`. */
  readonly handOverDay?: Day;
}

export interface PhoneStep {
  /** The province asks for SMS verification on the day of the hand-over, and the filing type has recipients. */
  readonly asked: boolean;
  /** Clock hours from the first message (C5). */
  readonly windowHours: number;
  /** Wrong entries after which the order goes back. */
  readonly maxWrong: RuleValues['sms.maxWrong'];
  /** Wrong entries of any kind that void a code, in every pack (decision 4). */
  readonly codeVoidAfter: 5;
  readonly resend: RuleValues['sms.resend'];
  readonly delayMinutes: RuleValues['sms.delayMinutes'];
  readonly source: string;
}

/** Whether the administrators' phones are confirmed (短信核验), and by which clocks (rules.md 8). */
export function phoneStep(context: PhoneContext): PhoneStep {
  const onHandOver = { ...context, asOf: context.handOverDay ?? context.asOf };
  const isAsked = certain('sms.provinces', onHandOver).includes(context.province);
  return {
    asked: isAsked && recipientRule(context) !== 'none',
    windowHours: certain('sms.windowHours', context),
    maxWrong: certain('sms.maxWrong', context),
    codeVoidAfter: 5,
    resend: certain('sms.resend', context),
    delayMinutes: certain('sms.delayMinutes', context),
    source: `${sourceOf('sms.provinces', onHandOver)}; ${sourceOf('sms.windowHours', context)}`,
  };
}

const recipientRule = (context: RuleContext) => ruled('sms.recipients', context) ?? 'none';

export interface RecipientContext extends PhoneContext {
  readonly administrators: readonly Pick<AdministratorFacts, 'key' | 'phoneMark'>[];
  readonly sites: readonly { readonly siteId: SiteId; readonly administrator: AdministratorKey }[];
  /** Which parts a change or an added site altered; absent: nothing beside the site. */
  readonly changed?: { readonly subject: boolean; readonly sites: boolean };
}

/** Whose phones are confirmed, one code for one mobile (15.2); empty where nobody's is. */
export function phoneRecipients(context: RecipientContext): readonly AdministratorKey[] {
  if (!phoneStep(context).asked) return [];
  const siteAdmins = context.sites.map(({ administrator }) => administrator);
  const subjectAdmin: readonly AdministratorKey[] = ['subject-administrator'];
  const { changed = { subject: false, sites: true } } = context;
  switch (recipientRule(context)) {
    case 'subject-and-site-admins':
      return oncePerMobile([...subjectAdmin, ...siteAdmins], context);
    case 'site-admins':
      return oncePerMobile(siteAdmins, context);
    case 'site-admins-and-subject-admin-if-changed':
      return oncePerMobile([...(changed.subject ? subjectAdmin : []), ...siteAdmins], context);
    case 'subject-admin':
      return subjectAdmin;
    case 'by-changed-part':
      return oncePerMobile([...(changed.subject ? subjectAdmin : []), ...(changed.sites ? siteAdmins : [])], context);
    case 'none':
      return [];
  }
}

function oncePerMobile(
  keys: readonly AdministratorKey[],
  { administrators }: RecipientContext,
): readonly AdministratorKey[] {
  const seen = new Set<string>();
  return [...new Set(keys)].filter((key) => {
    const mark = administrators.find((one) => one.key === key)?.phoneMark ?? key;
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}

/** Whether a resubmission with nothing edited goes straight to a new message after the window has closed (8.6). */
export const fastLaneAllowed = (context: RuleContext): boolean => certain('sms.onTimeout', context).fastLane;
