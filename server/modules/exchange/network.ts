/** Which addresses a message may go to: none inside the house that nobody has allowed, whatever a name resolves to. */
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Networks that lead into a house or a machine and not to another district (RFC 6890, RFC 4193, RFC 6598). */
const inner = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(network, bits, 'ipv6');

const listed = (list: BlockList, address: string): boolean => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Networks of the setting EXCHANGE_NETWORKS, such as `10.0.0.0/8,fd00::/8`, which was checked at the start. */
export function networksOf(text: string | undefined): BlockList {
  const list = new BlockList();
  for (const one of (text ?? '').split(',').map((part) => part.trim())) {
    const [address = '', bits] = one.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (isIP(address) !== 0) list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
/** The host of an address as one writes it in a connection: without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');
/** Whether this is this machine. */
export const isThisMachine = (host: string): boolean => loopback.test(host);

/**
 * Whether an address may be called: one that is not inner, or is in a network that the operator named. This machine only calls itself when
 * nobody else can reach it either (`ownHost`, of PUBLIC_URL), as in a demonstration with two districts.
 */
export function mayCall(address: string, allowed: BlockList, ownHost: string): boolean {
  if (isThisMachine(address)) return isThisMachine(ownHost);
  return listed(allowed, address) || !listed(inner, address);
}
