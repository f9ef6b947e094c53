import type { Role } from '@beian/contracts';

/** The filings that are asked about, as the owner sees them. */
export const targets = ['own', 'foreign', 'closed', 'absent'] as const;
export type Target = (typeof targets)[number];

/** Who may call an operation, and what it is about. */
export interface Access {
  readonly roles: readonly Role[];
  /** The function is about one filing, named in the path or (`body`) in the body. */
  readonly filing?: 'path' | 'body';
  /** Filings that are there and have nothing of this kind: a draft and a withdrawn one have no review. */
  readonly notOf?: readonly Target[];
  /** Something that the route takes; without it an empty body is sent. */
  readonly body?: object;
}

const everybody: readonly Role[] = ['applicant', 'agent', 'reviewer', 'senior', 'operator', 'auditor'];
const applicants: readonly Role[] = ['applicant', 'agent'];
const reviewers: readonly Role[] = ['reviewer', 'senior'];
/** Who reads what people wrote; an operator runs the system and does not read forms. */
const readers: readonly Role[] = ['applicant', 'agent', 'reviewer', 'senior', 'auditor'];
const operators: readonly Role[] = ['operator'];

const plain = (roles: readonly Role[], body?: object): Access => ({ roles, ...(body === undefined ? {} : { body }) });
const about = (roles: readonly Role[], body?: object): Access => ({ ...plain(roles, body), filing: 'path' });

const absent = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const sha256 = 'a'.repeat(64);
const check = {
  province: '12',
  city: '天津市',
  nature: 'enterprise',
  certificateType: 'business-licence',
  certificateNumber: '91120104MA0000000X',
  domain: 'shiyan-access.cn',
};

/**
 * Who may call what, written down a second time beside the code: a route or a role that changes there is changed here by
 * hand, or the matrix fails. Reads stand before writes, and what ends a filing or takes something away stands last: the rows are asked in this order.
 */
export const accessTable: Readonly<Record<string, Access>> = {
  'GET /v1/account': plain(everybody),
  'GET /v1/notices': plain(everybody),
  'GET /v1/evidence-key': plain(everybody),
  'GET /v1/requirements': plain(everybody),
  'GET /v1/rule-packs': plain(everybody),
  'GET /v1/photo-guide': plain(everybody),
  'GET /v1/photo-places': plain(everybody),
  'GET /v1/filings': plain(everybody),
  'GET /v1/mandates': plain(applicants),
  'GET /v1/service-codes': plain(applicants),
  'GET /v1/filed-subjects': plain(applicants),
  'GET /v1/filed-subjects/site-checks': plain(applicants),
  'GET /v1/filing-type-checks/{checkId}': plain(applicants),
  'GET /v1/reviews': plain(['reviewer', 'senior', 'operator', 'auditor']),
  'GET /v1/operator/views': plain(['operator', 'senior', 'auditor']),
  'GET /v1/operator/site-audit': plain(['operator', 'senior', 'auditor']),
  'GET /v1/operator/shell-subjects': plain(['operator', 'senior', 'auditor']),
  'GET /v1/operator/notice-previews': plain(['operator', 'senior']),
  'GET /v1/operator/deliveries': plain(operators),
  'GET /v1/operator/filings': plain(['operator', 'senior', 'auditor']),
  'GET /v1/operator/resend-runs/{runId}': plain(operators),
  'GET /v1/operator/hand-overs': plain(operators),
  'GET /v1/operator/parked-events': plain(operators),
  'GET /v1/operator/dead-letter-topics': plain(operators),
  'GET /v1/operator/dead-letters': plain(operators),

  'GET /v1/filings/{filingId}': about(everybody),
  'GET /v1/filings/{filingId}/history': about(everybody),
  'GET /v1/operator/filings/{filingId}/history': about(['operator', 'auditor']),
  'GET /v1/filings/{filingId}/wechat-status': about(everybody),
  'GET /v1/filings/{filingId}/messages': about(everybody),
  'GET /v1/filings/{filingId}/site-checks': about(everybody),
  'GET /v1/filings/{filingId}/events': about(everybody),
  'GET /v1/filings/{filingId}/reasons': about(readers),
  'GET /v1/filings/{filingId}/subject': about(readers),
  'GET /v1/filings/{filingId}/sites': about(readers),
  'GET /v1/filings/{filingId}/sites/{siteId}': about(readers),
  'GET /v1/filings/{filingId}/documents': about(readers),
  'GET /v1/filings/{filingId}/evidence': about([...applicants, 'auditor']),
  'GET /v1/filings/{filingId}/forms/{form}': about(applicants),
  'GET /v1/filings/{filingId}/call-slots': about([...applicants, ...reviewers]),
  'GET /v1/filings/{filingId}/identity': about(readers),
  'GET /v1/reviews/{filingId}/calls': about(['reviewer', 'senior', 'auditor']),
  'GET /v1/reviews/{filingId}/difference': about(['reviewer', 'senior', 'auditor']),
  'POST /v1/filings/{filingId}/preflight': about([...applicants, ...reviewers]),
  'POST /v1/filings/{filingId}/documents/{versionId}/link': about([...applicants, ...reviewers], { reason: 'review' }),
  'POST /v1/filings/{filingId}/unmask': about(reviewers, { pointer: '/subject/name', reason: 'call log' }),

  'POST /v1/filing-type-checks': plain(applicants, check),
  'POST /v1/filings': plain(applicants, { checkId: absent, certificateNumber: check.certificateNumber }),
  'POST /v1/filed-subjects/changes': plain(applicants, {
    subjectNumber: '津ICP备99000000号',
    filingType: 'CANCEL_SUBJECT',
  }),
  'POST /v1/filed-subjects/site-checks': plain(applicants, { siteNumber: '津ICP备99000001号-1' }),
  'POST /v1/service-codes': plain(applicants, { instanceId: 'i-nobody' }),
  'POST /v1/service-codes/{codeId}/grant': plain(applicants),
  'POST /v1/notices/{noticeId}/read': plain(everybody),
  'POST /v1/mandates': { roles: applicants, filing: 'body' },
  'POST /v1/operator/deliveries/{deliveryId}/resend': plain(operators),
  'POST /v1/operator/deliveries/resend': plain(operators, { filter: {}, dryRun: true }),
  'POST /v1/operator/parked-events/release': plain(operators, { service: 'verification', dryRun: true }),
  'POST /v1/operator/dead-letters/replay': plain(operators, { topic: 'beian.nobody.v1.dead.nobody', dryRun: true }),
  'POST /v1/operator/photo-places': plain(operators, {
    province: '12',
    city: '天津市',
    nameZh: '试验拍照点',
    nameEn: 'Trial photo place',
    address: '试验道一号',
    hours: '09:00-17:00',
    perDay: 1,
  }),
  'DELETE /v1/operator/photo-places/{placeId}': plain(operators),
  'POST /v1/callbacks/authority': plain([]),
  'POST /v1/callbacks/carrier': plain([]),
  'POST /v1/callbacks/courier': plain([]),

  'PUT /v1/filings/{filingId}/subject': about(applicants, { name: '试验' }),
  'POST /v1/filings/{filingId}/sites': about(applicants, { name: '试验' }),
  'PUT /v1/filings/{filingId}/sites/{siteId}': about(applicants, { name: '试验' }),
  'POST /v1/filings/{filingId}/uploads': about(applicants, {
    slot: 'subject-certificate',
    type: 'image/png',
    sizeBytes: 1_000,
    sha256,
  }),
  'POST /v1/filings/{filingId}/uploads/{uploadId}/completion': about(applicants),
  'POST /v1/filings/{filingId}/identity-choice': about(applicants, {
    method: 'designated-place',
    bookingReference: 'BK-1',
  }),
  'POST /v1/filings/{filingId}/photo': about(applicants),
  'POST /v1/filings/{filingId}/phone-confirmations': about(applicants, {
    administrator: 'subject-administrator',
    code: '123456',
    mobile: '13800000000',
    certificateTail: '00000X',
  }),
  'POST /v1/filings/{filingId}/phone-resends': about(applicants, { administrator: 'subject-administrator' }),
  'POST /v1/filings/{filingId}/call-slots': about(applicants, {
    administrator: 'subject-administrator',
    startsAt: '2018-06-19T01:30:00.000Z',
  }),
  'POST /v1/reviews/{filingId}/calls': about(reviewers, {
    administrator: 'subject-administrator',
    outcome: 'no-answer',
  }),
  'POST /v1/reviews/{filingId}/claim': { ...about(reviewers), notOf: ['own', 'closed'] },
  'POST /v1/reviews/{filingId}/decision': about(reviewers, { decision: 'approve' }),
  'POST /v1/reviews/{filingId}/reasons': about(reviewers, {
    reasons: [{ code: 'SITE_NAME', pointer: '/sites/0/name' }],
  }),
  'POST /v1/reviews/{filingId}/photo-decision': about(reviewers, { accepted: true }),
  'DELETE /v1/reviews/{filingId}/claim': about(reviewers),
  'POST /v1/operator/filings/{filingId}/hold': about(operators, { note: 'province closed' }),
  'POST /v1/operator/filings/{filingId}/release': about(operators, { note: 'province open' }),
  'POST /v1/operator/filings/{filingId}/legal-hold': about(operators, { held: true, reason: 'court order 17' }),
  'POST /v1/operator/filings/{filingId}/extend-window': about(operators, { hours: 24 }),
  'POST /v1/operator/filings/{filingId}/retry-undo': about(operators, { undo: 'cancel-backdrop' }),
  'POST /v1/operator/filings/{filingId}/rule-pack': about(operators, { pack: '2018-09', asOf: '2018-09-10' }),
  'POST /v1/operator/filings/{filingId}/calendar-changed': about(operators),

  'POST /v1/filings/{filingId}/submit': about(applicants),
  'POST /v1/filings/{filingId}/resubmit': about(applicants),
  'POST /v1/filings/{filingId}/withdraw': about(applicants),
  'POST /v1/filings/{filingId}/abandon': about(applicants),
  'DELETE /v1/filings/{filingId}/documents/{versionId}': about(applicants),
  'DELETE /v1/filings/{filingId}/sites/{siteId}': about(applicants),
  'DELETE /v1/mandates/{mandateId}': plain(applicants),
};
