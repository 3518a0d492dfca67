/**
 * The colours. One accent (the blue of 青花 porcelain), red only for what is overdue or dangerous. A palette is the one
 * source for both: antd's tokens (`antdTheme`) and the custom properties that our own style sheets use (`--yc-*`).
 */
import { theme as antd, type ThemeConfig } from 'antd';

export interface Palette {
  dark: boolean;
  /** Filled buttons, the chosen thing. */
  accent: string;
  /** Accent as a colour of text. */
  accentText: string;
  accentSoft: string;
  text: string;
  muted: string;
  line: string;
  /** Borders of what is filled in: at least 3:1 against the paper. */
  edge: string;
  ground: string;
  paper: string;
  red: string;
  redSoft: string;
  amber: string;
  amberSoft: string;
  green: string;
  greenSoft: string;
}

export const light: Palette = {
  dark: false,
  accent: '#1d4f91',
  accentText: '#1d4f91',
  accentSoft: '#eaf0f9',
  text: '#1a2130',
  muted: '#566072',
  line: '#e1e5ec',
  edge: '#8a94a6',
  ground: '#f5f7fa',
  paper: '#ffffff',
  red: '#b3261e',
  redSoft: '#fceceb',
  amber: '#8a5700',
  amberSoft: '#fdf3df',
  green: '#1c6b3c',
  greenSoft: '#e8f4ec',
};

export const dark: Palette = {
  dark: true,
  accent: '#2f66b3',
  accentText: '#94bbf5',
  accentSoft: '#1d2c44',
  text: '#e7ebf3',
  muted: '#a5afc0',
  line: '#2b3443',
  edge: '#6c788c',
  ground: '#0f141c',
  paper: '#171e2a',
  red: '#ff9189',
  redSoft: '#3a2123',
  amber: '#f0c15c',
  amberSoft: '#352b17',
  green: '#85d3a0',
  greenSoft: '#1a3024',
};

/** Higher contrast, for elder mode. */
export const contrasting: Palette = {
  ...light,
  accent: '#0b3a78',
  accentText: '#0b3a78',
  text: '#000000',
  muted: '#2b3340',
  line: '#8a94a6',
  edge: '#3c4553',
  ground: '#ffffff',
};

/** System fonts first: a phone has its own Chinese font; ours is for machines that have none. */
export const fontFamily =
  "'PingFang SC', 'Microsoft YaHei', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans SC Variable', system-ui, -apple-system, sans-serif";

/** antd's theme for a palette and a size of type. */
export function antdTheme(
  palette: Palette,
  size: { fontSize: number; controlHeight: number; radius: number },
): ThemeConfig {
  return {
    algorithm: palette.dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accentText,
      colorError: palette.dark ? '#e5645b' : palette.red,
      colorErrorText: palette.red,
      colorWarning: palette.dark ? palette.amber : '#b97700',
      colorSuccess: palette.dark ? '#4fae74' : palette.green,
      colorText: palette.text,
      colorTextSecondary: palette.muted,
      colorTextTertiary: palette.muted,
      colorTextDescription: palette.muted,
      colorTextPlaceholder: palette.muted,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.paper,
      colorBgElevated: palette.paper,
      fontFamily,
      fontSize: size.fontSize,
      controlHeight: size.controlHeight,
      borderRadius: size.radius,
      // Under 150 ms each; people who asked for no motion get none (see `base.css`).
      motionDurationFast: '0.08s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.14s',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Modal: { titleFontSize: size.fontSize + 2 },
    },
  };
}

/** Hands the palette and the size of type to our own style sheets. */
export function applyPalette(palette: Palette, fontSize: number): void {
  const root = document.documentElement;
  for (const [name, value] of Object.entries(palette)) {
    if (typeof value !== 'string') continue;
    root.style.setProperty(`--yc-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
  root.style.setProperty('--yc-font', fontFamily);
  root.style.setProperty('font-size', `${(fontSize / 16) * 100}%`);
  root.style.setProperty('color-scheme', palette.dark ? 'dark' : 'light');
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', palette.paper);
}
