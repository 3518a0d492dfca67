/** How the workbench looks: dense and crisp, light or dark. */
import { useMemo } from 'react';
import { dark, light } from '#web/ui/palette.ts';
import { useMedia, usePreference } from '#web/ui/preferences.ts';
import type { Look } from '#web/ui/surface.tsx';

export type Appearance = 'light' | 'dark' | 'system';

/** Light, dark or as the system, and how to change it. */
export const useAppearance = () =>
  usePreference('appearance', 'system') as [Appearance, (appearance: Appearance) => void];

/** Large type, a quarter larger, and how to change it. */
export function useLargeType(): [boolean, (large: boolean) => void] {
  const [large, set] = usePreference('large', 'off');
  return [large === 'on', (next) => set(next ? 'on' : 'off')];
}

/** The workbench's look for this person. */
export function useWorkbenchLook(): Look {
  const [large] = useLargeType();
  const [appearance] = useAppearance();
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = appearance === 'dark' || (appearance === 'system' && systemDark);
  return useMemo(() => {
    const size = large ? { fontSize: 17.5, controlHeight: 40 } : { fontSize: 14, controlHeight: 32 };
    return { palette: isDark ? dark : light, radius: 6, ...size };
  }, [isDark, large]);
}
