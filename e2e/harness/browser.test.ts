import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fillOnce, launchBrowser } from './browser.ts';
import { axe, noSidewaysScroll, shoot, withPage, zoom } from './journey.ts';

const html = (body: string): [number, string, string] => [
  200,
  'text/html; charset=utf-8',
  `<!doctype html><html lang="zh-CN"><head><title>一窗</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"></head><body>${body}</body></html>`,
];
const pages: Record<string, [number, string, string]> = {
  '/': html(`<main><h1>孩子上户口</h1><p>出生登记，<b>一次性告知</b>，还剩 3 个工作日（10月10日 周五）</p>
    <p style="font-family: 'PingFang SC', Arial, serif">新生儿姓名：李䶮、王喆、朱玥</p><code>受理编号 YC-2026-000123</code></main>`),
  '/unlabelled': html('<main><h1>一窗</h1><input name="phone"><p style="color:#ccc">电话</p></main>'),
  '/wide': html('<main><h1>一窗</h1><div class="table" style="width: 900px">很宽的表</div></main>'),
  '/inner': html('<div style="overflow-x: auto"><div style="width: 900px">可以自己滚动的表</div></div>'),
  '/shouts': html('<script>console.error("坏了")</script>'),
  '/throws': html('<script>null.name</script>'),
  '/asks': html('<script>fetch("/fails"); fetch("/conflict")</script>'),
  '/misses': html('<script src="/nowhere.js"></script>'),
  '/fails': [500, 'application/json', '{}'],
  '/conflict': [409, 'application/json', '{}'],
  '/worker.js': [
    200,
    'text/javascript',
    `
    self.addEventListener('install', () => self.skipWaiting());
    self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    self.addEventListener('fetch', (event) => {
      if (event.request.url.endsWith('/from-worker')) event.respondWith(new Response('离线也在'));
    });`,
  ],
};
const server = createServer((request, response) => {
  const [status, type, body] = pages[request.url ?? ''] ?? [404, 'text/plain', ''];
  // As strict as the product's own pages: what the harness puts into a page has to work under it.
  const policy =
    request.url === '/' || request.url === '/unlabelled' ? "default-src 'self'; style-src 'unsafe-inline'" : '';
  response.writeHead(status, { 'content-type': type, ...(policy && { 'content-security-policy': policy }) }).end(body);
});

const desk = { width: 1280, height: 800, locale: 'zh-CN' };
const phone = { width: 360, height: 740, locale: 'zh-CN', deviceScaleFactor: 2, hasTouch: true, isMobile: true };
let browser: Browser;
let site: string;

beforeAll(async () => {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  server.close();
});

describe('the browser', () => {
  test('is one for all who ask in this worker', async () => {
    expect(await launchBrowser()).toBe(browser);
  });

  test.each(['system-ui', 'sans-serif', 'serif', 'monospace', "'PingFang SC', Arial", "'Microsoft YaHei'"])(
    'draws Chinese in %s with glyphs, not with the box for a missing one',
    async (family) => {
      const [window, mouth, rare, missing, alsoMissing] = await withPage(browser, desk, async (page) => {
        await page.goto(site);
        return page.evaluate(
          ({ characters, font }) =>
            characters.map((character) => {
              const canvas = document.createElement('canvas');
              const pen = canvas.getContext('2d')!;
              pen.font = `64px ${font}`;
              pen.fillText(character, 10, 80);
              return pen
                .getImageData(0, 0, canvas.width, canvas.height)
                .data.filter((_, at) => at % 4 === 3)
                .join();
            }),
          // The last two are no characters at all: equal boxes show that the comparison would find a missing glyph.
          { characters: ['窗', '口', '䶮', '\u0378', '\u0379'], font: family },
        );
      });
      expect(missing).toBe(alsoMissing);
      expect(new Set([window, mouth, rare, missing]).size).toBe(4);
    },
  );

  test('runs service workers', async () => {
    await withPage(browser, desk, async (page) => {
      await page.goto(`${site}/inner`);
      await page.evaluate(async () => {
        const claimed = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
        await navigator.serviceWorker.register('/worker.js');
        await claimed;
      });
      expect(await page.evaluate(async () => (await fetch('/from-worker')).text())).toBe('离线也在');
    });
  });

  test('draws with WebGL', async () => {
    const pixel = await withPage(browser, desk, async (page) => {
      await page.goto(site);
      return page.evaluate(() => {
        const gl = document.createElement('canvas').getContext('webgl2')!;
        gl.clearColor(1, 0, 0, 1);
        gl.clear(gl.COLOR_BUFFER_BIT);
        const read = new Uint8Array(4);
        gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, read);
        return [...read];
      });
    });
    expect(pixel).toEqual([255, 0, 0, 255]);
  });

  test('has a camera and a microphone', async () => {
    const tracks = await withPage(browser, desk, async (page) => {
      await page.goto(site);
      return page.evaluate(async () => {
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
        return stream.getTracks().map(({ kind, readyState }) => `${kind} ${readyState}`);
      });
    });
    expect(tracks.sort()).toEqual(['audio live', 'video live']);
  });
});

describe('withPage', () => {
  const visit = (path: string, more: { tolerate?: RegExp[] } = {}): Promise<unknown> =>
    withPage(browser, { ...desk, ...more }, (page) => page.goto(site + path, { waitUntil: 'networkidle' }));

  test.each([
    ['/shouts', /console: 坏了/],
    ['/throws', /page error: TypeError/],
    ['/asks', /- 500 GET \S+\/fails$/],
    ['/misses', /- 404 GET \S+\/nowhere\.js$/],
  ])('fails a journey over %s', async (path, trouble) => {
    await expect(visit(path)).rejects.toThrow(trouble);
  });

  test('tolerates what the journey brings about on purpose', async () => {
    await visit('/asks', { tolerate: [/\/fails$/] });
  });

  test('adds the troubles and a picture to the failure of a journey', async () => {
    const failure = await withPage(browser, desk, async (page) => {
      await page.goto(`${site}/shouts`);
      throw new Error('no button');
    }).catch((error: Error) => error.message);
    expect(failure).toMatch(/^no button[^]*console: 坏了/);
    const picture = /The page then: (.+\.png) \(/.exec(String(failure))?.[1] ?? '';
    expect(existsSync(picture)).toBe(true);
    await rm(picture);
  });

  test('keeps people apart and in the time zone of the district', async () => {
    await withPage(browser, desk, (first) =>
      withPage(browser, phone, async (second) => {
        await Promise.all([first.goto(site), second.goto(site)]);
        await first.evaluate(() => localStorage.setItem('who', 'clerk'));
        expect(await second.evaluate(() => localStorage.getItem('who'))).toBe(null);
        expect(await second.evaluate(() => new Date(0).getHours())).toBe(8);
      }),
    );
  });
});

describe('what journeys look at', () => {
  test('axe finds a field without a label and pale text, and nothing in a good page', async () => {
    await withPage(browser, desk, async (page) => {
      await page.goto(`${site}/unlabelled`);
      expect(await axe(page)).toEqual([
        expect.stringMatching(/^color-contrast \(serious\): .*: p: .*contrast/),
        expect.stringMatching(/^label \(critical\): .*: input: /),
      ]);
      expect(await axe(page, 'h1')).toEqual([]);
      await page.goto(site);
      expect(await axe(page)).toEqual([]);
    });
  });

  test('sideways scrolling is found in the page, not in a part that scrolls itself', async () => {
    await withPage(browser, phone, async (page) => {
      await page.goto(`${site}/wide`);
      await expect(noSidewaysScroll(page)).rejects.toThrow(
        /in a window of 360 px:\ndiv\.table “很宽的表” reaches to 9/,
      );
      await page.goto(`${site}/inner`);
      await noSidewaysScroll(page);
    });
  });

  test('zoom leaves fewer pixels, and goes back', async () => {
    await withPage(browser, desk, async (page) => {
      const seen = () => page.evaluate(() => [innerWidth, innerHeight, matchMedia('(max-width: 640px)').matches]);
      await page.goto(`${site}/wide`);
      await noSidewaysScroll(page);
      await zoom(page, 2);
      expect(await seen()).toEqual([640, 400, true]);
      await expect(noSidewaysScroll(page)).rejects.toThrow(/in a window of 640 px/);
      await zoom(page, 1);
      expect(await seen()).toEqual([1280, 800, false]);
    });
  });

  test('pictures are taken only when asked for', async () => {
    await withPage(browser, phone, async (page) => {
      await page.goto(site);
      vi.stubEnv('SHOTS', '');
      expect(await shoot(page, 'self-test')).toBe(undefined);
      vi.stubEnv('SHOTS', '1');
      const path = await shoot(page, 'self-test');
      vi.unstubAllEnvs();
      expect(path).toMatch(/\.cache\/shots\/self-test-360\.png$/);
      // Width in the header of the PNG: 360 CSS pixels of two device pixels each.
      expect((await readFile(path!)).readUInt32BE(16)).toBe(720);
    });
  });
});

describe('fillOnce', () => {
  test('gives several who fill at once one whole folder, and leaves nothing of a failure', async () => {
    const home = await mkdtemp(join(tmpdir(), 'fill-'));
    const folder = join(home, 'browser');
    await expect(fillOnce(folder, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await readdir(home)).toEqual([]);
    const fill = async (draft: string): Promise<void> => {
      await mkdir(join(draft, 'lib'));
      await writeFile(join(draft, 'lib', 'one'), '');
    };
    expect(await Promise.all([1, 2, 3].map(() => fillOnce(folder, fill)))).toEqual([folder, folder, folder]);
    expect(await readdir(home)).toEqual(['browser']);
    await fillOnce(folder, () => Promise.reject(new Error('filled twice')));
    await rm(home, { recursive: true });
  });
});
