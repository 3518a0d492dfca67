/** Sends one file for a `FileField`, and takes it back; the server looks at its size and kind, and takes the place out of a photo. */
import { documentsContract, fileLimits } from '#modules/documents/contract';
import { call, upload } from '#web/client/client.ts';
import type { UploadedFile } from '#web/ui/uploads.ts';

/** Sends a photo or PDF, telling how much of it has gone. */
export async function sendFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  const { id, name, size } = await upload(documentsContract.uploadFile, { form }, { onProgress, signal });
  return { id, name, bytes: size };
}

/** Not waited for: a file that is not attached is swept away in any case. */
export const takeFileBack = ({ id }: UploadedFile): void =>
  void call(documentsContract.removeFile, { params: { id } }).catch(() => {});

/** Limits shown before the upload of an application's files: those of the server. */
export const uploadLimits = { max: 30, maxBytes: fileLimits.bytes, endings: ['pdf'] } as const;

/** Limits of what shows something at a place: photos, and few of them. */
export const photoLimits = { max: 6, maxBytes: fileLimits.bytes, endings: [] } as const;
