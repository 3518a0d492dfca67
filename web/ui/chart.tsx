/** Bars and lines with their values written at them, the comparison drawn in, and the same figures as a table. */
import './chart.css';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';
import type { ChartCanvas } from './chart-canvas.ts';

export interface Series {
  name: string;
  /** A gap where there is no figure: null, never 0. */
  values: readonly (number | null)[];
  /** What one compares with (last year, the target): drawn in grey. */
  comparison?: boolean;
}

export interface ChartProps {
  kind: 'bars' | 'lines';
  /** What the chart shows, as its heading and for those who do not see it. */
  title: string;
  labels: readonly string[];
  series: readonly Series[];
  /** Written behind each value: %, 件. */
  unit?: string;
  height?: number;
  /** Bars lie: for long labels. */
  lying?: boolean;
  /** A figure was pressed: lead to the list of its cases. */
  onPick?: (label: number, series: number) => void;
}

export function Chart(props: ChartProps): ReactNode {
  const say = useWords(generalWords);
  const [asTable, setAsTable] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<ChartCanvas>(undefined);
  const newest = useRef(props);
  useEffect(() => {
    newest.current = props;
    canvas.current?.draw(props);
  });
  useEffect(() => {
    if (asTable) return;
    let gone = false;
    const watch = new MutationObserver(() => canvas.current?.draw(newest.current));
    // The drawing library comes only when a chart is on the screen: it is larger than all the rest.
    void import('./chart-canvas.ts').then(({ openChart }) => {
      if (gone || !place.current) return;
      canvas.current = openChart(place.current, newest.current);
      // Light and dark, and elder mode, change the root's style.
      watch.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    });
    return () => {
      gone = true;
      watch.disconnect();
      canvas.current?.close();
      canvas.current = undefined;
    };
  }, [asTable]);
  const { kind, title, labels, series, unit = '', height = 260 } = props;
  return (
    <figure className="yc-chart">
      <figcaption>
        <strong>{title}</strong>
        {kind === 'bars' && series.length > 1 ? (
          <span className="yc-chart-names">
            {series.map(({ name, comparison }, at) => (
              <span key={name} className={comparison ? 'comparison' : `own${at}`}>
                {name}
              </span>
            ))}
          </span>
        ) : null}
        <Button type="text" size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? say.chart.picture : say.chart.table}
        </Button>
      </figcaption>
      {asTable ? (
        <div className="yc-chart-table" style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <td />
                {series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {labels.map((label, at) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {series.map(({ name, values }, which) => (
                    <td key={name} className="yc-numbers">
                      {props.onPick && values[at] != null ? (
                        <Button type="link" size="small" onClick={() => props.onPick?.(at, which)}>
                          {values[at]}
                          {unit}
                        </Button>
                      ) : (
                        `${values[at] ?? '–'}${values[at] == null ? '' : unit}`
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div ref={place} role="img" aria-label={title} style={{ height }} />
      )}
    </figure>
  );
}
