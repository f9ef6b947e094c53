import type { FilingType, RulePackId } from '@beian/contracts';
import { audit, type Clock, type Database, problem, type Tx } from '@beian/platform';
import { filedMarks } from './filed-subject';
import type { PinStore } from './pin.store';
import type { FiledHere, RegisterStore } from './register.store';
import type { NewPart, SubjectPart, SubjectStore } from './subject.store';

export interface OpenFiledDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly subjects: SubjectStore;
  readonly pins: PinStore;
  readonly register: RegisterStore;
  readonly clock: Clock;
  readonly hmacKey: Buffer;
}

export interface FiledOpening {
  readonly accountId: string;
  readonly subjectNumber: string;
  readonly filingType: FilingType;
  readonly pack: RulePackId;
  readonly asOf: string;
}

/**
 * Opens the subject's part of a filing that alters or ends what is filed (变更, 注销; rules.md 1.1): everything begins as the
 * register holds it. The same opening again answers the same part. Refuses a number that this account has not filed as
 * absent, and `order-running` while another draft or order for the subject is open (T18).
 */
export function openFiledSubject(deps: OpenFiledDeps, filingId: string, opening: FiledOpening): Promise<SubjectPart> {
  const { database, subjects, pins, register, clock } = deps;
  const { accountId, subjectNumber, filingType, pack, asOf } = opening;
  return database.transaction(async (tx) => {
    const known = await subjects.read(tx, filingId, { accountId });
    if (known !== undefined) return known;
    const filed = (await register.filed(tx, accountId, { subjectNumber })) ?? problem('not-found');
    const blocker = await register.openDraft(tx, accountId, filed.certificateIndex);
    if (blocker !== undefined) return problem('order-running', { extra: { filingId: blocker } });
    const granted = (await pins.granted(tx, filed.filingId)) ?? problem('not-found');
    const at = clock.now();
    const locked = { ...granted.locked, filingType };
    await beginAsFiled(deps, tx, { part: { filingId, accountId, pack, asOf, locked, at }, filed });
    await audit.append(tx, {
      actor: accountId,
      action: 'subject-opened',
      object: `filing/${filingId}`,
      at,
      details: { province: locked.province, nature: locked.nature, filingType, pack, asOf, of: filed.filingId },
    });
    return (await subjects.read(tx, filingId)) ?? problem('not-found');
  });
}

/** Opens a part and fills it with what is filed. False if the filing has a part already, or nothing was granted here. */
export async function beginAsFiled(
  { subjects, pins, hmacKey }: Pick<OpenFiledDeps, 'subjects' | 'pins' | 'hmacKey'>,
  tx: Tx,
  { part, filed }: { readonly part: NewPart; readonly filed: FiledHere },
): Promise<boolean> {
  const granted = await pins.granted(tx, filed.filingId);
  if (granted === undefined) return false;
  const { filingPassword: _used, remark: _said, ...draft } = granted.draft;
  const marks = filedMarks(hmacKey, part.filingId, { subjectNumber: filed.subjectNumber, draft });
  if (!(await subjects.open(tx, { ...part, filed: marks }))) return false;
  const opened = (await subjects.read(tx, part.filingId)) ?? problem('not-found');
  await subjects.save(tx, { part: opened, draft, at: part.at });
  return true;
}
