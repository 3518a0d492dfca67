/** Sends one file of an application, and takes it back. */
import { documentsContract, fileLimits } from '#modules/documents/contract';
import { call, upload } from '#web/client/client.ts';
import type { UploadedFile } from '#web/ui/uploads.ts';

/** For `FileField`: sends a photo or PDF, telling how much of it has gone. */
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

/** Limits shown before the upload: those of the server. */
export const uploadLimits = { max: 30, maxBytes: fileLimits.bytes, endings: ['pdf'] } as const;
