/** Fonts and colours of documents. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The red of heads and seals. */
export const sealRed = '#d2111b';
export const headRed = '#c8141d';

const require = createRequire(import.meta.url);
const folder = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const sources = {
  regular: '400Regular/NotoSansSC_400Regular.ttf',
  bold: '700Bold/NotoSansSC_700Bold.ttf',
} as const;

const opened = new Map<string, unknown>();

/**
 * Makes Noto Sans SC (SIL Open Font License) known to a document as `regular` and `bold`. A font that one document has opened
 * is given to the next: opening costs a third of the time that a document takes.
 */
export function useFonts(doc: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(sources)) {
    doc.registerFont(name, (opened.get(name) ?? readFileSync(path.join(folder, file))) as Buffer);
    // Taken up in this order whether it was open or not: the order decides the names inside the PDF, and so its bytes.
    doc.font(name);
    opened.set(name, (doc as unknown as { _font: { font: unknown } })._font.font);
  }
}
