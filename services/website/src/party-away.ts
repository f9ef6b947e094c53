/**
 * An outside party that gives no answer now, or none that can be read. Never a verdict: an examination says that it could
 * not look, a submission is tried again later (style 5.1).
 */
export class PartyAway extends Error {
  constructor(
    readonly party: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${party} gives no answer`, options);
    this.name = 'PartyAway';
  }
}
