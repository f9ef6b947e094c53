import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { problem } from '@beian/platform';
import type { Request } from 'express';
import { signedInOf, type SignedIn } from '../access/signed-in';

/** Somebody saves a part that he has read at this version. */
export interface Edit {
  readonly by: SignedIn;
  readonly version: number;
}

/** Parameter: who saves over which version (`If-Match`). Refuses with `precondition-missing`. */
export const TheEdit = createParamDecorator((_: unknown, context: ExecutionContext): Edit => {
  const request = context.switchToHttp().getRequest<Request>();
  return { by: signedInOf(request), version: versionIn(request.headers['if-match']) };
});

/** For every route that saves a part. */
export const Editing = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag of the part as it was read',
      schema: { type: 'string', pattern: '^"\\d+"$' },
      example: '"3"',
    }),
  );

/** One strong ETag of ours; `*` would save over whatever is there, which is what this header prevents. */
function versionIn(header: string | undefined): number {
  if (header === undefined || header === '') return problem('precondition-missing');
  const digits = /^"(\d{1,9})"$/.exec(header)?.[1];
  return digits === undefined
    ? problem('precondition-missing', { detail: 'If-Match: one strong ETag, such as "3"' })
    : Number(digits);
}
