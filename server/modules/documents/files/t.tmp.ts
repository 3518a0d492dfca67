import { readFileSync } from 'node:fs';
import { cleanContent } from './clean-content.ts';
let worst = 0,
  last = performance.now();
const i = setInterval(() => {
  const n = performance.now();
  worst = Math.max(worst, n - last - 10);
  last = n;
}, 10);
for (const f of ['/tmp/big.heic', '/tmp/big.heic', '/tmp/big.jpg']) {
  const b = readFileSync(f);
  worst = 0;
  const t = performance.now();
  const r = await cleanContent(b);
  console.log(
    f,
    r.width,
    r.height,
    r.bytes.length,
    (performance.now() - t).toFixed(0) + 'ms',
    'loop held at most',
    worst.toFixed(0) + 'ms',
    'rss',
    (process.memoryUsage().rss / 1e6).toFixed(0),
  );
}
clearInterval(i);
