/** What can become of a help, and what time does to it. Pure: no I/O. */

/** waiting 等候, talking 帮办中, ended 已结束. */
export const helpStates = ['waiting', 'talking', 'ended'] as const;
export type HelpState = (typeof helpStates)[number];

export const helpActs = ['ask', 'take', 'handOver', 'requeue', 'finish', 'leave', 'lapse', 'rate'] as const;
export type HelpAct = (typeof helpActs)[number];

/** What the asker would like: video 视频, audio 语音, text 文字. */
export const ways = ['video', 'audio', 'text'] as const;
export type Way = (typeof ways)[number];

/**
 * How it ended: helped 已帮助, elsewhere 已指引到别处, left 求助人离开, kioskEnded 自助机使用已结束 (without a touch, by a power cut, by staff, by
 * whoever came next), askerAway 求助人失去联系, nobodyCame 没有等到工作人员. The clerk says one of the first two.
 */
export const outcomes = ['helped', 'elsewhere', 'left', 'kioskEnded', 'askerAway', 'nobodyCame'] as const;
export type Outcome = (typeof outcomes)[number];
export const clerkOutcomes = ['helped', 'elsewhere'] as const;

export type Side = 'asker' | 'clerk';
/** Seconds after which a side that was not heard of is said to be away. Its page says something every ten seconds. */
export const away = 25;
/** Seconds for which the other side is kept waiting for it. */
export const patience = 120;
/** Seconds for which somebody who waits may be away, as when the screen of a phone goes dark, and keep the place. */
export const keptPlace = 600;
/** Seconds for which a help that was handed over is kept for the colleague. */
export const keptForColleague = 60;
/** Days after which nobody is named any more. The item, the times and the rating stay for the figures. */
export const keptDays = 180;
/** Most that wait at once: whoever comes then is told to come to a window instead of waiting for hours. */
export const waitAtMost = 100;

/**
 * How a clerk's part in a talk ended: handedOver 转交同事, givenBack 转回排队, passedOn 转交 (before it was noted to whom), lost 工作人员断线,
 * ended 帮办结束.
 */
export const partEnds = ['handedOver', 'givenBack', 'passedOn', 'lost', 'ended'] as const;
export type PartEnd = (typeof partEnds)[number];

/** What ended a part, from the act after the `take` that began it; null while it lasts. */
export function partEndOf(act: HelpAct | null, givenTo: 'colleague' | 'queue' | null): PartEnd | null {
  if (act === null) return null;
  if (act === 'requeue') return 'lost';
  if (act !== 'handOver') return 'ended';
  return givenTo === 'colleague' ? 'handedOver' : givenTo === 'queue' ? 'givenBack' : 'passedOn';
}

const course: Record<Exclude<HelpAct, 'ask' | 'rate'>, Partial<Record<HelpState, HelpState>>> = {
  take: { waiting: 'talking' },
  handOver: { talking: 'waiting' },
  // The clerk stayed away: back to the old place, thus before everybody who came later.
  requeue: { talking: 'waiting' },
  finish: { talking: 'ended' },
  leave: { waiting: 'ended', talking: 'ended' },
  lapse: { waiting: 'ended', talking: 'ended' },
};

/** The state after an act; undefined when it is not possible now. A rating changes no state. */
export const after = (state: HelpState, act: Exclude<HelpAct, 'ask' | 'rate'>): HelpState | undefined =>
  course[act][state];

export interface Heard {
  state: HelpState;
  askerSeenAt: Date;
  clerkSeenAt: Date | null;
}

const quiet = (seenAt: Date | null, at: Date): number => (seenAt ? (at.getTime() - seenAt.getTime()) / 1000 : Infinity);

/** Whether a side is away. A clock that was set back takes nobody away. */
export const isAway = (help: Heard, side: Side, at: Date): boolean =>
  quiet(side === 'asker' ? help.askerSeenAt : help.clerkSeenAt, at) > away;

/**
 * What time has done to a help: `requeue` when the clerk stayed away, `lapse` when the asker did. When both did, as after a power cut in
 * the office, the asker is believed for as long as somebody who waits.
 */
export function overdue(help: Heard, at: Date): 'requeue' | 'lapse' | undefined {
  if (help.state === 'ended') return undefined;
  const asker = quiet(help.askerSeenAt, at);
  if (help.state === 'waiting') return asker > keptPlace ? 'lapse' : undefined;
  if (quiet(help.clerkSeenAt, at) > patience) return 'requeue';
  return asker > patience ? 'lapse' : undefined;
}
