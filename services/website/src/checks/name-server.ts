/** What a name leads to; `unknown` where no name server gave an answer that counts: never a verdict. */
export type Resolved =
  { readonly state: 'found'; readonly addresses: readonly string[] } | { readonly state: 'nowhere' | 'unknown' };

/** Asks the name servers (DNS). Also the injection token. */
export abstract class NameServer {
  /** IPv4 and IPv6 addresses of a name in ASCII. Never throws. */
  abstract resolve(name: string): Promise<Resolved>;
}
