import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, provinceCode } from '@beian/contracts/schemas';
import { z } from 'zod';
import { fieldNames } from './fill-official';

const listSchema = z.array(
  z.strictObject({
    form: z.enum(['authenticity-statement', 'letter-subject-administrator', 'letter-site-administrator']),
    province: provinceCode,
    validFrom: day,
    validTo: day.optional(),
    /** A PDF beside the list. */
    file: z.string().regex(/^[\w.-]+\.pdf$/),
    source: z.string().min(1),
  }),
);

export interface OfficialForm {
  readonly source: string;
  readonly bytes: Buffer;
  /** Its text fields by our names (`official-fields.ts`); none: the form is given empty. */
  readonly fields: readonly string[];
}

/**
 * Official forms that an operator laid into a folder, with a list `forms.json`: which form, of which province, in force on
 * which days, from where. One with text fields is filled in, one without is given as it is (rules.md 5.2). Every file is
 * read at the start; one that is missing, no PDF, or has a field that nothing is known of stops the service there.
 */
export class OfficialForms {
  constructor(private readonly forms: readonly (z.output<typeof listSchema>[number] & OfficialForm)[] = []) {}

  /** Reads folder, list and files; without a folder there are none. */
  static async read(folder?: string): Promise<OfficialForms> {
    const list =
      folder === undefined ? [] : listSchema.parse(JSON.parse(readFileSync(join(folder, 'forms.json'), 'utf8')));
    const forms = list.map(async (entry) => {
      const bytes = readFileSync(join(folder ?? '', entry.file));
      return { ...entry, bytes, fields: await fieldNames(entry, bytes) };
    });
    return new OfficialForms(await Promise.all(forms));
  }

  /** The form in force on this day, the latest of several. */
  find({ form, province, asOf }: { form: string; province: string; asOf: string }): OfficialForm | undefined {
    const kind = form.split(':')[0];
    return this.forms
      .filter(
        (one) =>
          one.form === kind && one.province === province && one.validFrom <= asOf && asOf <= (one.validTo ?? asOf),
      )
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  }
}
