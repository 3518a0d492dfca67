/**
 * What a page can do so that a kiosk stays one: no menu, no new window, no file dialog, no way to another site, no keys of the browser, no
 * filling in of what somebody else has typed, and nothing in the clipboard, which outlives the use. The rest is the browser's own mode; see docs/operations.md.
 */

/** Keys by which browsers print, save, open, search, look at sources, change windows or go back. */
const isOfBrowser = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  /^(F\d+|ContextMenu|BrowserBack|BrowserForward|BrowserHome|BrowserSearch|BrowserFavorites|PrintScreen)$/.test(key) ||
  ((ctrlKey || metaKey) && !/^[avz]$/i.test(key)) ||
  (altKey && /^(Arrow|Home|d$|f$|e$)/i.test(key));

const printing = (): boolean => document.documentElement.hasAttribute('data-printing');

/** Locks the page down; `home` is the address below which everything may stay. */
export function lockDown(home: string): void {
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  for (const kind of ['contextmenu', 'dragstart', 'dragover', 'drop', 'copy', 'cut'])
    addEventListener(kind, stop, true);
  addEventListener('keydown', (event) => isOfBrowser(event) && stop(event), true);
  // A wheel with Ctrl, or two fingers, would zoom the page away from whoever comes next.
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { capture: true, passive: false });
  const leads = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input[type=file], label:has(input[type=file])')) return stop(event);
    const link = target?.closest('a');
    if (!link) return;
    const { origin, pathname } = new URL(link.href, location.href);
    const stays = origin === location.origin && (pathname === home || pathname.startsWith(`${home}/`));
    if (!stays || link.hasAttribute('download') || (link.target !== '' && link.target !== '_self')) stop(event);
  };
  addEventListener('click', leads, true);
  addEventListener('auxclick', leads, true);
  // Set before the first letter: what is typed here is offered to nobody.
  addEventListener('focusin', ({ target }) => target instanceof HTMLInputElement && target.setAttribute('autocomplete', 'off'), true); // prettier-ignore
  window.open = () => null;
  HTMLInputElement.prototype.showPicker = () => {};
  const print = window.print.bind(window);
  // Only what a page has laid out for paper.
  window.print = () => printing() && print();
}
