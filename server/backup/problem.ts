/** Why a backup or a restore cannot be done: one sentence for the operator, as at a start. */
import { StartProblem } from '#platform/postgres/cluster';

export class BackupProblem extends StartProblem {}

/** Says what a full disk or a folder without rights means; leaves the rest as it is. */
export function failing(error: unknown, file: string): unknown {
  if (error instanceof BackupProblem) return error;
  const { code } = error as { code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupProblem(`There is no room for ${file}: free some, or write it to another disk.`, error);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new BackupProblem(`${file} cannot be written (${code}): write it to a folder of yours.`, error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new BackupProblem(`${file} cannot be written: make its folder first.`, error);
  return error;
}
