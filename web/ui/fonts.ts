/**
 * No Chinese character may be an empty box. Most machines have a Chinese font of their own, which comes first; where there
 * is none, ours is fetched in the pieces that a page needs.
 */

/** Draws two characters and says whether they look different; missing characters all look like the same box. */
function looksDifferent(one: string, other: string): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 24;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return false;
  pen.font = '20px sans-serif';
  const draw = (character: string): Uint8ClampedArray => {
    pen.clearRect(0, 0, 24, 24);
    pen.fillText(character, 2, 20);
    return pen.getImageData(0, 0, 24, 24).data;
  };
  const [first, second] = [draw(one).slice(), draw(other)];
  let different = 0;
  for (let at = 3; at < first.length; at += 4) if (first[at]! > 127 !== second[at]! > 127) different += 1;
  // A few pixels may be noise: some browsers blur what a page reads from a canvas.
  return different > 12;
}

/** Fetches the style sheet of our Chinese font unless the machine surely has one. */
export async function ensureChineseFont(): Promise<void> {
  const agent = navigator.userAgent;
  // Firefox draws missing characters as boxes with numbers in them, which all look different.
  const sure = !/Firefox/.test(agent) && looksDifferent('证', '务') && looksDifferent('这', '窗');
  if (!sure) await import('@fontsource-variable/noto-sans-sc/index.css');
}
