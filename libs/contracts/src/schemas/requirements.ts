import { z } from 'zod';
import { rulePackIds } from '../filing-facts';
import { provinceCode } from './text';

const bilingual = { zh: z.string(), en: z.string() };

/** What a province asks of a subject (rules.md 10): each rule in both languages with its source, the papers, the identity check. */
export const requirementsSchema = z
  .strictObject({
    province: z.strictObject({ code: provinceCode, ...bilingual, character: z.string() }),
    nature: z.strictObject(bilingual),
    certificates: z.array(z.string()),
    pack: z.enum(rulePackIds),
    asOf: z.string(),
    sections: z.array(
      z.strictObject({
        section: z.string(),
        ...bilingual,
        items: z.array(
          z.strictObject({
            rule: z.string(),
            ...bilingual,
            answer: z.enum(['rule', 'inherited', 'none-printed']),
            source: z.string(),
            confidence: z.enum(['high', 'medium', 'low', 'inferred']),
            validFrom: z.string().optional(),
            validTo: z.string().optional(),
            details: z.array(z.string()).optional(),
          }),
        ),
      }),
    ),
    documents: z.array(
      z.strictObject({
        key: z.string(),
        kind: z.string(),
        pictureKind: z.int(),
        required: z.boolean(),
        neededAt: z.enum(['submission', 'identity-check']),
        ...bilingual,
        source: z.string(),
        minBytes: z.int().optional(),
      }),
    ),
    identity: z.strictObject({ step: z.enum(['after-review', 'before-submission']), methods: z.array(z.string()) }),
  })
  .meta({ id: 'Requirements' });
