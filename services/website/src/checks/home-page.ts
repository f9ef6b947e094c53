/** What a home page answered. `forbidden`: it leads to an address that may not be spoken to. */
export type Fetched =
  { readonly state: 'page'; readonly html: string } | { readonly state: 'down' | 'forbidden'; readonly cause: string };

/** Looks at home pages. Also the injection token. */
export abstract class HomePages {
  /** Never throws: whatever goes wrong is `down` with a short cause that quotes nothing of the page. */
  abstract fetch(url: string): Promise<Fetched>;
}
