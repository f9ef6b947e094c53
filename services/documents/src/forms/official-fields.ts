import type { FormContent, FormSection } from './form-data';

/** Our names of a section's rows, in their order; a row without a name here has no field. */
const holderFields = ['name', 'nature', 'certificateType', 'certificateNumber'];
const personFields = ['name', 'certificateType', 'certificateNumber', 'mobile'];
const siteFields = ['name', 'domains', 'homePage'];

/** Every field that an official form may have; `site-1`, `site-2` … for the websites in their order. */
export const officialFieldPattern = new RegExp(
  `^(filing\\.id|form\\.sha256|subject\\.(${holderFields.join('|')})|` +
    `(subject-administrator|site-\\d+-administrator)\\.(${personFields.join('|')})|` +
    `site-\\d+\\.(${siteFields.join('|')}))$`,
);

export interface FieldsOf {
  readonly content: FormContent;
  readonly filingId: string;
  readonly sha256: string;
}

/** What an official authenticity statement is filled with: the same values as our own form says, by documented names. */
export function officialFields({ content, filingId, sha256 }: FieldsOf): ReadonlyMap<string, string> {
  const fields = new Map([
    ['filing.id', filingId],
    ['form.sha256', sha256],
  ]);
  const put = (prefix: string, names: readonly string[], { rows }: FormSection) => {
    names.forEach((name, i) => fields.set(`${prefix}.${name}`, rows[i]?.value ?? ''));
  };
  let site = 0;
  content.sections.forEach((section, i) => {
    if (i === 0) put('subject', holderFields, section);
    else if (i === 1) put('subject-administrator', personFields, section);
    else if (/^网站 \d+$/.test(section.title)) put(`site-${(site += 1)}`, siteFields, section);
    else put(`site-${site}-administrator`, personFields, section);
  });
  return fields;
}
