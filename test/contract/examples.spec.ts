import { Applicant, enterpriseInTianjin, individualInZhejiang, paper } from '@beian/infra';
import { Journey } from '../stories/journey';
import { theScene } from '../stories/scene';
import { ApiContract } from './api-document';
import { ExampleSender, renewal, type Sending } from './example-sender';

/** Pictures are checked one after the other: who is told to come again does. */
const scene = { ...theScene(), patienceSeconds: 120 };
const { outside } = scene;
const form = enterpriseInTianjin();
const run = `${process.pid}x${Date.now()}`;
const applicant = `applicant-examples${run}`;
const agent = `agent-examples${run}`;
const reviewer = 'reviewer-wang';
const operator = 'operator-ma';
/** Operations without a body that other stories ask, where the state that they need is. */
const left: readonly string[] = [
  'DELETE /v1/filings/{filingId}/documents/{versionId}',
  'DELETE /v1/reviews/{filingId}/claim',
  'GET /v1/operator/resend-runs/{runId}',
];
const photoSlot = 'site-administrator-photo:site-administrator-1';

let contract: ApiContract;
let sender: ExampleSender;
let owner: Applicant;
let filingId: string;

/** A route of the filing that this file is about. */
const ofFiling = (name: string, sending: Sending) =>
  sender.send(name, { ...sending, path: { filingId, ...sending.path } });
const mine = (name: string, sending: Partial<Sending> = {}) => ofFiling(name, { as: applicant, ...sending });
const review = (name: string, sending: Partial<Sending> = {}) => ofFiling(name, { as: reviewer, ...sending });
const operate = (name: string, sending: Partial<Sending> = {}) => ofFiling(name, { as: operator, ...sending });
const versionOf = async (path: string) => ({ ifMatch: (await owner.api.get(path)).etag ?? '' });

beforeAll(async () => {
  contract = await ApiContract.of(scene.gatewayUrl);
  sender = new ExampleSender(scene, contract, renewal(contract, form));
  owner = await Applicant.signIn(scene, applicant);
});

async function instance(): Promise<string> {
  const { accountId } = await sender.send('GET /v1/account', { as: applicant });
  const instanceId = `i-${Math.random().toString(36).slice(2)}`;
  await outside.provideInstance(instanceId, accountId as string);
  return instanceId;
}

async function openDraft(): Promise<void> {
  const { checkId } = await sender.send('POST /v1/filing-type-checks', { as: applicant });
  await sender.send('GET /v1/filing-type-checks/{checkId}', { as: applicant, path: { checkId } });
  ({ filingId } = await sender.send('POST /v1/filings', { as: applicant, known: { checkId } }));
}

async function fillDraft(): Promise<void> {
  const { domain, certificateType, certificateNumber } = form.check;
  await outside.registerDomain(domain, { name: form.subject.name, certificateType, certificateNumber });
  const subject = `/v1/filings/${filingId}/subject`;
  await mine('PUT /v1/filings/{filingId}/subject', await versionOf(subject));
  await mine('GET /v1/filings/{filingId}/subject');
  const code = await sender.send('POST /v1/service-codes', {
    as: applicant,
    known: { instanceId: await instance() },
  });
  const { sites } = await mine('GET /v1/filings/{filingId}/sites');
  const siteId = sites[0].siteId as string;
  const site = { path: { siteId }, ...(await versionOf(`/v1/filings/${filingId}/sites/${siteId}`)) };
  await mine('PUT /v1/filings/{filingId}/sites/{siteId}', { ...site, known: { serviceCode: code.code } });
  await mine('GET /v1/filings/{filingId}/sites/{siteId}', { path: { siteId } });
  const other = await mine('POST /v1/filings/{filingId}/sites');
  const path = { siteId: other.siteId as string };
  const ifMatch = `"${other.version as number}"`;
  await mine('DELETE /v1/filings/{filingId}/sites/{siteId}', { path, ifMatch });
}

/** Both ways to send an upload: the example as it is, which is never completed, and one of a picture that is there. */
async function upload(slot: string): Promise<string> {
  const picture = paper(`${filingId} ${slot} ${Math.random()}`);
  const known = { slot, type: picture.type, sizeBytes: picture.bytes.length, sha256: picture.sha256 };
  const grant = await mine('POST /v1/filings/{filingId}/uploads', { known });
  const data = new FormData();
  for (const [name, value] of Object.entries(grant.fields as Record<string, string>)) data.append(name, value);
  data.append('file', new Blob([new Uint8Array(picture.bytes)], { type: picture.type }));
  await fetch(grant.url as string, { method: 'POST', body: data });
  const path = { uploadId: grant.uploadId as string };
  const { versionId } = await mine('POST /v1/filings/{filingId}/uploads/{uploadId}/completion', { path });
  return versionId as string;
}

async function openFillAndSubmit(): Promise<void> {
  await openDraft();
  await fillDraft();
  await mine('POST /v1/filings/{filingId}/preflight');
  await mine('POST /v1/filings/{filingId}/uploads');
  const versionId = await upload('subject-certificate');
  await mine('POST /v1/filings/{filingId}/documents/{versionId}/link', { path: { versionId } });
  await owner.uploadMissing(filingId);
  await mine('GET /v1/filings/{filingId}/documents');
  const { accountId } = await sender.send('GET /v1/account', { as: agent });
  await sender.send('POST /v1/mandates', { as: applicant, known: { filingId, agent: accountId as string } });
  const { items } = await sender.send('GET /v1/mandates', { as: applicant });
  const path = { mandateId: items[0].mandateId as string };
  await sender.send('DELETE /v1/mandates/{mandateId}', { as: applicant, path });
  const known = { instanceId: await instance() };
  const { id } = await sender.send('POST /v1/service-codes', { as: applicant, known });
  const granted = { as: applicant, path: { codeId: id as string }, known: { grantedTo: accountId as string } };
  await sender.send('POST /v1/service-codes/{codeId}/grant', granted);
  await sender.send('GET /v1/service-codes', { as: applicant });
  await mine('POST /v1/filings/{filingId}/submit');
  expect(await owner.status(filingId)).toMatchObject({ stage: 'provider-review', submission: 1 });
}

async function reviewAndReturn(): Promise<void> {
  await sender.send('GET /v1/reviews', { as: reviewer });
  await review('POST /v1/reviews/{filingId}/claim');
  await review('POST /v1/filings/{filingId}/unmask');
  await review('POST /v1/reviews/{filingId}/calls');
  const { free } = await mine('GET /v1/filings/{filingId}/call-slots');
  await mine('POST /v1/filings/{filingId}/call-slots', { known: { startsAt: free[0].startsAt as string } });
  await review('GET /v1/reviews/{filingId}/calls');
  await operate('POST /v1/operator/filings/{filingId}/hold');
  await operate('POST /v1/operator/filings/{filingId}/release');
  await operate('POST /v1/operator/filings/{filingId}/calendar-changed');
  await review('POST /v1/reviews/{filingId}/decision');
  await owner.untilStage(filingId, 'returned');
  await review('POST /v1/reviews/{filingId}/reasons');
  await mine('GET /v1/filings/{filingId}/reasons');
  const undone = (ledger: readonly { state: string }[]) => ledger.every(({ state }) => state === 'undone');
  await owner.until(filingId, ({ ledger }) => undone(ledger));
  const { sites } = await mine('GET /v1/filings/{filingId}/sites');
  const [site] = sites;
  const path = { siteId: site.siteId as string };
  const saved = await versionOf(`/v1/filings/${filingId}/sites/${path.siteId}`);
  const known = { ...site.draft, name: '天津试验数据官方网站' };
  await mine('PUT /v1/filings/{filingId}/sites/{siteId}', { path, ...saved, known });
  await mine('POST /v1/filings/{filingId}/resubmit');
  await review('POST /v1/reviews/{filingId}/claim');
  await review('GET /v1/reviews/{filingId}/difference');
  await review('POST /v1/reviews/{filingId}/decision', { example: 1 });
  await owner.untilStage(filingId, 'identity-check');
}

async function checkAdministrator(): Promise<void> {
  await mine('POST /v1/filings/{filingId}/identity-choice');
  await owner.until(filingId, ({ identity }) => identity?.parcel === 'ordered');
  const [parcel] = await outside.parcelsOf(filingId);
  await sender.send('POST /v1/callbacks/courier', {
    as: 'courier',
    known: { messageId: `parcel-${run}`, reference: parcel.reference as string, at: new Date().toISOString() },
  });
  await owner.until(filingId, ({ identity }) => identity?.parcel === 'shipped');
  await mine('GET /v1/filings/{filingId}/identity');
  await mine('POST /v1/filings/{filingId}/photo', { known: { versionId: await upload(photoSlot) } });
  await review('POST /v1/reviews/{filingId}/claim');
  await review('POST /v1/reviews/{filingId}/photo-decision', { example: 1 });
  await owner.until(filingId, ({ identity }) => identity?.photo === 'refused');
  await mine('POST /v1/filings/{filingId}/photo', { known: { versionId: await upload(photoSlot) } });
  await review('POST /v1/reviews/{filingId}/claim');
  await review('POST /v1/reviews/{filingId}/photo-decision');
  await owner.untilStage(filingId, 'phone-verification');
}

async function confirmAndGrant(): Promise<void> {
  await operate('POST /v1/operator/filings/{filingId}/extend-window');
  const { mobile } = form.phones['subject-administrator'] ?? { mobile: '' };
  await outside.awaitCode(mobile);
  await mine('POST /v1/filings/{filingId}/phone-resends');
  await outside.awaitCode(mobile, 2);
  for (const [administrator, phone] of Object.entries(form.phones)) {
    const known = { administrator, code: await outside.awaitCode(phone.mobile), ...phone };
    await mine('POST /v1/filings/{filingId}/phone-confirmations', { known });
  }
  await owner.untilStage(filingId, 'authority-review');
  for (const example of [0, 1]) {
    const known = { messageId: `sms-${run}-${example}`, at: new Date().toISOString() };
    await sender.send('POST /v1/callbacks/carrier', { as: 'carrier', example, known });
  }
  const [order] = await outside.ordersOf(filingId);
  const { sites } = await mine('GET /v1/filings/{filingId}/sites');
  const number = `津ICP备${String(Date.now()).slice(-8)}号`;
  const at = new Date().toISOString();
  const nobodys = { messageId: `no-${run}`, transactionId: `T-${run}`, at };
  await sender.send('POST /v1/callbacks/authority', { as: 'authority', example: 1, known: nobodys });
  const siteNumbers = [{ siteId: sites[0].siteId as string, number: `${number}-1` }];
  const known = { messageId: `yes-${run}`, transactionId: order.transactionId as string, at };
  await sender.send('POST /v1/callbacks/authority', {
    as: 'authority',
    known: { ...known, subjectNumber: number, siteNumbers },
  });
  await owner.untilStage(filingId, 'granted');
}

async function changeWhatIsFiled(): Promise<void> {
  await operate('POST /v1/operator/filings/{filingId}/retry-undo', { refused: 'not-allowed-now' });
  await operate('POST /v1/operator/filings/{filingId}/rule-pack', { refused: 'not-allowed-now' });
  const { items } = await sender.send('GET /v1/filed-subjects', { as: applicant });
  const { subjectNumber, sites } = items[0];
  const { siteNumber } = sites[0];
  await sender.send('POST /v1/filed-subjects/site-checks', { as: applicant, known: { siteNumber } });
  const known = { subjectNumber, siteNumbers: [siteNumber] };
  const change = await sender.send('POST /v1/filed-subjects/changes', { as: applicant, known });
  const path = { filingId: change.filingId as string };
  await sender.send('POST /v1/filings/{filingId}/abandon', { as: applicant, path });
}

async function withdraw(): Promise<void> {
  const journey = await Journey.inStage(scene, { form: individualInZhejiang(), stage: 'provider-review' });
  const path = { filingId: journey.filingId };
  await sender.send('POST /v1/filings/{filingId}/withdraw', { as: journey.applicant.persona, path });
}

async function runTheSystem(): Promise<void> {
  const { placeId } = await sender.send('POST /v1/operator/photo-places', { as: operator });
  await sender.send('GET /v1/photo-places', { as: applicant });
  await sender.send('DELETE /v1/operator/photo-places/{placeId}', { as: operator, path: { placeId } });
  await sender.send('POST /v1/operator/deliveries/resend', { as: operator });
  const absent = { deliveryId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' };
  const resend = { as: operator, path: absent, refused: 'not-allowed-now' };
  await sender.send('POST /v1/operator/deliveries/{deliveryId}/resend', resend);
  await sender.send('POST /v1/operator/dead-letters/replay', { as: operator });
  await sender.send('POST /v1/operator/parked-events/release', { as: operator });
}

/** What can only be read: lists, records, and what is the same for everybody. */
async function lookAround(): Promise<void> {
  for (const route of ['', '/history', '/wechat-status', '/messages']) await mine(`GET /v1/filings/{filingId}${route}`);
  const everybodys = ['GET /v1/filings', 'GET /v1/evidence-key', 'GET /v1/rule-packs'];
  for (const route of everybodys) await sender.send(route, { as: applicant });
  await sender.send('GET /v1/filed-subjects/site-checks', { as: applicant });
  const province = { province: form.check['province'] as string };
  await sender.send('GET /v1/photo-guide', { as: applicant, query: province });
  await sender.send('GET /v1/requirements', { as: applicant, query: { ...province, nature: 'enterprise' } });
  const operators = ['views', 'notice-previews', 'deliveries', 'hand-overs', 'parked-events', 'dead-letter-topics'];
  for (const route of [...operators, 'filings', 'site-audit', 'shell-subjects'])
    await sender.send(`GET /v1/operator/${route}`, { as: /audit|shell/.test(route) ? 'auditor-qian' : operator });
  const { items } = await sender.send('GET /v1/operator/dead-letter-topics', { as: operator });
  const topic = (items[0]?.topic ?? 'beian.verification.v1.dead.gateway') as string;
  await sender.send('GET /v1/operator/dead-letters', { as: operator, query: { topic } });
  await operate('GET /v1/operator/filings/{filingId}/history');
  await operate('POST /v1/operator/filings/{filingId}/legal-hold');
  await mine('GET /v1/filings/{filingId}/site-checks');
  const notices = (await sender.send('GET /v1/notices', { as: applicant })).items as readonly { id: string }[];
  await sender.send('POST /v1/notices/{noticeId}/read', { as: applicant, path: { noticeId: notices[0]?.id ?? '' } });
}

/** Chapters of one story: the order is the one in which things are possible. */
const life = [
  openFillAndSubmit,
  reviewAndReturn,
  checkAdministrator,
  confirmAndGrant,
  changeWhatIsFiled,
  withdraw,
  runTheSystem,
  lookAround,
];

/** A file or a stream is no example. */
const isShown = (name: string) => !/\/(evidence|events|forms\/\{form\})$/.test(name);

describe('the API document (issue 5, features.md row 46)', () => {
  it('has requests that work: each is sent along the life of a filing, through the generated client', async () => {
    for (const chapter of life) await chapter();
    const examples = contract.operations.flatMap(({ name, examples }) => examples.map((_, at) => `${name} #${at}`));
    expect(examples.filter((one) => !sender.sent.has(one))).toEqual([]);
    const others = contract.operations.map(({ name }) => name).filter((name) => !sender.asked.has(name));
    expect(others.filter(isShown).sort()).toEqual(left);
  }, 600_000);
});
