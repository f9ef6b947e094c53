import { randomBytes } from 'node:crypto';
import type { SubjectDraft } from '@beian/contracts';
import { aDraft, anOpening } from './subject.fixture';
import { subjectFacts } from './subject-facts';
import type { SubjectPart } from './subject.store';

const resident = '310115200012310014';

function individual(draft: Partial<SubjectDraft>): SubjectPart {
  const { accountId, pack, asOf, ...locked } = anOpening({
    nature: 'individual',
    certificateType: 'resident-id',
    certificateNumber: resident,
  });
  return {
    filingId: 'F',
    accountId,
    version: 1,
    pack,
    asOf,
    locked,
    draft: { ...aDraft(), administrators: {}, ...draft },
    certificateIndex: Buffer.alloc(0),
    holderId: 'P',
    personIds: {},
    changedAt: new Date('2018-06-15T02:00:00.000Z'),
    closed: false,
  };
}

const isFromProvince = (part: SubjectPart) =>
  subjectFacts(part, { hmacKey: randomBytes(32), revision: 1 })?.administrators.map((one) => one.fromProvince);

describe('whether an administrator is from the province of the filing (33, Zhejiang)', () => {
  it.each([
    { address: '浙江省杭州市西湖区金丝雀路 18 号', from: true, why: 'the address on the certificate goes first' },
    { address: '上海市浦东新区金丝雀路 18 号', from: false, why: 'an address elsewhere' },
    { address: '金丝雀路 18 号', from: false, why: 'an address that names no province: the number says 31' },
  ])('$why', ({ address, from }) => {
    expect(isFromProvince(individual({ certificateAddress: address }))).toEqual([from]);
  });

  it('knows of another person only what the number says', () => {
    const part = individual({ certificateAddress: '浙江省杭州市西湖区金丝雀路 18 号' });
    const enterprise = { ...part, locked: { ...part.locked, nature: 'enterprise' as const } };
    const persons = { ...enterprise, draft: { ...enterprise.draft, administrators: aDraft().administrators } };
    expect(isFromProvince(persons)).toEqual([false, false]);
  });
});
