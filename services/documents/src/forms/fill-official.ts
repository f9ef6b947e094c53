import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFField, PDFTextField } from 'pdf-lib';
import type { FormFont, FormFonts } from './form-fonts';
import { officialFieldPattern } from './official-fields';

/** Names of the text fields of a PDF form; throws where one is no text field or has a name that nothing is known of. */
export async function fieldNames({ file, form }: { file: string; form: string }, bytes: Buffer) {
  const pdf = await PDFDocument.load(bytes).catch((error: unknown) => {
    throw new Error(`${file} is no PDF that can be read`, { cause: error });
  });
  const fields = pdf.getForm().getFields();
  const isKnown = (field: PDFField): boolean =>
    form === 'authenticity-statement' && field instanceof PDFTextField && officialFieldPattern.test(field.getName());
  const unknown = fields.filter((field) => !isKnown(field)).map((field) => field.getName());
  if (unknown.length > 0) throw new Error(`${file} has fields that cannot be filled in: ${unknown.join(', ')}`);
  return fields.map((field) => field.getName());
}

/**
 * Fills an official form's fields and closes them. Takes values whose characters one of the fonts has each;
 * a field without a value stays empty (a second website of a filing that has one).
 */
export async function fillOfficial(
  bytes: Buffer,
  values: ReadonlyMap<string, string>,
  fonts: FormFonts,
): Promise<Buffer> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  pdf.registerFontkit(fontkit);
  const form = pdf.getForm();
  const embedded = new Map<FormFont, Awaited<ReturnType<PDFDocument['embedFont']>>>();
  for (const field of form.getFields()) {
    const value = values.get(field.getName()) ?? '';
    if (!(field instanceof PDFTextField)) continue;
    const font = fontFor(fonts, value);
    const own = embedded.get(font) ?? (await pdf.embedFont(font.bytes, { subset: true }));
    embedded.set(font, own);
    field.setText(value);
    field.updateAppearances(own);
    field.enableReadOnly();
  }
  return Buffer.from(await pdf.save({ updateFieldAppearances: false }));
}

/** A field is drawn with one font: the first that has all of its characters. */
function fontFor(fonts: FormFonts, value: string): FormFont {
  const font = fonts.whole(value);
  if (font === undefined) throw new Error('a field without a font for all its characters was to be drawn');
  return font;
}
