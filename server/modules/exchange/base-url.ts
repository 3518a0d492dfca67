/** Where a partner may be: https, or this machine. Whatever else stands in the address is refused, so that nothing inside the house is reached by it. */
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The address without a slash at its end; undefined for one that may not be called. */
export function baseUrlOf(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || url.username || url.password || url.search || url.hash || url.pathname !== '/') return undefined;
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname))) return url.origin;
  return undefined;
}
