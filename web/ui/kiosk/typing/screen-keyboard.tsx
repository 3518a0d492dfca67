/**
 * The keyboard of a kiosk, which has none: docked below the page while a field has the focus, in three layers, with Chinese by pinyin. Fields
 * beside which a `Keypad` stands are left to it. Nothing that is typed here is learned or kept.
 */
import './typing.css';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useLanguage, useWords } from '../../../words/language.ts';
import { useEase } from '../ease.ts';
import { CandidateBar, PlaceWords } from './candidate-bar.tsx';
import { deleteIn, fieldAfter, kindOf, typeInto, type TypedField } from './field.ts';
import { Key } from './key.tsx';
import { firstLayer, rows, type Layer } from './layers.ts';
import { useComposing } from './use-composing.ts';
import { useTypedField } from './use-typed-field.ts';
import { typingWords } from './words.ts';

export function ScreenKeyboard(): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const settle = useRef(() => {});
  const [typed, close] = useTypedField(place, settle);
  return (
    // Wherever it is touched: the field keeps the focus.
    <div
      ref={place}
      className="kiosk-typing"
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {typed ? <Keys key={typed.turn} field={typed.field} settle={settle} onClose={close} /> : null}
    </div>
  );
}

/** The page makes room for the keys, and shows the field above them with its label. */
function useRoomFor(field: TypedField): RefObject<HTMLDivElement | null> {
  const keys = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = document.documentElement;
    const measure = (): void => {
      root.style.setProperty('--kiosk-typing', `${keys.current!.offsetHeight}px`);
      show(field);
    };
    root.toggleAttribute('data-typing', true);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(keys.current!);
    return () => {
      watch.disconnect();
      root.toggleAttribute('data-typing', false);
      root.style.removeProperty('--kiosk-typing');
    };
  }, [field]);
  // Larger type and lower keys move what was in view.
  const ease = useEase();
  useEffect(() => show(field), [field, ease]);
  return keys;
}

function show(field: TypedField): void {
  // In a body of its own: newer browsers answer with a promise, which an effect must not take for what ends it.
  (field.closest('.yc-field') ?? field).scrollIntoView({ block: 'nearest' });
}

const shifts = { off: 'once', once: 'locked', locked: 'off' } as const;

/** Whether as much is written as the field takes. */
function useIsFull(field: TypedField): boolean {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const look = (): void => setFull(field.maxLength >= 0 && field.value.length >= field.maxLength);
    look();
    field.addEventListener('input', look);
    return () => field.removeEventListener('input', look);
  }, [field]);
  return isFull;
}

function Keys(props: { field: TypedField; settle: RefObject<() => void>; onClose: () => void }): ReactNode {
  const { field, onClose } = props;
  const say = useWords(typingWords);
  const language = useLanguage();
  const kind = kindOf(field);
  const [layer, setLayer] = useState<Layer>(() => firstLayer(kind, language));
  const [shift, setShift] = useState<keyof typeof shifts>(kind === 'code' ? 'locked' : 'off');
  const [over, setOver] = useState(false);
  const composing = useComposing(field, layer === 'pinyin');
  const keys = useRoomFor(field);
  const isComposing = composing.letters !== '';
  const isOver = over && isComposing;
  const isFull = useIsFull(field);
  props.settle.current = () => field.isConnected && composing.settle();

  const press = (sign: string): void => {
    if (layer === 'pinyin' && /^[a-z']$/.test(sign)) {
      // The next word begins with one row of candidates, and the letters below it.
      setOver(false);
      return composing.add(sign);
    }
    composing.settle();
    typeInto(field, sign);
    if (shift === 'once') setShift('off');
  };
  const openLayer = (next: Layer): void => {
    composing.settle();
    setLayer(next);
  };
  const next = fieldAfter(field);
  const enter = (): void => {
    if (isComposing) composing.settle();
    else if (field instanceof HTMLTextAreaElement) typeInto(field, '\n');
    else if (field.form) field.form.requestSubmit();
    else next?.focus();
  };
  const space = (): void => {
    const [first] = composing.candidates;
    if (first) composing.choose(first);
    else if (!isComposing) typeInto(field, ' ');
  };
  // Held, it takes away the letters or what is written: it does not run from one into the other.
  const takesLetters = useRef(false);
  const takeBack = (again: boolean): void => {
    if (!again) takesLetters.current = isComposing;
    if (takesLetters.current) composing.takeBack();
    else deleteIn(field);
  };
  const back = (
    <Key wide={layer === 'figures' ? 4 : 3} repeats onPress={takeBack}>
      {say.remove}
    </Key>
  ); // prettier-ignore
  const before =
    layer === 'pinyin' ? (
      <Key wide={3} onPress={() => press("'")}>
        {say.divider}
      </Key>
    ) : layer === 'latin' ? (
      <Key wide={3} pressed={shift !== 'off'} onPress={() => setShift(shifts[shift])}>
        {shift === 'locked' ? say.locked : say.shift}
      </Key>
    ) : null;
  const signOf = (sign: string): string => (layer === 'latin' && shift !== 'off' ? sign.toUpperCase() : sign);
  const beside = layer === 'latin' && field.type === 'email' ? ['@', '.'] : rows[layer].beside;
  const besideKey = (index: 0 | 1): ReactNode =>
    beside ? <Key onPress={() => press(beside[index]!)}>{beside[index]}</Key> : null;

  return (
    <div ref={keys} className="kiosk-typing-keys" role="group" aria-label={say.keyboard}>
      {isFull ? (
        <p className="kiosk-composing" role="status">
          {say.full(field.maxLength)}
        </p>
      ) : null}
      {layer === 'pinyin' && isComposing ? (
        <CandidateBar key={composing.letters} composing={composing} over={isOver} onOver={setOver} />
      ) : layer === 'pinyin' || (layer === 'figures' && kind === 'words' && language !== 'en') ? (
        <PlaceWords hint={layer === 'pinyin'} onPress={(text) => press(text)} />
      ) : null}
      {isOver
        ? null
        : rows[layer].upper.map((signs, row) => (
            <div key={signs} className="kiosk-typing-row">
              {row === 2 ? before : null}
              {[...signs].map((sign, column) => (
                <Key
                  key={sign}
                  from={row === 1 && column === 0 && signs.length < 10 ? 2 : undefined}
                  onPress={() => press(signOf(sign))}
                >
                  {layer === 'pinyin' && sign === 'v' ? 'v ü' : signOf(sign)}
                </Key>
              ))}
              {row === 2 ? back : null}
            </div>
          ))}
      <div className="kiosk-typing-row">
        {(['figures', 'pinyin', 'latin'] as const)
          .filter((one) => one !== layer)
          .map((one) => (
            <Key key={one} wide={3} onPress={() => openLayer(one)}>
              {say.layers[one]}
            </Key>
          ))}
        {besideKey(0)}
        <Key wide={beside ? 4 : 8} onPress={space}>
          {say.space}
        </Key>
        {besideKey(1)}
        <Key wide={3} disabled={!isComposing && !(field instanceof HTMLTextAreaElement) && !field.form && !next} onPress={enter}>
          {field instanceof HTMLTextAreaElement ? say.newLine : field.form || isComposing || !next ? say.enter : say.next}
        </Key>
        <Key wide={3} late onPress={onClose}>
          {say.close}
        </Key>
      </div>
    </div>
  ); // prettier-ignore
}
