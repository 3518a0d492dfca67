/** How the workbench looks: dense and crisp, light or dark. */
import { useMemo } from 'react';
import { dark, light } from '#web/ui/palette.ts';
import { useMedia, usePreference } from '#web/ui/preferences.ts';
import type { Look } from '#web/ui/surface.tsx';

export type Appearance = 'light' | 'dark' | 'system';

/** Light, dark or as the system, and how to change it. */
export const useAppearance = () =>
  usePreference('appearance', 'system') as [Appearance, (appearance: Appearance) => void];

/** The workbench's look for this person. */
export function useWorkbenchLook(): Look {
  const [appearance] = useAppearance();
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = appearance === 'dark' || (appearance === 'system' && systemDark);
  return useMemo(() => ({ palette: isDark ? dark : light, fontSize: 14, controlHeight: 32, radius: 6 }), [isDark]);
}
