import { newId, problem } from '@beian/platform';
import type { FilingSnapshot } from '@beian/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Services } from './gateway.spec-helper';
import type { InternalCall } from './fake-service.spec-helper';

const at = '2018-06-01T01:00:00.000Z';
export const siteId = newId();
export const versionId = newId();
export const uploadId = newId();
export const checkId = newId();

export const typeForm = {
  province: '12',
  city: '天津市',
  nature: 'enterprise',
  certificateType: 'business-licence',
  domain: 'shiyan.cn',
};
export const certificateNumber = '91120104MA0000000X';
export const typeDecision = {
  checkId,
  row: 'T06',
  filingType: 'FIRST',
  zh: '首次备案',
  en: 'First filing',
  pack: '2018-06',
  asOf: '2018-06-01',
  source: 'rules.md 15.1',
};
export const subjectPart = (version = 3) => ({
  version,
  locked: { ...withoutDomain(), certificateNumber, filingType: 'FIRST' },
  draft: { name: '天津试验数据有限公司', administrators: {} },
  completeness: { filled: 1, of: 9 },
});
export const sitePart = (version = 2) => ({
  siteId,
  version,
  draft: { name: '试验', domains: ['shiyan.cn'] },
  completeness: { filled: 2, of: 7 },
});
const document = {
  versionId,
  slot: 'subject-certificate',
  state: 'accepted',
  findings: [],
  sealed: false,
  createdAt: at,
};
export const subjectFacts = {
  revision: 1,
  sha256: 'a'.repeat(64),
  province: '12',
  nature: 'enterprise',
  filingType: 'FIRST',
  certificateType: 'business-licence',
  holderMark: 'mark',
  personHolderMarks: [],
  administrators: [],
  lastChange: at,
};
export const websiteFacts = { revision: 1, sha256: 'b'.repeat(64), sites: [], lastChange: at };
export const documentFacts = { revision: 1, sha256: 'c'.repeat(64), slots: [], lastChange: at };

const reviewItem = (filingId: string) => ({
  filingId,
  kind: 'review',
  province: '12',
  filingType: 'FIRST',
  nature: 'enterprise',
  submission: 1,
  queuedAt: at,
  dueAt: at,
  overdue: false,
});

/** Ids that a spec knows, in place of those of an example. */
const known: Readonly<Record<string, object>> = {
  'POST /v1/filings': { checkId },
  'POST /v1/filings/{filingId}/photo': { versionId },
};

type Said = Readonly<
  Record<string, { readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> } }>
>;

/** The example of each route's body, from the document itself: so its examples are ones that work. */
export function exampleBodies(document: OpenAPIObject): Readonly<Record<string, object>> {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as unknown as Said).map(([method, said]) => {
      const reference = JSON.stringify(said.requestBody?.content['application/json']?.schema ?? {});
      const name = /#\/components\/schemas\/(\w+)/.exec(reference)?.[1] ?? '';
      const { examples: [example] = [] } = (document.components?.schemas?.[name] ?? {}) as {
        readonly examples?: readonly object[];
      };
      return [`${method.toUpperCase()} ${path}`, example] as const;
    }),
  );
  return Object.fromEntries(
    routes.flatMap(([route, example]) =>
      example === undefined ? [] : [[route, { ...example, ...known[route] }] as const],
    ),
  );
}

/** Lets every service answer each of its routes with something that fits its schema. */
export function answerEverything(services: Services, snapshotOf: (filingId: string) => Promise<FilingSnapshot>): void {
  const { subject, website, documents, verification, notification } = services;
  subject.on('POST /internal/standing', () => ({ held: 'no', runningOrder: false }));
  subject.on('PUT /internal/filings/:id/opening', () => subjectPart(1));
  subject.on('GET /internal/filings/:id/part', () => subjectPart());
  subject.on('GET /internal/filings/:id/part/masked', () => ({
    ...subjectPart(),
    draft: { name: '天***', administrators: {} },
  }));
  subject.on('PUT /internal/filings/:id/part', () => subjectPart(4));
  subject.on('POST /internal/filings/:id/unmask', () => ({ pointer: '/subject/name', value: '试验' }));
  subject.on('POST /internal/filings/:id/examination', () => ({ ok: true, findings: [], facts: subjectFacts }));
  for (const owner of [documents, verification]) owner.on('PUT /internal/filings/:id/legal-hold', () => undefined);
  website.on('POST /internal/standing', () => ({ domain: 'shiyan.cn', runningOrder: false, hostedHere: true }));
  website.on('PUT /internal/filings/:id/opening', () => ({ sites: [sitePart(1)] }));
  website.on('GET /internal/filings/:id/sites', () => ({ sites: [sitePart()] }));
  website.on('POST /internal/filings/:id/sites', () => sitePart(1));
  website.on('PUT /internal/filings/:id/sites/:site', () => sitePart(3));
  website.on('DELETE /internal/filings/:id/sites/:site', () => undefined);
  website.on('POST /internal/filings/:id/examination', () => ({ ok: true, findings: [], facts: websiteFacts }));
  const checks = { items: [], shellSubjects: [] };
  website.on('GET /internal/site-checks', () => checks);
  website.on('POST /internal/site-checks', () => checks);
  website.on('GET /internal/filings/:id/site-checks', () => checks);
  website.on('GET /internal/site-audit', () => ({ items: [] }));
  website.on('GET /internal/shell-subjects', () => ({ items: [] }));
  website.on('POST /internal/service-codes', () => serviceCode());
  website.on('POST /internal/service-codes/:id/grant', () => serviceCode());
  website.on('GET /internal/service-codes', () => ({ items: [serviceCode()] }));
  documents.on('PUT /internal/filings/:id/opening', () => ({}));
  documents.on('POST /internal/filings/:id/histories/links', () => ({ items: [] }));
  documents.on('POST /internal/filings/:id/uploads', () => ({
    uploadId,
    url: 'http://store',
    fields: {},
    expiresAt: at,
  }));
  documents.on('POST /internal/filings/:id/uploads/:upload/completion', () => document);
  documents.on('GET /internal/filings/:id/documents', () => ({ version: 1, documents: [document] }));
  documents.on('DELETE /internal/filings/:id/documents/:version', () => undefined);
  documents.on('POST /internal/filings/:id/documents/:version/link', () => ({ url: 'http://store/x', expiresAt: at }));
  for (const service of [subject, website, documents])
    service.on('GET /internal/filings/:id/record', () => ({ revisions: [] }));
  documents.on('POST /internal/filings/:id/forms', () => ({
    official: false,
    pdf: 'JVBERi0=',
    sha256: 'a'.repeat(64),
  }));
  documents.on('POST /internal/filings/:id/examination', () => ({ ok: true, findings: [], facts: documentFacts }));
  answerVerification(verification, snapshotOf);
  notification.on('GET /internal/filings/:id/messages', () => ({ items: [] }));
  notification.on('GET /internal/accounts/:id/notices', () => ({ items: [], unread: 0 }));
  const words = { title: '备案成功', text: '备案号：津ICP备99000001号' };
  const notice = { id: newId(), filingId: newId(), notice: 'granted', zh: words, en: words, at, readAt: at };
  notification.on('POST /internal/accounts/:id/notices/:notice/read', () => notice);
  notification.on('POST /internal/callbacks/carrier', () => undefined);
  notification.on('GET /internal/notice-previews', () => ({ items: [] }));
  notification.on('GET /internal/failed-deliveries', () => ({ items: [] }));
  notification.on('POST /internal/failed-deliveries/:id/resend', () => undefined);
}

function answerVerification(
  verification: Services['verification'],
  snapshotOf: (filingId: string) => Promise<FilingSnapshot>,
): void {
  verification.on('GET /internal/filings/:id/record', () => ({
    submissions: [],
    decisions: [],
    identity: [],
    phones: [],
    authority: [],
    numbers: [],
  }));
  const filingId = (call: InternalCall) => call.path.split('/')[3] ?? '';
  const moved = async (call: InternalCall) => ({ kind: 'moved', snapshot: await snapshotOf(filingId(call)) });
  verification.on('POST /internal/filing-type-checks', () => typeDecision);
  verification.on('GET /internal/filing-type-checks/:id', (call) =>
    call.path.includes(checkId) ? { ...typeDecision, form: typeForm } : problem('not-found'),
  );
  verification.on('GET /internal/requirements', () => ({ items: [] }));
  verification.on('POST /internal/filings/:id/judgement', () => ({ findings: [] }));
  verification.on('POST /internal/filings/:id/national-register-check', () => ({ findings: [] }));
  answerDesk(verification);
  verification.on('GET /internal/reviews', () => ({ items: [] }));
  verification.on('POST /internal/reviews/:id/claim', (call) => reviewItem(filingId(call)));
  verification.on('DELETE /internal/reviews/:id/claim', () => undefined);
  verification.on('GET /internal/filings/:id/reasons', () => []);
  verification.on('GET /internal/failed-hand-overs', () => ({ items: [] }));
  verification.on('POST /internal/filings/:id/phone-resends', () => ({ sent: 1, left: 1 }));
  for (const act of ['decision', 'reasons', 'photo-decision'])
    verification.on(`POST /internal/reviews/:id/${act}`, moved);
  for (const act of ['identity-choice', 'phone-confirmations', 'hold', 'release']) {
    verification.on(`POST /internal/filings/:id/${act}`, moved);
  }
  for (const party of ['authority', 'carrier', 'courier'])
    verification.on(`POST /internal/callbacks/${party}`, () => undefined);
}

function answerDesk(verification: Services['verification']): void {
  const slot = {
    slotId: newId(),
    administrator: 'subject-administrator',
    startsAt: at,
    endsAt: at,
    state: 'booked',
  };
  const place = {
    province: '12',
    city: '天津市',
    nameZh: '试验',
    nameEn: 'Trial',
    address: '一号',
    hours: '9-17',
    perDay: 1,
  };
  verification.on('GET /internal/filings/:id/call-slots', () => ({ free: [], booked: slot }));
  verification.on('POST /internal/filings/:id/call-slots', () => slot);
  verification.on('GET /internal/filings/:id/calls', () => ({ calls: [] }));
  verification.on('POST /internal/filings/:id/calls', () => ({ calls: [] }));
  verification.on('GET /internal/filings/:id/identity', () => ({ parcels: [] }));
  verification.on('GET /internal/photo-guide', () => ({ province: '12', items: [], source: 'rules.md 6.1' }));
  verification.on('GET /internal/photo-places', () => ({ items: [] }));
  verification.on('POST /internal/photo-places', () => ({ ...place, placeId: newId() }));
  verification.on('DELETE /internal/photo-places/:id', () => undefined);
}

const serviceCode = () => ({ id: newId(), code: 'BA-1', instanceId: 'i-1', state: 'unbound', createdAt: at });

function withoutDomain() {
  const { domain, ...form } = typeForm;
  void domain;
  return form;
}
