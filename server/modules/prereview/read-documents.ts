/** Reading what was handed in before it is judged: seconds of work, outside of any transaction. */
import { getVersion } from '#modules/catalogue';
import { casesWithContent } from '#modules/cases';
import { openFile } from '#modules/documents';
import { readFile } from '#modules/reading';
import { lastRules } from '#modules/rules';
import type { Ground } from '#platform/ground';
import { nobody } from '#platform/permissions';
import { Problem } from '#platform/problems';
import type { Reader } from '#platform/db';
import { filesToRead } from './review-cases.ts';

/** Of these cases, those whose items have rules and whose files are to be read first. */
export async function casesToRead(ground: Ground, reader: Reader, caseIds: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const whole of await casesWithContent(reader, caseIds)) {
    const item = await getVersion(ground, whole.row.itemId, whole.row.itemVersion);
    if (filesToRead(whole, item).length > 0 && (await lastRules(reader, whole.row.itemId))) found.push(whole.row.id);
  }
  return found;
}

/** Reads the files of a case, each once; what cannot be read is kept as such, and the rules then cannot tell. */
export async function readFilesOf(ground: Ground, caseId: string): Promise<void> {
  const [whole] = await casesWithContent(ground.db, [caseId]);
  if (!whole) return;
  const item = await getVersion(ground, whole.row.itemId, whole.row.itemVersion);
  for (const { fileIds, kind } of filesToRead(whole, item))
    for (const fileId of fileIds) {
      const { file } = await openFile(ground, fileId, nobody);
      await readFile(ground, file, kind).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.status >= 500) throw error;
      });
    }
}
