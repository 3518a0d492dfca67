/** Levels, reasons, and what a rating must say. Pure; the browser has them from the contract. */

/** Five levels (GB/T 39734-2020, 39735-2020), best first: 非常满意 满意 基本满意 不满意 非常不满意. */
export const levels = ['verySatisfied', 'satisfied', 'basicallySatisfied', 'dissatisfied', 'veryDissatisfied'] as const;
export type Level = (typeof levels)[number];

/** The last two are bad ratings (差评). */
export const badLevels: readonly Level[] = ['dissatisfied', 'veryDissatisfied'];
export const isBad = (level: Level): boolean => badLevels.includes(level);

/** What a bad rating can be about: chosen from, so that the office can count them. */
export const reasons = [
  'slow', // 办理超时、等候太久
  'attitude', // 服务态度差
  'unclear', // 没有一次性告知
  'needlessPapers', // 要求提供不必要的材料
  'manyTrips', // 多次跑动
  'hardToUse', // 网上或自助渠道不好用
  'wrongResult', // 办理结果有误
  'fees', // 收费有问题
  'other', // 其他，须写明
] as const;
export type Reason = (typeof reasons)[number];

export interface Said {
  level: Level;
  reasons?: readonly Reason[];
  comment?: string;
}

/**
 * Why this can't be stored, or undefined. A bad rating says what was bad; a good one is one tap and is asked nothing, so that
 * nobody is kept from it.
 */
export function faultOf({ level, reasons: chosen = [], comment = '' }: Said): Fault | undefined {
  if (!isBad(level)) return chosen.length > 0 ? 'reasonsNotAsked' : undefined;
  if (chosen.length === 0) return 'reasonsMissing';
  return chosen.includes('other') && comment.trim() === '' ? 'commentMissing' : undefined;
}
export type Fault = 'reasonsNotAsked' | 'reasonsMissing' | 'commentMissing';
