/** How far the machine may go with an item. */

export const levels = ['advise', 'accept', 'decide'] as const;
/** advise 提示人员, accept 机器受理, decide 秒办. */
export type Level = (typeof levels)[number];
