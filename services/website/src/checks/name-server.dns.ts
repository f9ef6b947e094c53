import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { NameServer, type Resolved } from './name-server';

/** Answers of a name server that say: there is no such name, or it has no address. */
const nowhere = ['ENOTFOUND', 'ENODATA'];
const mostAddresses = 32;

/** DNS over the network, past this machine's host file; two tries of two seconds each. */
export class DnsNameServer extends NameServer {
  /** `server` is `host[:port]`, found by this machine if it is a name; without one the servers of this machine are asked. */
  constructor(private readonly server?: string) {
    super();
  }

  override async resolve(name: string): Promise<Resolved> {
    const resolver = this.resolver().catch(() => undefined);
    const [four, six] = await Promise.all([
      this.ask(async () => (await resolver)?.resolve4(name)),
      this.ask(async () => (await resolver)?.resolve6(name)),
    ]);
    const addresses = [...(four ?? []), ...(six ?? [])].slice(0, mostAddresses);
    if (addresses.length > 0) return { state: 'found', addresses };
    return { state: four === undefined || six === undefined ? 'unknown' : 'nowhere' };
  }

  /** Anew for each name: the server's own address may have changed, as a container's does. */
  private async resolver(): Promise<Resolver> {
    const resolver = new Resolver({ timeout: 2_000, tries: 2 });
    if (this.server === undefined) return resolver;
    const [, host = '', port = '53'] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(this.server) ?? [];
    const bare = host.replace(/^\[|\]$/g, '');
    const address = isIP(bare) === 0 ? (await lookup(bare)).address : bare;
    resolver.setServers([isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`]);
    return resolver;
  }

  /** Undefined where there was no answer that counts. */
  private async ask(question: () => Promise<readonly string[] | undefined>): Promise<readonly string[] | undefined> {
    try {
      return await question();
    } catch (error) {
      return nowhere.includes((error as NodeJS.ErrnoException).code ?? '') ? [] : undefined;
    }
  }
}
