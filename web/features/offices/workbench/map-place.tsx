/** Where an outlet lies, on a map drawn from the other outlets' coordinates: nothing is fetched from elsewhere. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { OutletRow } from '#modules/offices/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { placeWords } from './words.ts';

export interface Point {
  longitude: number;
  latitude: number;
}

const width = 480;
const height = 300;
const margin = 24;
/** About ten metres. */
const nudge = 0.0001;

/** What the map shows: all outlets and the point, with some room around them. */
function frameOf(points: readonly Point[]): {
  place: (at: Point) => [number, number];
  at: (x: number, y: number) => Point;
} {
  const latitudes = points.map(({ latitude }) => latitude);
  const longitudes = points.map(({ longitude }) => longitude);
  const [low, high] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [left, right] = [Math.min(...longitudes), Math.max(...longitudes)];
  // A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
  const squeeze = Math.cos((((low + high) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * margin) / Math.max((right - left) * squeeze, 0.01),
    (height - 2 * margin) / Math.max(high - low, 0.01),
  );
  const [x0, y0] = [width / 2 - ((left + right) / 2) * squeeze * scale, height / 2 + ((low + high) / 2) * scale];
  const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return {
    place: ({ longitude, latitude }) => [x0 + longitude * squeeze * scale, y0 - latitude * scale],
    at: (x, y) => ({ longitude: round((x - x0) / (squeeze * scale)), latitude: round((y0 - y) / scale) }),
  };
}

interface Label {
  id: string;
  /** Smaller ones are written first; 2 is not written at all. */
  rank: number;
  at: [number, number];
  text: string;
}

/** The names that fit without covering each other, the point in hand, or the edge. */
function labels(all: readonly Label[], here: [number, number] | undefined): Map<string, string> {
  const boxes: [left: number, top: number, right: number, bottom: number][] = here
    ? [[here[0] - 12, here[1] - 12, here[0] + 12, here[1] + 12]]
    : [];
  const found = new Map<string, string>();
  for (const { id, rank, at, text } of all.toSorted((one, other) => one.rank - other.rank)) {
    if (rank > 1 || text === '') continue;
    const half = [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 11 : 6), 0) / 2;
    const [left, right] = [at[0] - half, at[0] + half];
    const [top, bottom] = [at[1] - 20, at[1] - 6];
    const free = boxes.every(([l, t, r, b]) => right < l || left > r || bottom < t || top > b);
    if (!free || left < 0 || right > width || top < 0) continue;
    boxes.push([left, top, right, bottom]);
    found.set(id, text);
  }
  return found;
}

export function MapPlace(props: {
  /** The one that is edited is left out of these. */
  outlets: readonly OutletRow[];
  value: Point | undefined;
  /** Absent: the map only shows. */
  onChange?: (point: Point) => void;
}): ReactNode {
  const { value, onChange } = props;
  const say = useWords(placeWords);
  const language = useLanguage();
  const place = useRef<SVGSVGElement>(null);
  const others = props.outlets.flatMap((outlet) =>
    outlet.longitude === null || outlet.latitude === null
      ? []
      : [{ outlet, point: { longitude: outlet.longitude, latitude: outlet.latitude } }],
  );
  const points = [...others.map(({ point }) => point), ...(value ? [value] : [])];
  if (points.length === 0) return null;
  const frame = frameOf(points);
  const here = value && frame.place(value);
  const named = labels(
    others.map(({ outlet, point }) => ({
      id: outlet.id,
      rank: outlet.kind === 'hall' ? 0 : outlet.kind === 'town' ? 1 : 2,
      at: frame.place(point),
      text: language === 'en' ? outlet.nameEn : outlet.name.replace(/(便民服务中心|政务服务中心)$/, ''),
    })),
    here,
  );
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (!step || !value || !onChange) return;
    event.preventDefault();
    const by = event.shiftKey ? nudge * 10 : nudge;
    const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
    onChange({ longitude: round(value.longitude + step[0]! * by), latitude: round(value.latitude + step[1]! * by) });
  };
  return (
    <svg
      ref={place}
      viewBox={`0 0 ${width} ${height}`}
      className={`office-map${onChange ? ' editable' : ''}`}
      aria-label={say.map}
      {...(onChange ? { role: 'application', tabIndex: 0, onKeyDown: press } : { role: 'img' })}
      onClick={(event) => {
        const box = place.current!.getBoundingClientRect();
        const scale = width / box.width;
        onChange?.(frame.at((event.clientX - box.left) * scale, (event.clientY - box.top) * scale));
      }}
    >
      {others.map(({ outlet, point }) => {
        const [x, y] = frame.place(point);
        const name = pick(language, outlet.name, outlet.nameEn);
        return (
          <g key={outlet.id}>
            <title>{name}</title>
            <circle cx={x} cy={y} r={outlet.kind === 'hall' ? 6 : outlet.kind === 'town' ? 4.5 : 3} />
            {named.get(outlet.id) ? (
              <text x={x} y={y - 8} textAnchor="middle">
                {named.get(outlet.id)}
              </text>
            ) : null}
          </g>
        );
      })}
      {here ? (
        <g className="here">
          <title>{say.mapHere}</title>
          <circle cx={here[0]} cy={here[1]} r="11" />
          <circle cx={here[0]} cy={here[1]} r="4" />
        </g>
      ) : null}
    </svg>
  );
}
