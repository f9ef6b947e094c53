import type { FilingId } from '@beian/contracts';
import { audit, problem, type Clock } from '@beian/platform';
import type { DocumentStore } from '../documents.store';
import { contentHash, formContent } from './form-content';
import { drawForm } from './draw-form';
import { fillOfficial } from './fill-official';
import type { FormContent, FormData } from './form-data';
import type { FormFonts } from './form-fonts';
import { officialFields } from './official-fields';
import type { OfficialForms } from './official-forms';

export interface MakeFormDeps {
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly fonts: FormFonts;
  readonly officialForms: OfficialForms;
}

export interface MadeForm {
  readonly official: boolean;
  readonly pdf: Buffer;
  /** Of what the form says; absent where an official one is given empty. */
  readonly sha256?: string;
}

/**
 * A paper that has to be signed, for the owner of the filing: the province's official form where an operator has loaded
 * one, else ours with the data filled in and its hash printed. Refuses with `has-findings` what is still missing, and
 * every character that could not be drawn right. Nothing of the data is kept or logged; that it was made, is.
 */
export async function makeForm(deps: MakeFormDeps, filingId: FilingId, data: FormData): Promise<MadeForm> {
  const at = deps.clock.now();
  const filing = await deps.documents.filing(filingId);
  if (filing === undefined || filing.accountId !== data.accountId) return problem('not-found');
  const { province } = data.subject.locked;
  const official = deps.officialForms.find({ form: data.form, province, asOf: filing.asOf });
  if (official?.fields.length === 0) return { official: true, pdf: official.bytes };
  const content = formContent(data);
  refuseUndrawable(deps.fonts, content, official === undefined ? 'runs' : 'whole');
  const sha256 = contentHash(content);
  const pdf =
    official === undefined
      ? await drawForm(deps.fonts, { content, sha256, filingId, at })
      : await fillOfficial(official.bytes, officialFields({ content, filingId, sha256 }), deps.fonts);
  await deps.documents.database.transaction((tx) =>
    audit.append(tx, {
      actor: data.accountId,
      action: 'form-made',
      object: `filing/${filingId}`,
      at,
      details: { form: data.form, sha256 },
    }),
  );
  return { official: official !== undefined, pdf, sha256 };
}

/**
 * A wrong or missing glyph in a name is worse than no form (D5): each character is named by its number. A field of an
 * official form is drawn with one font, so that all of its characters must be in one (`whole`).
 */
function refuseUndrawable(fonts: FormFonts, content: FormContent, drawn: 'runs' | 'whole'): void {
  const entries = content.sections
    .flatMap(({ rows }) => rows)
    .flatMap(({ label, value, pointer = '' }) => {
      const inOneFont = drawn === 'runs' || fonts.whole(value) !== undefined;
      const codes = (inOneFont ? fonts.missing(value) : fonts.notInFirst(value)).map(
        (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
      );
      if (codes.length === 0) return [];
      const list = codes.join(', ');
      return [
        {
          pointer,
          code: 'glyph-missing',
          zh: `${label}中的字符 ${list} 不在字库中，无法正确打印`,
          en: `characters that no font here can draw: ${list}`,
          remedyZh: '请在该省官方表格上手写，或请运营人员加装字库',
          remedyEn: 'write the official form by hand, or ask the operator to add a font',
        },
      ];
    });
  if (entries.length > 0) problem('has-findings', { entries });
}
