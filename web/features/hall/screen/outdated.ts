/** Whether the server has a newer version of this page: the name of its script holds the hash of what is in it. */

const scriptOf = (html: string): string | undefined => /<script[^>]+src="([^"]+)"/.exec(html)?.[1];

/** False also while the server is away: then what is shown stays. */
export async function isOutdated(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src');
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    const now = answer.ok ? scriptOf(await answer.text()) : undefined;
    return own !== undefined && own !== null && now !== undefined && now !== own;
  } catch {
    return false;
  }
}
