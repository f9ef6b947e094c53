import { z } from 'zod';

const errorSchema = z.strictObject({
  pointer: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  remedyZh: z.string().optional(),
  remedyEn: z.string().optional(),
});

/** `application/problem+json` (RFC 9457) with a stable code, both languages, and one entry per offending field. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    zh: z.string(),
    en: z.string(),
    remedyZh: z.string(),
    remedyEn: z.string(),
    errors: z.array(errorSchema).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
export type ProblemEntry = z.infer<typeof errorSchema>;
