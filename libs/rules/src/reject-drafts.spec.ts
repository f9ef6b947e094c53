import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFacts, DomainRecord, Finding, SubjectDraft, SubjectFacts, WebsiteFacts } from '@beian/contracts';
import { isWhole } from './coverage.fixture';
import { checkSiteDraft } from './check-site-draft';
import { checkSubjectDraft } from './check-subject-draft';
import { decideFilingType } from './decide-filing-type';
import { documentSlots } from './document-slots';
import { rejectCodeOf } from './finding';
import { judgeAcross } from './judge-across';
import { judgeDomain, type DomainContext } from './judge-domain';
import { judgeFile } from './judge-file';
import { rejectCodes } from './packs/reject-codes';
import { unforeseeable } from './packs/unforeseeable';
import { aContext, cell, code, table } from './printed-tables.fixture';

/*
 * Each published reason for a rejection (7.1, 15.6) has a draft here that pre-flight catches, or stands in the list of what
 * cannot be known beforehand. The same judgements run in the services' `examine` and `judge`.
 */
const context = aContext('2018-09', { asOf: '2019-04-15' });
const credit = '91330106MA0000015K';

const subject = (draft: Partial<SubjectDraft>, given: object = {}): readonly Finding[] =>
  checkSubjectDraft(
    {
      name: '浙江试验数据有限公司',
      certificateAddress: '浙江省杭州市西湖区试验路1号',
      mailingProvince: '33',
      mailingAddress: '浙江省杭州市西湖区试验路1号',
      superior: '林试文',
      administrators: {},
      ...draft,
    },
    { ...context, certificateType: 'business-licence', certificateNumber: credit, ...given },
  );
const chief = {
  name: '林试文',
  certificateType: 'resident-id',
  certificateNumber: '110105199003071239',
  certificateValidUntil: 'long-term',
  mobile: '13800000000',
  emergencyMobile: '13900000000',
  email: 'lin@people.example.cn',
  legalRepresentative: true,
} as const;
const led = (person: object, given: object = {}): readonly Finding[] =>
  subject({ administrators: { 'subject-administrator': { ...chief, ...person } } }, given);

const site = (draft: object, given: object = {}): readonly Finding[] =>
  checkSiteDraft(draft, { ...context, siteId: 's', ...given });

const record: DomainRecord = {
  domain: 'shiyan.cn',
  registrar: { name: '试验注册商', approved: true },
  registeredAt: '2018-01-01T00:00:00.000Z',
  expiresAt: '2021-01-01T00:00:00.000Z',
  realName: { state: 'verified', verifiedAt: '2018-01-02T00:00:00.000Z' },
  registrant: { name: '浙江试验数据有限公司', certificateType: 'business-licence', certificateNumber: credit },
  privacy: false,
};
const domain = (given: Partial<DomainRecord> | undefined, about: Partial<DomainContext> = {}): readonly Finding[] =>
  judgeDomain(
    given === undefined ? undefined : { ...record, ...given },
    { ...context, pointer: '/sites/s/domains/0', holder: 'subject', certificateType: 'business-licence', ...about },
    'shiyan.cn',
  ).findings;

const subjectFacts: SubjectFacts = {
  revision: 1,
  sha256: '',
  province: '33',
  nature: 'enterprise',
  filingType: 'FIRST',
  certificateType: 'business-licence',
  holderMark: 'h',
  personHolderMarks: [],
  administrators: [
    {
      key: 'subject-administrator',
      phoneMark: 'p',
      certificateMark: 'c',
      legalRepresentative: true,
      fromProvince: true,
    },
  ],
  lastChange: '2019-04-15T00:00:00.000Z',
};
const websiteFacts: WebsiteFacts = {
  revision: 1,
  sha256: '',
  sites: [{ siteId: 's', domains: 1, administrator: 'subject-administrator', preapprovals: [], holders: ['subject'] }],
  lastChange: '2019-04-15T00:00:00.000Z',
};
/** All papers of the usual order but those of one kind; those of another may have an end of validity. */
function across(missing: string, ends: { readonly kind?: string; readonly until?: string } = {}, given = context) {
  const slots = documentSlots({ ...given, administrators: subjectFacts.administrators, sites: websiteFacts.sites })
    .filter(({ kind }) => kind !== missing)
    .map(({ key, kind }) => ({
      slot: key,
      versionIds: ['v'],
      ...(kind === ends.kind && ends.until !== undefined ? { validUntil: ends.until } : {}),
    }));
  const documents: DocumentFacts = { revision: 1, sha256: '', slots, lastChange: '2019-04-15T00:00:00.000Z' };
  return judgeAcross(subjectFacts, websiteFacts, documents, given);
}

const filingType = (facts: object): string | undefined =>
  decideFilingType({
    ...context,
    domain: 'shiyan.cn',
    domainFiled: 'no',
    subjectFiled: false,
    subjectHeld: 'no',
    domainRunning: false,
    certificateRunning: false,
    hostedHere: false,
    ...facts,
  }).stop?.code;

/** A draft for a reason: what pre-flight finds in it. `as`: under which reason's name, where the cause hides the detail. */
type Caught =
  | { readonly found: () => readonly Finding[]; readonly as?: string }
  | { readonly stop: () => string | undefined }
  | { readonly service: string };

const drafts: Readonly<Record<string, Caught>> = {
  DOMAIN_NOT_IN_REGISTRY: { found: () => domain(undefined) },
  DOMAIN_OWNER: { found: () => domain({}, { holder: 'other' }) },
  DOMAIN_CERT_TYPE: {
    found: () =>
      domain({ registrant: { ...record.registrant, certificateType: 'organisation-code' } }, { holder: 'other' }),
  },
  // Holders are compared by one keyed hash of name, type and number: another number is another holder.
  DOMAIN_CERT_NUMBER: { found: () => domain({}, { holder: 'other' }), as: 'DOMAIN_OWNER' },
  DOMAIN_REGISTRAR: { found: () => domain({ registrar: { name: 'Foreign Ltd', approved: false } }) },
  DOMAIN_TLD: { found: () => domain({ domain: 'shiyan.org' }) },
  DOMAIN_EXPIRY: { found: () => domain({ expiresAt: '2019-05-01T00:00:00.000Z' }) },
  SITE_NAME: { found: () => site({ name: '中国的猫咪' }) },
  CROSS_PROVINCE: { found: () => subject({}, { certificateNumber: '92500105MA0000YY1Y' }) },
  SITE_CONTENT: { found: () => site({ serviceContents: [256] }, { nature: 'individual' }) },
  DOC_QUALITY: { found: () => judgeFile({ slot: 'subject-certificate', type: 'jpeg', bytes: 5_000_000 }, context) },
  DOC_INCOMPLETE: { found: () => across('subject-certificate') },
  DOC_EXPIRED: { found: () => across('', { kind: 'subject-certificate', until: '2019-01-01' }) },
  ADMIN_NOT_LEGAL_REP: { found: () => led({ legalRepresentative: false }) },
  PHONE_REGION: { found: () => led({ mobile: '13000000000' }, { province: code('Jiangsu') }) },
  PHONE_DUPLICATE: { found: () => led({ emergencyMobile: '13800000000' }) },
  STATEMENT: { found: () => across('authenticity-statement'), as: 'DOC_INCOMPLETE' },
  PHOTO: {
    found: () => across('site-administrator-photo', {}, aContext('2019-07', { asOf: '2019-09-20' })),
    as: 'DOC_INCOMPLETE',
  },
  // Asked by blind index of the provider's own subjects, in the same pre-flight.
  PHONE_REUSED: { service: 'services/subject/src/pin-subject.spec.ts' },
  WRONG_TYPE: { stop: () => filingType({ domainFiled: 'same-subject' }) },
  ORDER_RUNNING: { stop: () => filingType({ certificateRunning: true }) },
  SHELL_SUBJECT: { stop: () => filingType({ subjectFiled: true, sitesLeft: 0, province: code('Hainan') }) },
};

describe('a published reason for a rejection', () => {
  const cannot = new Map(unforeseeable.map((one) => [one.code, one]));

  it.each(Object.entries(drafts))('%s has a draft that pre-flight catches', (reason, caught) => {
    if ('stop' in caught) {
      expect(caught.stop()).toBe(reason);
      return;
    }
    if ('service' in caught) {
      const spec = readFileSync(join(__dirname, '..', '..', '..', caught.service), 'utf8');
      expect(spec).toContain(`code: '${reason}'`);
      return;
    }
    const found = caught.found();
    const hits = found.filter((one) => (rejectCodeOf(one.code) ?? one.code) === (caught.as ?? reason));
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect(isWhole(hit)).toBe(true);
    // The reason's own table points to the same part; what a registry says of a domain stands at the domain.
    const pointers = reason.startsWith('DOMAIN')
      ? ['sites']
      : rejectCodes.find((one) => one.code === reason)!.pointsTo.map((one) => one.split('/')[1]);
    expect(hits.some(({ pointer }) => pointers.includes(pointer.split('/')[1]))).toBe(true);
  });

  it.each(table('15.6-reject-codes'))('$Code is caught, or it is said why it cannot be known (B-2.7)', (row) => {
    const reason = cell(row, 'Code');
    const isCaught = drafts[reason] !== undefined;
    const why = cannot.get(reason);
    expect(isCaught || why !== undefined).toBe(true);
    if (why !== undefined) expect(why.wholly).toBe(!isCaught);
    if (!isCaught) expect([why?.why.zh, why?.why.en].every((text) => (text ?? '').length > 5)).toBe(true);
  });

  // "Before submit" is printed as yes, partly or no; probes of the network are the services', not the rules'.
  it('is in the list of the unforeseeable just where the regulation says partly or no, and for probes', () => {
    const printed = table('15.6-reject-codes')
      .filter((row) => !cell(row, 'Before submit').startsWith('yes') || /probe/.test(cell(row, 'Before submit')))
      .map((row) => cell(row, 'Code'));
    expect([...cannot.keys()].sort()).toEqual([...printed].sort());
  });

  it('of a clean draft is none', () => {
    expect(domain({})).toEqual([]);
    expect(across('')).toEqual([]);
    expect(led({})).toEqual([]);
    expect(filingType({})).toBeUndefined();
  });
});
