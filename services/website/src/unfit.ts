import type { Finding } from '@beian/contracts';

/** Rolls a pin back once locks were taken; carries what the applicant is told. */
export class Unfit extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super('the part is not fit to be pinned');
  }
}
