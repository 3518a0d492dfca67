/** Where the places lie to each other, without tiles from elsewhere: the list beside it says everything that the sketch shows. */
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutletRow } from '#modules/offices/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import type { Point } from './point.tsx';
import { officeWords } from './words.ts';

const width = 360;
const margin = 28;

export function Sketch(props: { outlets: readonly OutletRow[]; point: Point | undefined }): ReactNode {
  const { point } = props;
  const say = useWords(officeWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const placed = props.outlets.filter(({ longitude, latitude }) => longitude !== null && latitude !== null);
  if (placed.length < 2) return null;
  // A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
  const squeeze = Math.cos((placed[0]!.latitude! * Math.PI) / 180);
  const all = [
    ...placed.map(({ longitude, latitude }) => [longitude! * squeeze, latitude!] as const),
    ...(point ? [[point.longitude * squeeze, point.latitude] as const] : []),
  ];
  const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [low, high] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const scale = (width - 2 * margin) / Math.max(right - left, 0.002);
  const height = Math.min(560, Math.max(160, (high - low) * scale + 2 * margin));
  const place = (longitude: number, latitude: number): [number, number] => [
    margin + (longitude * squeeze - left) * scale,
    Math.min(height - margin / 2, margin + (high - latitude) * scale),
  ];
  const here = point && place(point.longitude, point.latitude);
  return (
    <figure className="offices-sketch">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say.map}>
        {placed.map((outlet) => {
          const [x, y] = place(outlet.longitude!, outlet.latitude!);
          const name = pick(language, outlet.name, outlet.nameEn);
          const large = outlet.kind === 'hall';
          return (
            <g key={outlet.id} onClick={() => void navigate({ to: '/places/$id', params: { id: outlet.id } as never })}>
              <title>{name}</title>
              <circle
                cx={x}
                cy={y}
                r={large ? 7 : outlet.kind === 'town' ? 5 : 3.5}
                className={outlet.opening?.open ? 'open' : ''}
              />
              {large ? (
                <text x={x} y={y - 11} textAnchor={x > width * 0.66 ? 'end' : x < width * 0.33 ? 'start' : 'middle'}>
                  {name}
                </text>
              ) : null}
            </g>
          );
        })}
        {here ? (
          <g className="here">
            <circle cx={here[0]} cy={here[1]} r="9" />
            <circle cx={here[0]} cy={here[1]} r="3" />
          </g>
        ) : null}
      </svg>
      <figcaption className="yc-muted yc-small">{say.mapLine}</figcaption>
    </figure>
  );
}
