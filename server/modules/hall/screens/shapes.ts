/** Shapes of the screens of a hall over HTTP. */
import { Type, type Static } from 'typebox';
import { Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { ErrandNow, PlaceNow } from '../shapes.ts';
import { screenKinds } from './choices.ts';

export { isQuiet, screenKinds } from './choices.ts';

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM of Asia/Shanghai' });
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

export const voiceFields = {
  /** The clips that come with the product, or the device's own voice where it has one for the language. */
  spoken: oneOf('clips', 'device'),
  languages: oneOf('zh-CN', 'en', 'both'),
  volume: Type.Integer({ minimum: 0, maximum: 100 }),
  /** How often each call is said while nobody else waits to be called. */
  times: Type.Integer({ minimum: 1, maximum: 3 }),
  /** Calls are shown and not said. */
  quiet: Type.Array(Type.Object({ opens: Time, closes: Time }, { additionalProperties: false }), { maxItems: 6 }),
};
export const Voice = Type.Object(voiceFields);
export type Voice = Static<typeof Voice>;

export const screenFields = {
  name: text(60),
  shows: oneOf(...screenKinds),
  /** For `zone`: null for the calls of the whole hall. */
  zone: nullable(Type.String({ maxLength: 50 })),
  /** For `window`, and for nothing else. */
  windowId: nullable(Id),
  sound: Type.Boolean(),
};

/** A screen as those who run it see it. */
export const ScreenLine = Type.Object({
  id: Id,
  ...screenFields,
  windowNumber: nullable(Type.String()),
  /** To be typed in at the screen; null once it was, or when its time is over. */
  code: nullable(Type.String()),
  codeUntil: nullable(Instant),
  openedAt: nullable(Instant),
  seenAt: nullable(Instant),
  /** Since when nothing was heard of a screen that was opened; null while it lives. */
  darkSince: nullable(Instant),
});
export type ScreenLine = Static<typeof ScreenLine>;

/** What a screen is told to be. */
export const ScreenOrder = Type.Object({
  name: Type.String(),
  outletId: Id,
  shows: oneOf(...screenKinds),
  zone: nullable(Type.String()),
  windowId: nullable(Id),
  sound: Type.Boolean(),
});
export type ScreenOrder = Static<typeof ScreenOrder>;

/** What hangs over a window. */
export const WindowSign = Type.Object({
  outletName: Type.String(),
  outletNameEn: Type.String(),
  at: Instant,
  number: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  zone: Type.String(),
  state: oneOf('closed', 'open', 'break'),
  /** Whose number stands there now. */
  ticket: nullable(Type.Object({ number: Type.String(), state: oneOf('called', 'coming', 'serving') })),
  next: nullable(Type.String()),
  errands: Type.Array(Type.Object({ prefix: Type.String(), name: Type.String(), nameEn: Type.String() })),
  /** Who sits there, by the name at the window. */
  clerkName: nullable(Type.String()),
});
export type WindowSign = Static<typeof WindowSign>;

export const postingFields = {
  text: text(200),
  textEn: Type.String({ maxLength: 400 }),
  urgent: Type.Boolean(),
  fromOn: Day,
  untilOn: Day,
};
export const Posting = Type.Object({ id: Id, ...postingFields });
export type Posting = Static<typeof Posting>;

/** What an information screen shows. */
export const Board = Type.Object({
  ...PlaceNow.properties,
  at: Instant,
  /** Opening hours of the day; empty when it is closed. */
  hours: Type.Array(Type.Object({ opens: Type.String(), closes: Type.String() })),
  errands: Type.Array(ErrandNow),
  postings: Type.Array(Posting),
  elsewhere: Type.Array(PlaceNow),
});
export type Board = Static<typeof Board>;
