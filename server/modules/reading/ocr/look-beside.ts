/** Reading where a value should stand although the detection found nothing there. */
import type { EmptyPlace } from '../fields/extract.ts';
import { applyAll, rectangle } from '../picture/homography.ts';
import type { Page } from '../picture/page.ts';
import { cutOut } from '../picture/pixels.ts';
import type { Networks } from './models.ts';
import type { PageLines } from './read-lines.ts';
import { lineHeight, recognise } from './recognise.ts';

/** Adds what is legible at the places to the lines of their pages. An empty place reads as nothing, or as something unlikely. */
export async function lookBeside(
  networks: Networks,
  read: readonly { page: Page; lines: PageLines }[],
  places: readonly EmptyPlace[],
): Promise<void> {
  const quads = places.map(({ x0, x1, y0, y1 }) => rectangle(x0, y0, x1, y1));
  const cuts = places.map(({ page }, i) => {
    const { page: own, lines } = read[page]!;
    return cutOut(own.pixels, applyAll(lines.frame.toPicture, quads[i]!), lineHeight);
  });
  for (const [i, letters] of (await recognise(networks, cuts)).entries()) {
    const good = letters.filter(({ text, p }) => p > 0.8 && /[\p{L}\p{N}]/u.test(text));
    if (good.length > 0) read[places[i]!.page]!.lines.lines.push({ quad: quads[i]!, letters: good, red: false });
  }
}
