import { ApiCaller, type Body, enterpriseInTianjin } from '@beian/infra';
import { Journey } from './journey';
import { theScene } from './scene';

const codesOf = ({ findings }: Body): readonly string[] =>
  (findings as readonly Body[]).map(({ code }) => String(code));
const identityOf = ({ code, pointer }: Body): string => `${String(code)} ${String(pointer)}`;

const text = expect.stringMatching(/./) as unknown;
/** What each finding carries (feature 4). */
const complete = {
  code: text,
  pointer: expect.stringMatching(/^\//) as unknown,
  severity: expect.stringMatching(/^(error|warning)$/) as unknown,
  zh: text,
  en: text,
  remedyZh: text,
  remedyEn: text,
  rule: text,
  source: expect.stringMatching(/rules\.md/) as unknown,
};
const faults: readonly string[] = [
  'writing-sign',
  'mailing-address-not-to-the-door',
  'email-malformed',
  'mobile-virtual-range',
  'PHONE_REGION',
  'site-name-digits',
  'home-page-elsewhere',
  'service-content-unknown',
  'preapproval-unknown',
  'DOMAIN_OWNER',
  'instance-region',
  'instance-bought-too-short',
  'instance-left-too-short',
  'instance-no-ip',
  'site-admin-is-subject-admin',
  'DOC_INCOMPLETE',
  'WRONG_TYPE',
];

/** A draft that is whole, but for everything that is then done to it: form, domain, server, papers, ministry's record. */
async function spoiltDraft() {
  const scene = theScene();
  const form = enterpriseInTianjin();
  const journey = await Journey.begin(scene, form);
  const { filingId, applicant } = journey;
  const path = `/v1/filings/${filingId}`;
  const { certificateNumber, certificateType, domain } = form.check;
  const director = (form.subject.administrators as Readonly<Record<string, object>>)['subject-administrator'];
  await applicant.save(`${path}/subject`, {
    ...form.subject,
    name: '天津试验{数据}有限公司',
    mailingAddress: '南开区某村',
    administrators: {
      'subject-administrator': { ...director, mobile: '17000000001', email: 'a@@example.cn' },
      'site-administrator-1': { ...director, mobile: '17000000001' },
    },
  });
  const { sites } = await applicant.api.must('GET', `${path}/sites`);
  const site = sites[0];
  await applicant.save(`${path}/sites/${site.siteId as string}`, {
    ...site.draft,
    name: '12345',
    homePage: 'http://169.254.169.254/',
    serviceContents: [999],
    preapprovals: [{ kind: 'games', number: '1' }],
  });
  const { documents } = await applicant.api.must('GET', `${path}/documents`);
  const paper = (documents as readonly Body[]).find(({ slot }) => slot === 'authenticity-statement');
  await applicant.api.must('DELETE', `${path}/documents/${paper.versionId as string}`);
  const stranger = { name: '别家试验有限公司', certificateType, certificateNumber: '91120104MA0000015K' };
  await scene.outside.registerDomain(domain, stranger);
  const control = new ApiCaller(scene.outside.url);
  const filed = { subjectNumber: '津ICP备18000001号', domains: [] };
  await control.must('PUT', `/control/national-register/${certificateNumber}`, { body: filed });
  const instanceId = `i-${filingId.toLowerCase()}`;
  const { owner } = await journey.status();
  await control.must('PUT', `/control/instances/${instanceId}`, {
    body: {
      instanceId,
      accountId: owner,
      type: 'ecs',
      region: 'us-east-1',
      mainland: false,
      billing: 'subscription',
      boughtMonths: 1,
      expiresAt: new Date(Date.now() + 20 * 86_400_000).toISOString(),
      state: 'running',
    },
  });
  const ask = () => applicant.api.must('POST', `${path}/preflight`);
  return { scene, journey, domain, instanceId, ask };
}

describe('a draft that fails at everything', () => {
  it('hears every stage and every fault at once, and keeps them while a party is away (features 4, 7; D2, D3)', async () => {
    const { scene, journey, domain, instanceId, ask } = await spoiltDraft();
    const all = await ask();
    expect(all).toMatchObject({ ready: false, notChecked: [] });
    const stages = new Set((all.findings as readonly Body[]).map(({ stage }) => String(stage)));
    expect([...stages].sort()).toEqual(['authority-review', 'draft', 'phone-verification', 'provider-review']);
    expect([...new Set(codesOf(all))].sort()).toEqual([...faults].sort());
    for (const found of all.findings as readonly Body[]) expect(found).toMatchObject(complete);

    const registry = await scene.outside.script({ party: 'registry', behaviour: 'closed', match: domain });
    const cloud = await scene.outside.script({ party: 'cloud', behaviour: 'closed', match: instanceId });
    const blind = await ask();
    await scene.outside.endScript(registry.id);
    await scene.outside.endScript(cloud.id);
    expect(blind.ready).toBe(false);
    const parts = (blind.notChecked as readonly Body[]).map(({ part, cause }) => `${String(part)} ${String(cause)}`);
    expect(parts.sort()).toEqual(['cloud-account unavailable', 'domain-registry unavailable']);
    // What needs no party is said as before; what was said before and is not said now is only what they would say.
    const said = (blind.findings as readonly Body[]).map(identityOf);
    const silent = (all.findings as readonly Body[]).filter((one) => !said.includes(identityOf(one)));
    expect(silent.filter(({ rule }) => !/^(domain|server)\./.test(String(rule))).map(identityOf)).toEqual([]);
    expect(said.filter((one) => !(all.findings as readonly Body[]).map(identityOf).includes(one))).toEqual([]);

    const again = await ask();
    expect((again.findings as readonly Body[]).map(identityOf)).toEqual(
      (all.findings as readonly Body[]).map(identityOf),
    );
    expect(await journey.status()).toMatchObject({ stage: 'draft', submission: 0 });
  });
});
