/** Sends one photo of a finding; the server takes size and kind, and the place where it was taken out of it. */
import { documentsContract, fileLimits } from '#modules/documents/contract';
import { upload } from '#web/client/client.ts';
import type { UploadedFile } from '#web/ui/uploads.ts';

export async function sendPhoto(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  const { id, name, size } = await upload(documentsContract.uploadFile, { form }, { onProgress, signal });
  return { id, name, bytes: size };
}

/** Limits shown before the upload. */
export const photoLimits = { max: 6, maxBytes: fileLimits.bytes, endings: [] } as const;
