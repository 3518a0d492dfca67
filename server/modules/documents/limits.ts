/** Limits of uploads, for the server and for the browser that shows them before an upload. */

/** Bytes, pixels and endings of files that are taken; `accept` is for the browser's file picker. */
export const fileLimits = {
  bytes: 20 * 1024 * 1024,
  pixels: 60_000_000,
  /** Photos are made no larger than this on their longer side: enough to read a certificate at 400 dpi. */
  longerSide: 5000,
  unattachedDays: 7,
  accept: 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,.heic,.heif',
  names: ['JPEG', 'PNG', 'WebP', 'HEIC', 'PDF'],
} as const;
