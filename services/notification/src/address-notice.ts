import { notificationDossierSchema } from '@beian/contracts/schemas';
import {
  DossierUnreadable,
  maskEmail,
  maskPhone,
  ProblemError,
  type DossierStore,
  type Logger,
  type Tx,
} from '@beian/platform';
import { accountPerson, filingPerson, type Contact, type Contacts, type ContactStore } from './contacts.store';
import type { DeliveryStore } from './deliveries.store';
import { notices, type Channel, type StaffRole } from './notices';
import type { Notice, NoticeStore } from './notices.store';

export interface AddressNoticeDeps {
  readonly notices: NoticeStore;
  readonly contacts: ContactStore;
  readonly deliveries: DeliveryStore;
  readonly dossiers: Pick<DossierStore, 'get'>;
  readonly staffEmails: Readonly<Record<StaffRole, string>>;
  readonly logger: Logger;
}

/**
 * Finds out whom a notice reaches, and writes one delivery per person and channel (rules.md 7): the administrators of the
 * order by mail and SMS, the account in-app. Before the first submission, the account itself. Two administrators with one
 * phone get one message. Answers false if the object store is away and it has to be tried again.
 */
export async function addressNotice(deps: AddressNoticeDeps, notice: Notice): Promise<boolean> {
  const { audience } = notices[notice.kind];
  const found = audience === 'applicant' ? await applicantsOf(deps, notice) : staffOf(deps.staffEmails[audience]);
  if (found === 'later') return false;
  await deps.notices.database.transaction(async (tx) => {
    if (!(await deps.notices.markAddressed(tx, notice.noticeId))) return;
    if (found.fresh !== undefined) await deps.contacts.saveFiling(tx, notice.filingId, found.fresh);
    await writeDeliveries(deps.deliveries, tx, { notice, ...found });
  });
  return true;
}

interface Found extends Contacts {
  /** Read just now, to be kept: the dossier disappears with its submission. */
  readonly fresh?: { readonly contacts: Contacts; readonly dossierKey: string };
}

const staffOf = (email: string): Found => ({ language: 'zh', contacts: [{ recipient: 'staff', email }] });

async function applicantsOf(deps: AddressNoticeDeps, notice: Notice): Promise<Found | 'later'> {
  const account = await deps.contacts.account(notice.accountId);
  const known = await deps.contacts.filing(notice.filingId);
  if (notice.dossier !== undefined && notice.dossier.key !== known?.dossierKey) {
    const read = await readDossier(deps, notice);
    if (read === 'later') return 'later';
    if (read !== undefined) return { ...read, fresh: { contacts: read, dossierKey: notice.dossier.key } };
  }
  return known ?? account ?? { language: 'zh', contacts: [] };
}

async function readDossier(deps: AddressNoticeDeps, notice: Notice): Promise<Contacts | 'later' | undefined> {
  if (notice.dossier === undefined) return undefined;
  try {
    const { contacts, language } = notificationDossierSchema.parse(await deps.dossiers.get(notice.dossier));
    return {
      language,
      contacts: contacts.map(({ administrator, mobile, email }) => ({ recipient: administrator, mobile, email })),
    };
  } catch (error) {
    const { noticeId, filingId } = notice;
    const isAway = error instanceof ProblemError && error.code === 'temporarily-unavailable';
    if (isAway && (await deps.notices.postpone(noticeId))) return 'later';
    const fault = error instanceof DossierUnreadable ? error.fault : error instanceof Error ? error.name : 'unknown';
    deps.logger.warn(
      { noticeId, filingId, fault },
      'the contacts of a submission cannot be read; who is known is told instead',
    );
    return undefined;
  }
}

interface Addressed extends Contacts {
  readonly notice: Notice;
}

async function writeDeliveries(
  deliveries: DeliveryStore,
  tx: Tx,
  { notice, language, contacts }: Addressed,
): Promise<void> {
  const { noticeId, filingId, accountId, kind } = notice;
  const common = { noticeId, filingId, language };
  for (const channel of notices[kind].channels) {
    if (channel === 'in-app') {
      await deliveries.add(tx, {
        ...common,
        channel,
        recipient: 'account',
        personId: accountPerson(accountId),
        masked: '',
        state: 'delivered',
      });
      continue;
    }
    for (const { recipient, address } of reached(contacts, channel)) {
      const personId =
        recipient === 'staff' ? 'staff' : recipient === 'account' ? accountPerson(accountId) : filingPerson(filingId);
      const masked = channel === 'mail' ? maskEmail(address) : maskPhone(address);
      await deliveries.add(tx, { ...common, channel, recipient, address, personId, masked, state: 'waiting' });
    }
  }
}

/** Each address once, under the first person who has it. */
function reached(contacts: readonly Contact[], channel: Exclude<Channel, 'in-app'>) {
  const seen = new Set<string>();
  return contacts.flatMap(({ recipient, mobile, email }) => {
    const address = channel === 'mail' ? email?.trim() : mobile?.replace(/[\s-]/g, '');
    const canonical = address?.toLowerCase();
    if (address === undefined || address === '' || canonical === undefined || seen.has(canonical)) return [];
    seen.add(canonical);
    return [{ recipient, address }];
  });
}
