import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provinces } from '@beian/rules';
import { PDFDocument } from 'pdf-lib';
import { Bench } from '../documents.spec-helper';
import { contentHash, formContent } from './form-content';
import type { FormData } from './form-data';
import { FormFonts } from './form-fonts';
import { makeForm } from './make-form';
import { OfficialForms } from './official-forms';
import { textOf } from './pdf-text.spec-helper';

jest.setTimeout(60_000);

const siteId = '01J0000000000000000000000A';
const person = (name: string) => ({
  name,
  certificateType: 'resident-id' as const,
  certificateNumber: '310115200012310014',
  mobile: '13812348000',
});

const aForm = (
  more: { form?: string; province?: string; name?: string; domains?: string[]; individual?: boolean } = {},
): FormData => ({
  accountId: siteId,
  form: more.form ?? 'authenticity-statement',
  subject: {
    locked: {
      province: more.province ?? '33',
      filingType: 'FIRST',
      ...(more.individual
        ? { nature: 'individual', certificateType: 'resident-id', certificateNumber: '310115200012310014' }
        : { nature: 'enterprise', certificateType: 'business-licence', certificateNumber: '91330106MA0000015K' }),
    },
    draft: {
      name: more.individual ? '林金丝' : '杭州金丝雀科技有限公司',
      administrators: {
        'subject-administrator': person(more.name ?? '林金丝'),
        ...(more.individual ? {} : { 'site-administrator-1': person('王雀鸣') }),
      },
    },
  },
  sites: [
    {
      siteId,
      draft: {
        name: '金丝雀主页',
        domains: more.domains ?? ['canary.cn'],
        homePage: 'www.canary.cn',
        administrator: more.individual ? 'subject-administrator' : 'site-administrator-1',
      },
    },
  ],
});

describe('a form made from the data of a filing (19, D5)', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());

  const filingOf = async (data: FormData) => ({ ...data, ...(await bench.aFiling()) });
  const made = async (data: FormData) => {
    const filing = await filingOf(data);
    const { filingId, ...own } = filing;
    return { filingId, ...(await makeForm(bench.deps, filingId, own)) };
  };
  const refusal = (
    asked: Promise<unknown>,
  ): Promise<{ code: string; entries: readonly { pointer: string; code: string; zh: string }[] }> =>
    asked.then(
      () => ({ code: 'made', entries: [] }),
      (error: { code: string; details: { entries: [] } }) => ({
        code: error.code,
        entries: error.details.entries ?? [],
      }),
    );

  it('says whose it is, that it is not official, and its hash', async () => {
    const data = aForm();
    const { pdf, sha256, filingId } = await made(data);
    expect(sha256).toBe(contentHash(formContent(data)));
    const text = textOf(pdf);
    expect(
      text.map((line) => line.replace(filingId, 'FILING').replace(/生成于 .{10}/, '生成于 DAY')),
    ).toMatchSnapshot();
    expect(text.join('\n')).not.toContain('\u{fffd}');
    expect(pdf.length).toBeLessThan(150_000);
  });

  it('is signed as each province wants it', () => {
    const kinds = [
      { individual: true },
      { individual: false },
      { individual: true, domains: ['a.cn', 'b.cn'] },
      { individual: false, domains: ['a.cn', 'b.cn'] },
    ];
    const byProvince = provinces.map(({ code, zh }) => [
      zh,
      kinds.map((kind) => {
        const { wishes, toFill } = formContent(aForm({ province: code, ...kind }));
        return `${wishes.slice(1).join('')} | ${toFill.join('')}`;
      }),
    ]);
    expect(Object.fromEntries(byProvince)).toMatchSnapshot();
  });

  it.each(['letter-subject-administrator', 'letter-site-administrator:site-administrator-1'])('%s', async (form) => {
    const { pdf, filingId } = await made(aForm({ form }));
    const text = textOf(pdf).map((line) => line.replace(filingId, 'FILING').replace(/生成于 .{10}/, '生成于 DAY'));
    expect(text).toMatchSnapshot();
  });

  it('is no letter for an individual, nor for somebody who is not named', async () => {
    expect((await refusal(made(aForm({ form: 'letter-subject-administrator', individual: true })))).code).toBe(
      'slot-unknown',
    );
    const stranger = aForm({ form: 'letter-site-administrator:site-administrator-7' });
    expect((await refusal(made(stranger))).code).toBe('slot-unknown');
  });

  it('runs over several pages and leaves out nothing', async () => {
    const domains = Array.from({ length: 400 }, (_, n) => `domain-number-${n}.example.cn`);
    const { pdf } = await made(aForm({ domains }));
    const text = textOf(pdf);
    const written = text.flatMap((line) => line.split('、'));
    expect(domains.filter((domain) => !written.includes(domain))).toEqual([]);
    expect(text.filter((line) => line.startsWith('内容校验值')).length).toBeGreaterThan(2);
  });

  it.each(['林𠅤祥', '䶮天', '阿卜杜拉·买买提', '㛃𬭎'])('draws the name %s with its own glyphs', async (name) => {
    const fonts = new FormFonts();
    expect(fonts.missing(name)).toEqual([]);
    expect(textOf((await made(aForm({ name }))).pdf)).toContain(name);
  });

  it.each([
    ['of extension B that no font here has', '林𠮷祥', 'U+20BB7'],
    ['in another shape by a selector', '葛\u{e0100}林', 'U+E0100'],
    ['that nobody can see', '林\u{202e}祥', 'U+202E'],
    ['of private use', '林\u{e000}祥', 'U+E000'],
  ])('refuses a name with a character %s, and names it', async (_, name, code) => {
    const { code: problem, entries } = await refusal(made(aForm({ name })));
    expect(problem).toBe('has-findings');
    expect(entries).toEqual([
      expect.objectContaining({ pointer: '/subject/administrators/subject-administrator/name', code: 'glyph-missing' }),
    ]);
    expect(entries[0]?.zh).toContain(code);
  });

  it('names every field that is still missing', async () => {
    const data = aForm();
    const { entries } = await refusal(made({ ...data, sites: [{ siteId, draft: {} }] }));
    expect(entries.map(({ pointer }) => pointer)).toEqual([
      `/sites/${siteId}/name`,
      `/sites/${siteId}/domains`,
      `/sites/${siteId}/homePage`,
    ]);
  });

  it('is not made for another account, and nothing of the data stays', async () => {
    const filing = await filingOf(aForm());
    const { filingId, ...own } = filing;
    expect((await refusal(makeForm(bench.deps, filingId, { ...own, accountId: siteId }))).code).toBe('not-found');
    await makeForm(bench.deps, filingId, own);
    const rows = await bench.db.database.query(`SELECT * FROM audit WHERE object = $1 AND action = 'form-made'`, [
      `filing/${filingId}`,
    ]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/金丝|310115|1381234/);
  });

  const folderOf = (files: Readonly<Record<string, Uint8Array | string>>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'beian-forms-'));
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    return folder;
  };
  /** A form with these text fields on one page. */
  const aPdf = async (...fields: readonly string[]): Promise<Buffer> => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    fields.forEach((name, i) =>
      pdf
        .getForm()
        .createTextField(name)
        .addToPage(page, { x: 50, y: 700 - 40 * i, width: 400, height: 24 }),
    );
    return Buffer.from(await pdf.save());
  };
  const entry = { form: 'authenticity-statement', province: '44', source: 'the province', validFrom: '2017-01-01' };

  it('gives the official form of a province on the days it is in force', async () => {
    const [old, fresh] = [await aPdf(), await aPdf()];
    const folder = folderOf({
      'old.pdf': old,
      'new.pdf': fresh,
      'forms.json': JSON.stringify([
        { ...entry, validTo: '2018-06-30', file: 'old.pdf' },
        { ...entry, validFrom: '2018-07-01', file: 'new.pdf' },
      ]),
    });
    const officialForms = await OfficialForms.read(folder);
    const on = (province: string, asOf: string) =>
      officialForms.find({ form: 'authenticity-statement', province, asOf })?.bytes;
    expect([on('44', '2018-06-30'), on('44', '2018-07-01'), on('44', '2016-01-01'), on('33', '2018-07-01')]).toEqual([
      old,
      fresh,
      undefined,
      undefined,
    ]);
    const { filingId, ...own } = await filingOf(aForm({ province: '44' }));
    const form = await makeForm({ ...bench.deps, officialForms }, filingId, own);
    expect(form).toEqual({ official: true, pdf: old });
    writeFileSync(join(folder, 'new.pdf'), '<html>');
    await expect(OfficialForms.read(folder)).rejects.toThrow('new.pdf is no PDF');
  });

  it('fills the fields of an official form, its hash too, and leaves what this filing has not empty (D5)', async () => {
    const names = ['subject.name', 'site-1-administrator.name', 'site-2.name', 'form.sha256', 'filing.id'];
    const folder = folderOf({
      'own.pdf': await aPdf(...names),
      'forms.json': JSON.stringify([{ ...entry, file: 'own.pdf' }]),
    });
    const officialForms = await OfficialForms.read(folder);
    const { filingId, ...own } = await filingOf(aForm({ province: '44' }));
    const { official, pdf, sha256 } = await makeForm({ ...bench.deps, officialForms }, filingId, own);
    expect({ official, sha256 }).toEqual({ official: true, sha256: contentHash(formContent(own)) });
    const filled = (await PDFDocument.load(pdf)).getForm();
    expect(names.map((name) => filled.getTextField(name).getText() ?? '')).toEqual([
      '杭州金丝雀科技有限公司',
      '王雀鸣',
      '',
      sha256,
      filingId,
    ]);
    expect(names.every((name) => filled.getTextField(name).isReadOnly())).toBe(true);
    const rare = await filingOf(aForm({ province: '44', name: '林\u{30000}' }));
    const refused = await refusal(makeForm({ ...bench.deps, officialForms }, rare.filingId, rare));
    expect(refused.entries.map(({ code }) => code)).toEqual(['glyph-missing']);
  });

  it('does not start with an official form whose fields it does not know', async () => {
    const folder = folderOf({
      'own.pdf': await aPdf('subject.name', 'Text1', 'site-0x.name'),
      'forms.json': JSON.stringify([{ ...entry, file: 'own.pdf' }]),
    });
    await expect(OfficialForms.read(folder)).rejects.toThrow(
      'own.pdf has fields that cannot be filled in: Text1, site-0x.name',
    );
  });
});
