/** What the pages of a kiosk share: the machine on which they stand, and parts that a finger finds without looking twice. */
import './kiosk.css';
import { Link } from '@tanstack/react-router';
import { createContext, use, useId, type ReactNode } from 'react';
import { useWords } from '../../words/language.ts';
import { words } from '../../words/words.ts';

export const kitWords = words({
  'zh-CN': {
    back: '上一步',
    finished: '办完了，结束',
    another: '再办一件',
    home: '首页',
    step: (at: number, of: number) => `第 ${at} 步，共 ${of} 步`,
    less: '少一个',
    more: '多一个',
    remove: '删除',
    clear: '清空',
  },
  en: {
    back: 'Back',
    finished: 'I am done',
    another: 'Something else',
    home: 'Home',
    step: (at, of) => `Step ${at} of ${of}`,
    less: 'one less',
    more: 'one more',
    remove: 'Delete',
    clear: 'Clear',
  },
});

/** The machine, as its pages need it. */
export interface Machine {
  kioskId: string;
  outletId: string;
  /** Where a phone finds the portal. */
  portal: string;
  /** Whether tickets are taken here, and printed. */
  hall: boolean;
  printsTickets: boolean;
  printer: 'none' | 'ready' | 'noPaper' | 'fault';
  /** When the staff are here, in words. */
  says: { zh: string; en: string } | null;
  open: boolean;
  /** The use that has begun, told to the server; rejects when the server is out of reach. */
  used: () => Promise<string>;
  /** Counts like a touch, for who speaks with a clerk and touches nothing. */
  stay: () => void;
  /** Ends the use: everything of the person goes. */
  end: () => void;
  /** The number of the use, so that what belongs to one is not kept for the next. */
  turn: number;
}

const MachineContext = createContext<Machine | undefined>(undefined);
export const MachineProvider = MachineContext.Provider;

/** The machine on which the page stands. */
export function useMachine(): Machine {
  const machine = use(MachineContext);
  if (!machine) throw new Error('This page belongs on a kiosk');
  return machine;
}

/** A page: one question, its step, a way back. */
export function KioskPage(props: {
  title: ReactNode;
  sub?: ReactNode;
  step?: readonly [at: number, of: number] | undefined;
  back?: string | (() => void) | undefined;
  children: ReactNode;
}): ReactNode {
  const { back, step } = props;
  const say = useWords(kitWords);
  return (
    <div className="kiosk-page">
      <header>
        {step ? <p className="kiosk-step">{say.step(...step)}</p> : null}
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.sub ? <div className="kiosk-sub">{props.sub}</div> : null}
      </header>
      {props.children}
      {back === undefined ? null : (
        <div className="kiosk-back">
          {typeof back === 'string' ? (
            <Link to={back} className="kiosk-key kiosk-big">
              {say.back}
            </Link>
          ) : (
            <button type="button" className="kiosk-key kiosk-big" onClick={back}>
              {say.back}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

export const Tiles = (props: { children: ReactNode; label: string; narrow?: boolean }): ReactNode => (
  <ul className={`yc-plain kiosk-tiles${props.narrow ? ' narrow' : ''}`} aria-label={props.label}>
    {props.children}
  </ul>
);

/** A scanner types the whole address that a receipt carries; its last part is the code. */
export const codeIn = (text: string): string => text.trim().toLowerCase().split('/').at(-1)!;

/** Something to choose: what it is, and a line below. Leads somewhere, or does something. */
export function Tile(props: {
  title: ReactNode;
  line?: ReactNode;
  icon?: ReactNode;
  to?: string;
  onPress?: () => void;
  disabled?: boolean | undefined;
  pressed?: boolean | undefined;
}): ReactNode {
  const { title, line, icon, to, onPress, disabled, pressed } = props;
  const inner = (
    <>
      {icon ? (
        <span className="kiosk-icon" aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <span className="kiosk-tile-words">
        <strong>{title}</strong>
        {line ? <span>{line}</span> : null}
      </span>
    </>
  );
  return (
    <li>
      {to === undefined ? (
        <button
          type="button"
          className="kiosk-key kiosk-tile"
          onClick={onPress}
          disabled={disabled}
          {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        >
          {inner}
        </button>
      ) : (
        <Link to={to} className="kiosk-key kiosk-tile">
          {inner}
        </Link>
      )}
    </li>
  );
}

/** The one thing to do on a page, or another one beside it. */
export const Big = (props: {
  children: ReactNode;
  onPress: () => void;
  primary?: boolean;
  disabled?: boolean | undefined;
}): ReactNode => (
  <button
    type="button"
    className={`kiosk-key kiosk-big${props.primary ? ' primary' : ''}`}
    onClick={props.onPress}
    disabled={props.disabled}
  >
    {props.children}
  </button>
);

/** What somebody came for is done: they end it, so that nothing of them is left, or go on. */
export function Finished(): ReactNode {
  const say = useWords(kitWords);
  const { end } = useMachine();
  return (
    <div className="kiosk-acts">
      <Big primary onPress={end}>
        {say.finished}
      </Big>
      <Link to="/" className="kiosk-key kiosk-big">
        {say.another}
      </Link>
    </div>
  );
}

/** A small number, by two keys. */
export function Counter(props: {
  label: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
}): ReactNode {
  const say = useWords(kitWords);
  const id = useId();
  const { label, value, most, onChange } = props;
  return (
    <div className="kiosk-counter" role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <button
        type="button"
        className="kiosk-key"
        aria-label={`${label} ${say.less}`}
        disabled={value <= 1}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <output aria-live="polite" className="yc-numbers">
        {value}
      </output>
      <button
        type="button"
        className="kiosk-key"
        aria-label={`${label} ${say.more}`}
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </div>
  );
}
