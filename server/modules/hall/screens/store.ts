/** SQL of screens, of how they speak, and of what is posted. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { ScreenKind } from './choices.ts';
import type { Posting, Voice } from './shapes.ts';

export interface ScreenRow {
  id: string;
  outletId: string;
  name: string;
  shows: ScreenKind;
  zone: string | null;
  windowId: string | null;
  sound: boolean;
  code: string | null;
  codeUntil: Date | null;
  keyHash: string | null;
  openedAt: Date | null;
  seenAt: Date | null;
  retiredAt: Date | null;
}
export type PostingRow = Posting & { outletId: string };

const byId = prepared<ScreenRow>('select * from hall.screen where id = $1 and retired_at is null');
const lockedById = prepared<ScreenRow>('select * from hall.screen where id = $1 and retired_at is null for update');
const byCode = prepared<ScreenRow>(
  'select * from hall.screen where code = $1 and code_until > $2 and retired_at is null for update',
);
const byKey = prepared<ScreenRow>('select * from hall.screen where key_hash = $1 and retired_at is null');
const ofPlace = prepared<ScreenRow>(
  'select * from hall.screen where outlet_id = $1 and retired_at is null order by name, id limit 300',
);
const voiceOf = prepared<Voice>('select spoken, languages, volume, times, quiet from hall.voice where outlet_id = $1');
const postingById = prepared<PostingRow>(
  'select id, outlet_id, text, text_en, urgent, from_on, until_on from hall.posting where id = $1',
);
const postingsFrom = prepared<Posting>(
  `select id, text, text_en, urgent, from_on, until_on from hall.posting
    where outlet_id = $1 and until_on >= $2 and from_on <= $3 order by urgent desc, from_on desc, id limit $4`,
);

/** Under lock: a device that becomes the screen meanwhile waits, and is not forgotten. */
export const lockScreen = (tx: Tx, id: string) => tx.maybe(lockedById(id));
export const findScreen = (reader: Reader, id: string) => reader.maybe(byId(id));
/** Under lock: of two devices with one code, one becomes the screen. */
export const lockScreenByCode = (tx: Tx, code: string, at: Date) => tx.maybe(byCode(code, at));
export const findScreenByKey = (reader: Reader, keyHash: string) => reader.maybe(byKey(keyHash));
export const screensAt = (reader: Reader, outletId: string) => reader.many(ofPlace(outletId));
export const findVoice = (reader: Reader, outletId: string) => reader.maybe(voiceOf(outletId));
export const findPosting = (reader: Reader, id: string) => reader.maybe(postingById(id));
/** Posted on any day of a span, the urgent first. */
export const postingsAt = (reader: Reader, outletId: string, from: string, until: string, limit: number) =>
  reader.many(postingsFrom(outletId, from, until, limit));

export const saveScreen = (tx: Tx, row: ScreenRow, at: Date, by: string): void =>
  tx.write(sql`
    insert into hall.screen (id, outlet_id, name, shows, zone, window_id, sound, code, code_until, key_hash, opened_at, seen_at, retired_at,
        changed_at, changed_by)
      values (${row.id}, ${row.outletId}, ${row.name}, ${row.shows}, ${row.zone}, ${row.windowId}, ${row.sound}, ${row.code},
        ${row.codeUntil}, ${row.keyHash}, ${row.openedAt}, ${row.seenAt}, ${row.retiredAt}, ${at}, ${by})
    on conflict (id) do update set name = excluded.name, shows = excluded.shows, zone = excluded.zone, window_id = excluded.window_id,
      sound = excluded.sound, code = excluded.code, code_until = excluded.code_until, key_hash = excluded.key_hash,
      opened_at = excluded.opened_at, seen_at = excluded.seen_at, retired_at = excluded.retired_at, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`);
export const keepSeen = (tx: Tx, id: string, at: Date): void =>
  tx.write(sql`update hall.screen set seen_at = ${at} where id = ${id}`);

export const saveVoice = (tx: Tx, outletId: string, voice: Voice, at: Date, by: string): void =>
  tx.write(sql`
    insert into hall.voice (outlet_id, spoken, languages, volume, times, quiet, changed_at, changed_by)
      values (${outletId}, ${voice.spoken}, ${voice.languages}, ${voice.volume}, ${voice.times}, ${JSON.stringify(voice.quiet)}::jsonb, ${at}, ${by})
    on conflict (outlet_id) do update set spoken = excluded.spoken, languages = excluded.languages, volume = excluded.volume,
      times = excluded.times, quiet = excluded.quiet, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

export const savePostingRow = (tx: Tx, row: PostingRow, at: Date, by: string): void =>
  tx.write(sql`
    insert into hall.posting (id, outlet_id, text, text_en, urgent, from_on, until_on, changed_at, changed_by)
      values (${row.id}, ${row.outletId}, ${row.text}, ${row.textEn}, ${row.urgent}, ${row.fromOn}, ${row.untilOn}, ${at}, ${by})
    on conflict (id) do update set text = excluded.text, text_en = excluded.text_en, urgent = excluded.urgent, from_on = excluded.from_on,
      until_on = excluded.until_on, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
