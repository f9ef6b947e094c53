import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

/** An answer with its status and headers; a controller that returns anything else answers 200. */
export class Outcome {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** ETag of a part: its version. */
export const etagOf = (version: number): Readonly<Record<string, string>> => ({ etag: `"${version}"` });

/** A part with its ETag. */
export const versioned = <Part extends { readonly version: number }>(part: Part): Outcome =>
  new Outcome(200, part, etagOf(part.version));

/** Writes an `Outcome` to the response. */
@Injectable()
export class OutcomeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!(answer instanceof Outcome)) return answer;
        response.status(answer.status);
        for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
        return answer.body;
      }),
    );
  }
}
