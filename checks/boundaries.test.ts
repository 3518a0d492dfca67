/** The architecture as tests: what `server/modules.ts` says about who may use whom is compared with the real imports. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { modules } from '#server/modules';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  file: string;
  imports: string[];
  text: string;
}

async function sourcesIn(folder: string): Promise<Source[]> {
  const names = await readdir(path.join(root, folder), { recursive: true });
  const files = names.filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('node_modules'));
  return Promise.all(
    files.map(async (name) => {
      const file = path.join(folder, name);
      const text = await readFile(path.join(root, file), 'utf8');
      const { module } = parseSync(file, text);
      const imports = [
        ...module.staticImports.map((found) => found.moduleRequest.value),
        ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
        ...module.dynamicImports.map((found) => text.slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1)),
      ];
      return { file, imports: [...new Set(imports)], text };
    }),
  );
}

/** Files that import nothing; their length counts all the same. */
async function otherFilesIn(folder: string): Promise<{ file: string; text: string }[]> {
  const names = await readdir(path.join(root, folder), { recursive: true });
  return Promise.all(
    names
      .filter((name) => /\.(css|html|sql)$/.test(name))
      .map(async (name) => ({
        file: path.join(folder, name),
        text: await readFile(path.join(root, folder, name), 'utf8'),
      })),
  );
}
const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

const [server, web, rest] = await Promise.all([
  sourcesIn('server'),
  sourcesIn('web'),
  Promise.all(['checks', 'e2e', 'bench', 'scripts'].map(sourcesIn)).then((all) => all.flat()),
]);
const isTest = ({ file }: Source): boolean => /\.test\.tsx?$|-testing\.ts$/.test(file) || file.includes('/testing/');
const moduleOf = (file: string): string | undefined => /^server\/modules\/([^/]+)\//.exec(file)?.[1];
/** The file that a relative import means. */
const target = (source: Source, request: string): string => path.join(path.dirname(source.file), request);
const faults = (sources: Source[], wrong: (source: Source, request: string) => boolean): string[] =>
  sources.flatMap((source) =>
    source.imports.filter((request) => wrong(source, request)).map((request) => `${source.file} imports ${request}`),
  );

describe('modules', () => {
  const uses = new Map(modules.map((module) => [module.name, new Set(module.uses)]));
  const order = modules.map((module) => module.name);

  it('use only what stands above them in the map', () => {
    const upward = modules.flatMap((module, i) =>
      module.uses
        .filter((name) => name !== 'deadlines' && (order.indexOf(name) < 0 || order.indexOf(name) >= i))
        .map((name) => `${module.name} uses ${name}`),
    );
    expect(upward).toEqual([]);
  });

  it('import only faces and contracts of the modules that they name', () => {
    const inModules = server.filter((source) => moduleOf(source.file) && !isTest(source));
    expect(
      faults(inModules, (source, request) => {
        const own = moduleOf(source.file)!;
        if (request.startsWith('.')) return moduleOf(target(source, request)) !== own;
        if (request.startsWith('#server/')) return true;
        const other = /^#modules\/([^/]+)/.exec(request)?.[1];
        return other !== undefined && other !== own && !uses.get(own)?.has(other);
      }),
    ).toEqual([]);
  });

  it('are not known to the platform', () => {
    const platform = server.filter((source) => source.file.startsWith('server/platform/') && !isTest(source));
    expect(
      faults(
        platform,
        (source, request) =>
          request.startsWith('#modules/') ||
          request.startsWith('#server/') ||
          (request.startsWith('.') && !target(source, request).startsWith('server/platform')),
      ),
    ).toEqual([]);
  });

  it('keep their SQL in stores', () => {
    const allowed = /(store|rebuild|load)[^/]*\.ts$|\/store\//;
    const found = server.filter(
      (source) =>
        moduleOf(source.file) &&
        !isTest(source) &&
        !allowed.test(source.file) &&
        moduleOf(source.file) !== 'insight' &&
        /\b(prepared(<|\()|sql`|sql<|tablesOf(<|\())/.test(source.text),
    );
    expect(found.map((source) => source.file)).toEqual([]);
  });

  it('have contracts that a browser can load', () => {
    const forBrowsers = new Set(['typebox', 'typebox/value', 'decimal.js']);
    const byFile = new Map(server.map((source) => [source.file, source]));
    const reached = new Set<string>();
    const visit = (file: string): string[] => {
      if (reached.has(file)) return [];
      reached.add(file);
      const source = byFile.get(file);
      if (!source) return [`${file} is not there`];
      return source.imports.flatMap((request) => {
        if (request.startsWith('node:')) return [`${file} imports ${request}`];
        if (request.startsWith('.')) return visit(target(source, request));
        if (request === '#platform/contract') return visit('server/platform/contract.ts');
        const contract = /^#modules\/([^/]+)\/contract$/.exec(request)?.[1];
        if (contract) return visit(`server/modules/${contract}/contract.ts`);
        // A package for servers comes with substitutes of what a browser lacks: iconv-lite was a quarter of each page with a ticket.
        return forBrowsers.has(request) || isTypeOnly(source, request) ? [] : [`${file} imports ${request}`];
      });
    };
    const contracts = server.filter((source) => /^server\/modules\/[^/]+\/contract\.ts$/.test(source.file));
    expect(contracts.length).toBeGreaterThan(5);
    expect(contracts.flatMap((source) => visit(source.file))).toEqual([]);
  });
});

/** Whether everything that is imported by this request is a type, which leaves no trace in the browser. */
function isTypeOnly(source: Source, request: string): boolean {
  return [...source.text.matchAll(/import\s+(type\s+)?[^;]*?from\s+'([^']+)'/g)]
    .filter((match) => match[2] === request)
    .every((match) => match[1]);
}

describe('web', () => {
  const layer = (file: string): string => /^web\/([^/]+)/.exec(file)?.[1] ?? '';
  const feature = (file: string): string | undefined => /^web\/features\/([^/]+)/.exec(file)?.[1];
  const reach: Record<string, string[]> = {
    surfaces: ['surfaces', 'features', 'ui', 'client', 'words'],
    features: ['features', 'ui', 'client', 'words'],
    ui: ['ui', 'client', 'words'],
    client: ['client', 'words'],
    words: ['words'],
  };

  it('is built in layers: surfaces, features, ui and client, words', () => {
    expect(
      faults(web, (source, request) => {
        if (!request.startsWith('.'))
          return request.startsWith('#platform/') && request !== '#platform/contract' && !isTypeOnly(source, request);
        const to = target(source, request);
        if (!to.startsWith('web/')) return true;
        return !(reach[layer(source.file)] ?? [layer(source.file)]).includes(layer(to)) && path.dirname(to) !== 'web';
      }),
    ).toEqual([]);
  });

  it('has features that do not know each other', () => {
    expect(
      faults(web, (source, request) =>
        Boolean(
          feature(source.file) &&
          request.startsWith('.') &&
          feature(target(source, request)) &&
          feature(target(source, request)) !== feature(source.file),
        ),
      ),
    ).toEqual([]);
  });

  it('reaches the server through contracts alone', () => {
    expect(faults(web, (_, request) => request.startsWith('#modules/') && !request.endsWith('/contract'))).toEqual([]);
  });
});

describe('files', () => {
  it('have at most 300 lines, whatever they are written in', async () => {
    const others = (await Promise.all(['server', 'web', 'scripts'].map(otherFilesIn))).flat();
    // What it looks at: at least one of each kind.
    expect([...new Set(others.map(({ file }) => path.extname(file)))].toSorted()).toEqual(['.css', '.html', '.sql']);
    const long = [...server, ...web, ...rest, ...others]
      .filter(({ text }) => linesOf(text) > 300)
      .map(({ file, text }) => `${file}: ${linesOf(text)}`);
    expect(long).toEqual([]);
  });

  it('leave nothing for later', () => {
    const words = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'not ' + 'implemented', 'coming ' + 'soon', '敬请' + '期待', '待' + '实现'].join('|'),
    );
    expect([...server, ...web, ...rest].filter(({ text }) => words.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
