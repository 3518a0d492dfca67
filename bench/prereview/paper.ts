/** What documents are drawn with: a page of HTML with the fonts of certificates. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const folders: Record<string, string> = {
  serif: path.dirname(require.resolve('@fontsource/noto-serif-sc/package.json')),
  kai: path.dirname(require.resolve('lxgw-wenkai-webfont/package.json')),
};
const sheets = ['serif/400.css', 'serif/700.css', 'kai/lxgwwenkai-regular.css'];
const base = 'http://papers.invalid';

/** 宋体 and 楷体 as printed values have it, 黑体 for titles and cards. */
export const fonts = {
  song: `'Noto Serif SC'`,
  kai: `'LXGW WenKai'`,
  hei: `'Noto Sans SC'`,
} as const;
export type Font = keyof typeof fonts;

/** A page on which papers are drawn; fonts are given to it out of packages. */
export async function openPress(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1600 }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.route(`${base}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const [, folder, ...rest] = pathname.split('/');
    if (!folder || !folders[folder]) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    const body = await readFile(path.join(folders[folder], ...rest));
    await route.fulfill({
      body,
      contentType: pathname.endsWith('.css') ? 'text/css' : 'font/woff2',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  await page.goto(`${base}/`);
  return page;
}

/** Draws a paper, `width` x `height` CSS pixels, as PNG whose longer side has `longer` pixels. */
export async function drawPaper(
  page: Page,
  { html, width, height }: { html: string; width: number; height: number },
  longer: number,
): Promise<Buffer> {
  const factor = longer / Math.max(width, height);
  const links = sheets.map((sheet) => `<link rel="stylesheet" href="${base}/${sheet}">`).join('');
  await page.setViewportSize({ width: Math.ceil(width * factor), height: Math.ceil(height * factor) });
  await page.setContent(
    `<!doctype html><meta charset="utf-8">${links}<style>*{box-sizing:border-box;margin:0;padding:0}body{zoom:${factor};background:#fff}
     #paper{position:relative;width:${width}px;height:${height}px;overflow:hidden}.at{position:absolute;white-space:nowrap}
     table{border-collapse:collapse}td{border:1px solid #444;padding:0 8px}</style><div id="paper">${html}</div>`,
    { waitUntil: 'load' },
  );
  await page.evaluate('document.fonts.ready');
  return page.screenshot({
    clip: { x: 0, y: 0, width: Math.floor(width * factor), height: Math.floor(height * factor) },
  });
}

/** Text at a place; sizes in CSS pixels. `wide` wraps it within that many pixels. */
export function at(
  x: number,
  y: number,
  size: number,
  text: string,
  {
    font = 'song',
    bold = false,
    colour = '#1a1a1a',
    wide,
    spacing = 0,
    line = 1.45,
  }: { font?: Font; bold?: boolean; colour?: string; wide?: number; spacing?: number; line?: number } = {},
): string {
  const wrap = wide ? `width:${wide}px;white-space:normal;` : '';
  return `<div class="at" style="left:${x}px;top:${y}px;font:${bold ? 700 : 400} ${size}px/${line} ${fonts[font]};color:${colour};letter-spacing:${spacing}px;${wrap}">${text}</div>`;
}

/** A round red seal with a star, half see-through. */
export function seal(x: number, y: number, size: number, words: string): string {
  return `<svg class="at" style="left:${x}px;top:${y}px;opacity:.75" width="${size}" height="${size}" viewBox="0 0 200 200"><circle cx="100" cy="100" r="94" fill="none" stroke="#d2111b" stroke-width="6"/>
    <path id="round" d="M32 118 A70 70 0 1 1 168 118" fill="none"/><text font-family="Noto Sans SC" font-size="20" fill="#d2111b"><textPath href="#round" startOffset="50%" text-anchor="middle">${words}</textPath></text>
    <path d="M100 68l9 27h28l-23 17 9 27-23-17-23 17 9-27-23-17h28z" fill="#d2111b"/></svg>`;
}

/** A pale pattern of waves as certificates have it behind their text. */
export const waves = (colour: string): string =>
  `<svg class="at" style="left:0;top:0;opacity:.6" width="100%" height="100%"><defs><pattern id="w" width="60" height="20" patternUnits="userSpaceOnUse"><path d="M0 10q15-12 30 0t30 0" fill="none" stroke="${colour}" stroke-width="1"/></pattern></defs><rect width="100%" height="100%" fill="url(#w)"/></svg>`;

/** A label spaced out to a width of `letters` letters. */
export const spaced = (label: string, letters: number): string => {
  const space = (letters - label.length) / Math.max(1, label.length - 1);
  return `<span style="letter-spacing:${space}em;margin-right:${-space}em">${label}</span>`;
};
