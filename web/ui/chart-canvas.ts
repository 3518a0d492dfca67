/** The part of a chart that needs the drawing library; fetched when the first chart is shown. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import type { ChartProps } from './chart.tsx';

// No tooltip: it would write styles into HTML, which the content security policy forbids, and a finger cannot hover.
use([BarChart, LineChart, GridComponent, LabelLayout, CanvasRenderer]);

export interface ChartCanvas {
  draw: (props: ChartProps) => void;
  close: () => void;
}

/** Opens a chart in its place, which it fills; it follows the place's size. */
export function openChart(place: HTMLElement, first: ChartProps): ChartCanvas {
  const chart = init(place);
  let props = first;
  const draw = (next: ChartProps): void => {
    props = next;
    chart.setOption(optionOf(next), { notMerge: true });
  };
  chart.on('click', ({ dataIndex, seriesIndex }) => props.onPick?.(Number(dataIndex), Number(seriesIndex)));
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(place);
  draw(first);
  return {
    draw,
    close: () => {
      watch.disconnect();
      chart.dispose();
    },
  };
}

/** The last figure stands beside its line's name. */
const lastOf = (figures: readonly (number | null)[]): number => figures.findLastIndex((value) => value !== null);

function optionOf(props: ChartProps): EChartsCoreOption {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--yc-${name}`).trim();
  const fontSize = Math.max(11, Number.parseFloat(style.fontSize) * 0.86);
  const text = { color: colour('muted'), fontSize, fontFamily: colour('font') };
  const { kind, labels, series, unit = '', lying } = props;
  const own = [colour('accent-text'), colour('amber'), colour('green')];
  const crowded = labels.length * series.length > 26;
  const names = {
    type: 'category',
    data: [...labels],
    axisLabel: { ...text, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour('line') } },
  };
  const values = {
    type: 'value',
    minInterval: unit === '%' ? 0 : 1,
    // Lines are read by their course, bars by their length: bars begin at nothing.
    scale: kind === 'lines',
    axisLabel: { ...text, show: crowded },
    splitLine: { show: crowded, lineStyle: { color: colour('line') } },
  };
  let plain = 0;
  return {
    animation: false,
    aria: { enabled: false },
    grid: { left: 8, right: kind === 'lines' ? 110 : lying ? 56 : 12, top: 28, bottom: 4, outerBoundsMode: 'same' },
    ...(lying ? { xAxis: values, yAxis: { ...names, inverse: true } } : { xAxis: names, yAxis: values }),
    series: series.map(({ name, values: figures, comparison }) => {
      const drawn = comparison ? colour('edge') : own[plain++ % own.length]!;
      const label = { ...text, color: comparison ? colour('muted') : colour('text') };
      const written = { show: !crowded, ...label, position: lying ? 'right' : 'top', formatter: `{c}${unit}` };
      return kind === 'bars'
        ? {
            type: 'bar',
            name,
            data: [...figures],
            itemStyle: { color: drawn, borderRadius: 2 },
            barMaxWidth: 36,
            label: written,
          }
        : {
            type: 'line',
            name,
            data: figures.map((value, at) => (at === lastOf(figures) ? { value, label: { show: false } } : value)),
            symbol: comparison ? 'none' : 'circle',
            symbolSize: 6,
            lineStyle: { color: drawn, width: comparison ? 1.5 : 2.5, type: comparison ? 'dashed' : 'solid' },
            itemStyle: { color: drawn },
            label: comparison ? { show: false } : written,
            // The name stands at the end of its line: no legend to look up.
            endLabel: { show: true, ...label, color: drawn, formatter: `{a} {c}${unit}` },
            labelLayout: { hideOverlap: true },
          };
    }),
  };
}
