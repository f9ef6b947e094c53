import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's web server on the internet (IANA's registries of special-purpose addresses). */
const closed = new BlockList();
const closedNetworks = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
for (const [network, prefix] of closedNetworks) closed.addSubnet(network, prefix, 'ipv4');

/** The only IPv6 addresses in use on the internet, and what stands for an IPv4 address inside or beside them. */
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');
const translated = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2002::', 16],
] as const)
  translated.addSubnet(network, prefix, 'ipv6');

/** Whether an address may be spoken to: none of this machine, of its network or of a cloud's inside (rel 4.8, SSRF). */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && open.check(address, 'ipv6') && !translated.check(address, 'ipv6');
}

/** Networks in CIDR, as a setting gives them. Throws RangeError for anything else. */
export function networks(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix = ''] = range.split('/');
    const family = isIP(network);
    const bits = Number(prefix);
    if (family === 0 || !/^\d{1,3}$/.test(prefix) || bits > (family === 4 ? 32 : 128)) {
      throw new RangeError(`not a network like 203.0.113.0/24: ${range}`);
    }
    list.addSubnet(network, bits, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

export const isIn = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
