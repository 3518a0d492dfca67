/** The course of a simulated approval. Pure, and without Node: the contract reads it. */
export const simulationStates = ['begun', 'examined', 'formal', 'decided', 'overtaken', 'lapsed', 'withdrawn'] as const;
export type SimulationState = (typeof simulationStates)[number];

export const simulationActs = ['examine', 'makeFormal', 'decide', 'overtake', 'lapse', 'withdraw'] as const;
export type SimulationAct = (typeof simulationActs)[number];

const course: Record<SimulationAct, { from: readonly SimulationState[]; to: SimulationState }> = {
  examine: { from: ['begun'], to: 'examined' },
  makeFormal: { from: ['examined'], to: 'formal' },
  decide: { from: ['formal'], to: 'decided' },
  /** The formal case was decided or has ended in another way. */
  overtake: { from: ['formal'], to: 'overtaken' },
  lapse: { from: ['begun', 'examined'], to: 'lapsed' },
  withdraw: { from: ['begun', 'examined'], to: 'withdrawn' },
};

/** The state after an act, or undefined where it is not possible. */
export const afterAct = (state: SimulationState, act: SimulationAct): SimulationState | undefined =>
  course[act].from.includes(state) ? course[act].to : undefined;
