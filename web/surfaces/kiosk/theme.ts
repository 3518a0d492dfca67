/** How a kiosk looks: type of 24 and more, targets of 64 and more, for who stands, sits in a wheelchair, or sees little. */
import { useMemo } from 'react';
import { useEase } from '#web/ui/kiosk/ease.ts';
import { useMedia } from '#web/ui/preferences.ts';
import { dark, light, type Palette } from '#web/ui/palette.ts';
import type { Look } from '#web/ui/surface.tsx';

/** White on black: what people with low vision read best. */
const night: Palette = {
  ...dark,
  accent: '#1a5fc4',
  accentText: '#9cc8ff',
  accentSoft: '#10284a',
  text: '#ffffff',
  muted: '#ffffff',
  line: '#8a94a6',
  edge: '#ffffff',
  ground: '#000000',
  paper: '#000000',
};

export function useKioskLook(): Look {
  const { contrast, large } = useEase();
  // A tall screen is a large one: what stands there is read from further away.
  const tall = useMedia('(min-height: 1500px)');
  return useMemo(
    () => ({
      palette: contrast ? night : { ...light, ground: '#f2f5fa', muted: '#48525f' },
      fontSize: (large ? 32 : 24) + (tall ? 6 : 0),
      controlHeight: large ? 88 : 72,
      radius: 14,
    }),
    [contrast, large, tall],
  );
}
