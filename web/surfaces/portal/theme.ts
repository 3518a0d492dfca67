/** How the portal looks: large type, much white; elder mode has 1.3 times the type and higher contrast. */
import { useMemo } from 'react';
import { contrasting, light } from '#web/ui/palette.ts';
import { usePreference } from '#web/ui/preferences.ts';
import type { Look } from '#web/ui/surface.tsx';

/** Elder mode, and how to switch it. */
export function useElder(): [elder: boolean, set: (elder: boolean) => void] {
  const [value, set] = usePreference('elder', 'off');
  return [value === 'on', (elder) => set(elder ? 'on' : 'off')];
}

/** The portal's look for this reader. */
export function usePortalLook(): Look {
  const [elder] = useElder();
  return useMemo(
    () => ({
      palette: { ...(elder ? contrasting : light), ground: '#ffffff' },
      fontSize: elder ? 22 : 17,
      controlHeight: elder ? 60 : 46,
      radius: 8,
    }),
    [elder],
  );
}
