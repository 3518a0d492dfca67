/** How a screen looks: dark, read from eight metres, the type as large as the wall allows. */
import { useEffect, useMemo, useState } from 'react';
import { dark } from '#web/ui/palette.ts';
import type { Look } from '#web/ui/surface.tsx';

/** The size of type that fills a screen of this width: 1920 pixels have 24. */
const sizeOf = (width: number): number => Math.max(16, Math.round((width / 1920) * 24));

export function useHallLook(): Look {
  const [fontSize, setFontSize] = useState(() => sizeOf(innerWidth));
  useEffect(() => {
    const fit = (): void => setFontSize(sizeOf(innerWidth));
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  }, []);
  return useMemo(
    () => ({ palette: { ...dark, accentText: '#b9d3fb' }, fontSize, controlHeight: 64, radius: 10 }),
    [fontSize],
  );
}
