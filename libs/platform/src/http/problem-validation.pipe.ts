import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ProblemEntry } from '@beian/contracts/schemas';
import { z } from 'zod';
import { problem } from './problem-error';

const mostEntries = 100;
const chinese = z.locales.zhCN().localeError;

/** What zod tells of one issue; anything but path and message may be missing with another schema library. */
type Issue = Pick<z.core.$ZodIssue, 'message'> & {
  readonly path?: readonly unknown[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly errors?: ReadonlyArray<readonly Issue[]>;
};

/**
 * Checks every parameter that names a schema (`@Body({ schema })`, `@Query({ schema })`, `@Param(name, { schema })`).
 * Registered globally by `bootService`: without it a schema at a parameter validates nothing. Refuses with
 * `invalid-request` and one entry per issue. Pointers into the body are JSON pointers; `query/page` and `path/filingId`
 * name the other parts.
 */
@Injectable()
export class ProblemValidationPipe extends StandardSchemaValidationPipe {
  override async transform<T = unknown>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (!metadata.schema || !this.toValidate(metadata)) return value;
    this.stripProtoKeys(value);
    const result = await this.validate<T>(value, metadata.schema);
    if (!result.issues) return result.value;
    const place =
      { body: '', query: 'query', param: 'path', custom: 'custom' }[metadata.type as 'body'] ?? metadata.type;
    const prefix = metadata.data !== undefined && metadata.type !== 'body' ? `${place}/${metadata.data}` : place;
    const entries = (result.issues as readonly Issue[]).flatMap((issue) => entriesOf(issue, prefix));
    return problem('invalid-request', { entries: entries.slice(0, mostEntries) });
  }
}

/** One entry per place: unknown keys are separate places, and of a union the alternative that came closest speaks. */
export function entriesOf(issue: Issue, prefix: string): readonly ProblemEntry[] {
  const pointer = prefix + (issue.path ?? []).map((step) => `/${escaped(step)}`).join('');
  if (issue.code === 'unrecognized_keys' && issue.keys) {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escaped(key)}`,
      code: 'unknown-field',
      zh: '没有这个字段',
      en: 'There is no such field',
      remedyZh: '删除该字段',
      remedyEn: 'Leave the field out',
    }));
  }
  const closest = [...(issue.errors ?? [])].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0];
  if (closest && depthOf(closest) > 0) return closest.flatMap((inner) => entriesOf(inner, pointer));
  return [{ pointer, code: (issue.code ?? 'invalid').replaceAll('_', '-'), zh: chineseText(issue), en: issue.message }];
}

const depthOf = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path?.length ?? 0));

/** zod's own Chinese, without what it received: it does not know that any more. Our own messages are English only. */
function chineseText(issue: Issue): string {
  if (issue.code === 'invalid_format' || issue.code === 'custom' || issue.code === undefined)
    return '格式或内容不符合要求';
  const said = chinese(issue as unknown as Parameters<typeof chinese>[0]);
  const text = typeof said === 'string' ? said : said?.message;
  return (text ?? '无效输入').replace(/，实际接收.*$/, '');
}

function escaped(step: unknown): string {
  const key = step && typeof step === 'object' && 'key' in step ? step.key : step;
  return String(key).replace(/~/g, '~0').replace(/\//g, '~1');
}
