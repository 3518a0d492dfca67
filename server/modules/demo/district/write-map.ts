/** Writes `data/demo/map.geojson` anew after places were changed: `node server/modules/demo/district/write-map.ts`. */
import { writeFileSync } from 'node:fs';
import { drawMap } from './draw-map.ts';

writeFileSync(new URL('../../../../data/demo/map.geojson', import.meta.url), `${JSON.stringify(drawMap())}\n`);
