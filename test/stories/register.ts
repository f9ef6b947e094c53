import { eventually } from '../faults/persistently';
import type { Journey } from './journey';

/** A subject in the register of this provider, as its owner sees it. */
export interface FiledSubject {
  readonly subjectNumber: string;
  readonly openFiling?: string;
  readonly sites: readonly { readonly siteNumber: string; readonly domains: readonly string[] }[];
}

/** What these people have filed here, once it is as expected: a grant reaches its owners a moment after the stage. */
export async function registerOf(
  { applicant }: Journey,
  isExpected: (filed: FiledSubject | undefined) => boolean,
): Promise<FiledSubject | undefined> {
  const look = async () => {
    const { items } = await applicant.api.must('GET', '/v1/filed-subjects');
    const [filed] = items as readonly FiledSubject[];
    return isExpected(filed) ? { filed } : undefined;
  };
  return (await eventually(look, 'the register as it should be')).filed;
}

/** The subject with so many sites, none of its filings open. */
export async function inRegister(journey: Journey, sites = 1): Promise<FiledSubject> {
  const filed = await registerOf(
    journey,
    (one) => one !== undefined && one.openFiling === undefined && one.sites.length === sites,
  );
  if (filed === undefined) throw new Error('nothing is filed');
  return filed;
}
