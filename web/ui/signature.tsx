/** The applicant's signature: drawn with finger, pen or mouse, or confirmed by typing the name. */
import './signature.css';
import { Button, Input } from 'antd';
import { useId, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { generalWords } from '../words/general.ts';
import { useWords } from '../words/language.ts';

/** What was signed: an SVG path in a box of 600 x 200, or a typed name. */
export type Signed = { kind: 'drawn'; path: string } | { kind: 'typed'; name: string };

const [boxWidth, boxHeight] = [600, 200];

/** What was drawn, shown again. */
export function DrawnSignature(props: { path: string }): ReactNode {
  const { signature } = useWords(generalWords);
  return (
    <svg viewBox={`0 0 ${boxWidth} ${boxHeight}`} className="yc-signed" role="img" aria-label={signature.area}>
      <path d={props.path} />
    </svg>
  );
}

/** `onChange` hears undefined when it was cleared. */
export function Signature(props: { value: Signed | undefined; onChange(signed: Signed | undefined): void }): ReactNode {
  const { signature: say } = useWords(generalWords);
  const id = useId();
  const [typed, setTyped] = useState(props.value?.kind === 'typed');
  const [strokes, setStrokes] = useState(props.value?.kind === 'drawn' ? props.value.path : '');
  const drawing = useRef<string>(undefined);
  const svg = useRef<SVGSVGElement>(null);

  const place = (event: PointerEvent): string => {
    const box = svg.current!.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * boxWidth;
    const y = ((event.clientY - box.top) / box.height) * boxHeight;
    return `${Math.round(x)} ${Math.round(y)}`;
  };
  const begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    svg.current!.setPointerCapture(event.pointerId);
    // A dot is a stroke, too.
    drawing.current = `M${place(event)}l0.1 0`;
    setStrokes((before) => `${before}${drawing.current}`);
  };
  const move = (event: PointerEvent): void => {
    if (drawing.current === undefined) return;
    const piece = `L${place(event)}`;
    drawing.current += piece;
    setStrokes((before) => `${before}${piece}`);
  };
  const end = (): void => {
    if (drawing.current === undefined) return;
    drawing.current = undefined;
    setStrokes((path) => {
      // Told after this rendering: the parent may not change while this one is drawn.
      queueMicrotask(() => props.onChange({ kind: 'drawn', path }));
      return path;
    });
  };
  const clear = (): void => {
    setStrokes('');
    props.onChange(undefined);
  };

  return (
    <div className="yc-signature">
      {typed ? (
        <div>
          <label htmlFor={id}>{say.name}</label>
          <Input
            id={id}
            autoComplete="name"
            maxLength={60}
            value={props.value?.kind === 'typed' ? props.value.name : ''}
            onChange={({ target }) =>
              props.onChange(target.value === '' ? undefined : { kind: 'typed', name: target.value })
            }
          />
        </div>
      ) : (
        <svg
          ref={svg}
          viewBox={`0 0 ${boxWidth} ${boxHeight}`}
          className="yc-sign-here"
          role="img"
          aria-label={say.area}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        >
          <line x1="40" y1="160" x2="560" y2="160" />
          {strokes === '' ? (
            <text x="300" y="110" textAnchor="middle">
              {say.here}
            </text>
          ) : (
            <path d={strokes} />
          )}
        </svg>
      )}
      <div className="yc-row">
        {typed ? null : (
          <Button onClick={clear} disabled={strokes === ''}>
            {say.clear}
          </Button>
        )}
        <Button
          type="link"
          onClick={() => {
            clear();
            setTyped(!typed);
          }}
        >
          {typed ? say.draw : say.instead}
        </Button>
      </div>
    </div>
  );
}
