/** The disk fills up under load: people are told to come again, nothing that was acknowledged is lost, and with room there again it goes on. */
import { readdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Client } from '../bench/cases/client.ts';
import { expectAllOnce } from './audit.ts';
import { Load } from './load.ts';
import { mountSmall } from './small-disk.ts';
import { command, long, setStage } from './stage.ts';

test(
  'a full disk: 503 while it lasts, everything acknowledged is there, and on by itself once there is room',
  { timeout: 300_000 },
  async ({ skip }) => {
    const disk = await mountSmall('400m');
    const cupboard = await mountSmall('40k');
    if (!disk || !cupboard) return skip('only root can mount a file system for this');
    const stage = await setStage({ folder: disk.folder });
    const filler = path.join(disk.folder, 'filler');
    try {
      const server = await stage.start();
      const load = new Load(stage, server);
      load.begin(8);
      await load.reaches(60);
      for (let round = 0; round < (long ? 5 : 1); round++) {
        const { bavail, bsize } = await statfs(disk.folder);
        // All but a little, which the work itself takes; it may have taken that meanwhile, and the disk is full at once.
        const filling = Buffer.alloc(Math.max(0, bavail * bsize - 2_000_000));
        await writeFile(filler, filling).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOSPC') throw error;
        });
        const told = load.told.length;
        for (const deadline = Date.now() + 60_000; load.told.length < told + 20; await sleep(20)) {
          await writeFile(filler, Buffer.alloc(1_000_000), { flag: 'a' }).catch(() => {});
          if (Date.now() > deadline) throw new Error('the disk is full and nobody is told');
        }
        const client = new Client(server.port, 1);
        expect((await client.send('GET', '/api/health', undefined)).status).toBe(200);
        client.close();
        await rm(filler);
        await load.reaches(load.acknowledged + 40);
      }
      await load.finish();
      expect(load.unexpected, server.errors.slice(-3000)).toEqual([]);
      expect(load.told.every((seconds) => Number(seconds) >= 1)).toBe(true);
      await stage.look((db) => expectAllOnce(db, load.acts));
      // A backup that does not fit says so and leaves nothing behind.
      const target = path.join(cupboard.folder, 'b.tar');
      const failed = await command(stage.env, ['backup', target]);
      expect(failed.code).toBe(1);
      expect(failed.errors.trim().split('\n').at(-1)).toMatch(/There is no room for .*b\.tar/);
      expect(await readdir(cupboard.folder)).toEqual([]);
      expect(await server.stop()).toMatchObject({ code: 0 });
    } finally {
      await rm(filler, { force: true });
      await stage.close();
      await disk.remove();
      await cupboard.remove();
    }
  },
);
