/** Who may do what with the screens of a hall. */
import type { Permissions } from '#platform/permissions';
import type { screenOperations } from './operations.ts';

/** It hangs on the wall of the hall. */
const everyone = { anyone: ['any'] } as const;
/** The device has no account: its code, then its key, is what it has. */
const byItsKey = { anyone: ['any'] } as const;
const runs = { office: ['any'], admin: ['any'] } as const;

export const screenMay = {
  listScreens: { ...runs, head: ['any'], auditor: ['any'] },
  addScreen: runs,
  changeScreen: runs,
  renewScreenCode: runs,
  retireScreen: runs,
  openScreen: byItsKey,
  signOfScreen: byItsKey,
  setVoice: runs,
  showWindowSign: everyone,
  showBoard: everyone,
  listPostings: { ...runs, head: ['any'], auditor: ['any'] },
  savePosting: runs,
} as const satisfies Permissions<keyof typeof screenOperations>;
