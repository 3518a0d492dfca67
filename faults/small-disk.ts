/** A small file system in memory, to run out of room or of rights on. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Undefined where this user may not mount anything. */
export async function mountSmall(size: string): Promise<{ folder: string; remove(): Promise<void> } | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yichuang-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'yichuang-test', folder], { stdio: 'ignore' });
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    remove: async () => {
      // What still works in it is ended by its test; the rest goes with the last file that is closed.
      execFileSync('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
