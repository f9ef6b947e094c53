import type { OpenedFiling } from '@beian/contracts';
import { FilingRecord } from '../record';
import type { FilingState } from '../state';

export const anOpened = (more: Partial<OpenedFiling> = {}): OpenedFiling => ({
  filingId: '01J000000000000000000F1L1N',
  owner: '01J0000000000000000000OWNR',
  province: '12',
  filingType: 'FIRST',
  nature: 'enterprise',
  pack: '2018-06',
  asOf: '2018-06-09',
  ...more,
});

/** A record in the middle of its life, for what needs no server. */
export function aRecord(state: Partial<FilingState> = {}): FilingRecord {
  const record = new FilingRecord(anOpened());
  Object.assign(record.state, state);
  return record;
}
