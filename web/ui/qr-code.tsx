/** A QR code, drawn as one path, so that it prints sharply at any size. */
import { create } from 'qrcode';
import { useMemo, type ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';

/** `what` says where it leads, for those who do not see it. `size` in pixels. */
export function QrCode(props: { text: string; what: string; size?: number }): ReactNode {
  const { qr } = useWords(generalWords);
  const { path, width } = useMemo(() => {
    const { size, data } = create(props.text, { errorCorrectionLevel: 'M' }).modules;
    let drawn = '';
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        // Four modules of quiet around it: the standard's margin, without which many phones find nothing.
        if (data[row * size + column]) drawn += `M${column + 4} ${row + 4}h1v1h-1z`;
      }
    }
    return { path: drawn, width: size + 8 };
  }, [props.text]);
  const size = props.size ?? 160;
  return (
    <svg viewBox={`0 0 ${width} ${width}`} width={size} height={size} role="img" aria-label={qr.label(props.what)}>
      <rect width={width} height={width} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
