/** Where a matter stands, as one tells the person whose it is: who has it now, until when, what they must do first. */
import { isFinal, type CaseLine, type State } from '#modules/cases/contract';
import { sayDay } from '#web/words/dates.ts';
import type { Language } from '#web/words/words.ts';
import { caseWords } from './words.ts';

export type Tone = 'normal' | 'good' | 'bad' | 'todo' | 'quiet';

const tones: Partial<Record<State, Tone>> = {
  supplementing: 'todo',
  granted: 'good',
  issued: 'good',
  delivered: 'good',
  closed: 'good',
  refused: 'bad',
  notAccepted: 'bad',
  lapsed: 'bad',
  revoked: 'bad',
  withdrawn: 'quiet',
  notNeeded: 'quiet',
  referredOut: 'quiet',
};

/** The colour of a state; the word always stands beside it. */
export const toneOf = (line: Pick<CaseLine, 'state' | 'outcome'>): Tone =>
  line.state === 'closed' && line.outcome === 'refused' ? 'quiet' : (tones[line.state] ?? 'normal');

export interface Standing {
  state: string;
  tone: Tone;
  /** Who has it now, or how it ended. */
  now: string;
  /** Until when, if somebody has to act. */
  by: string | undefined;
  /** What the applicant has to do first; undefined when nothing. */
  todo: string | undefined;
}

type Line = Pick<
  CaseLine,
  'state' | 'outcome' | 'targetOn' | 'fatalOn' | 'feeState' | 'rated' | 'pausedSince' | 'forecastOn'
>;

export function standingOf(
  line: Line,
  context: { department: string; delivery?: string | undefined; language: Language },
): Standing {
  const { language } = context;
  const say = caseWords[language];
  const department = context.department || say.byOffice;
  const day = (on: string | null): string | undefined => (on ? sayDay(on, language) : undefined);
  const refused = line.outcome === 'refused' && ['delivered', 'closed'].includes(line.state);
  const state = refused ? say.states.refused : say.states[line.state];
  const now = refused ? say.now.refused() : say.now[line.state](department);
  const due = day(line.targetOn ?? line.fatalOn);
  const tell = day(line.fatalOn);
  const by = line.pausedSince
    ? say.by.procedure(sayDay(line.pausedSince, language), day(line.forecastOn))
    : line.state === 'submitted' && tell
      ? say.by.tell(tell)
      : line.state === 'supplementing' && tell
        ? say.by.supplement(tell)
        : ['accepted', 'examined', 'granted'].includes(line.state) && due
          ? say.by.decide(due)
          : undefined;
  const waysOut = { collected: say.mustCollect, posted: say.posting, electronic: say.canDownload } as const;
  const todo =
    line.state === 'supplementing'
      ? say.mustSupplement
      : line.feeState === 'asked' && !isFinal(line.state)
        ? say.mustPay
        : line.state === 'issued' && context.delivery
          ? waysOut[context.delivery as keyof typeof waysOut]
          : line.state === 'closed' && !line.rated
            ? say.mustRate
            : undefined;
  return { state, tone: toneOf(line), now, by, todo };
}

const order: Record<State, number> = {
  submitted: 1,
  supplementing: 1,
  accepted: 2,
  examined: 2,
  granted: 3,
  refused: 4,
  issued: 4,
  delivered: 5,
  closed: 5,
  notAccepted: 1,
  notNeeded: 1,
  referredOut: 1,
  withdrawn: 1,
  lapsed: 1,
  revoked: 5,
};

/** How many of the five stages are behind it. */
export const stagesDone = (state: State): number => order[state];
