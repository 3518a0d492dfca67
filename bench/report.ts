/** How every benchmark ends: one line of JSON with its goals, and an exit code that does not depend on them. */

export interface Goal {
  name: string;
  value: number | null;
  goal: number;
  better: 'higher' | 'lower';
  met: boolean;
}

export const goal = (name: string, value: number | null, target: number, better: Goal['better']): Goal => ({
  name,
  value: value === null ? null : Math.round(value * 10_000) / 10_000,
  goal: target,
  better,
  met: value !== null && (better === 'higher' ? value >= target : value <= target),
});

/** The last line that a benchmark prints. */
export const finish = (bench: string, goals: Goal[]): void =>
  void process.stdout.write(`${JSON.stringify({ bench, goals })}\n`);

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}
