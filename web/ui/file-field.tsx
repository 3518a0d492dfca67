/**
 * Files for one material: several at once, from the camera or the disk, HEIC too. The limits are said before; each file shows
 * how far it is; what failed can be sent again; what was removed is never sent.
 */
import './file-field.css';
import { CameraOutlined, DeleteOutlined, FileOutlined, ReloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { ProblemError } from '../client/problem-error.ts';
import { sayProblem } from '../client/say-problem.ts';
import { saySize } from '../words/dates.ts';
import { generalWords } from '../words/general.ts';
import { colon, useLanguage, useWords } from '../words/language.ts';
import { useMedia } from './preferences.ts';
import { useUploads, type UploadedFile } from './uploads.ts';

export type { UploadedFile } from './uploads.ts';

export interface FileFieldProps {
  label: string;
  /** What the server holds; the parent keeps it, so that a form that fails loses nothing. */
  files: readonly UploadedFile[];
  onChange: (files: UploadedFile[]) => void;
  /** Sends one file. */
  upload: (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<UploadedFile>;
  /** Tells the server that an uploaded file is not wanted any more. */
  onRemove?: (file: UploadedFile) => void;
  max?: number;
  maxBytes?: number;
  /** Beside photos: endings without the dot. */
  endings?: readonly string[];
  /** Busy while files are under way: the form waits with its button. */
  onBusy?: (busy: boolean) => void;
  fault?: string | undefined;
}

const photos = ['jpg', 'jpeg', 'png', 'heic', 'heif', 'webp'];

export function FileField(props: FileFieldProps): ReactNode {
  const { files, max = 20, maxBytes = 20 * 1024 * 1024, endings = ['pdf'] } = props;
  const say = useWords(generalWords);
  const language = useLanguage();
  const id = useId();
  const phone = useMedia('(pointer: coarse)');
  const [over, setOver] = useState(false);
  const [told, setTold] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const uploads = useUploads({ files, onChange: props.onChange, upload: props.upload, onRemove: props.onRemove });
  const { onBusy } = props;
  const busy = uploads.pending.some(({ state }) => state !== 'failed' && state !== 'refused');
  useEffect(() => onBusy?.(busy), [busy]);

  const kinds = [say.files.photos, ...endings.map((ending) => ending.toUpperCase())].join(
    language === 'en' ? ', ' : '、',
  );
  const accept = ['image/*', ...[...photos, ...endings].map((ending) => `.${ending}`)].join(',');
  const left = max - files.length - uploads.pending.length;

  const refusal = (file: File): string | undefined => {
    const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
    if (!file.type.startsWith('image/') && ![...photos, ...endings].includes(ending)) return say.files.wrongKind;
    if (file.size > maxBytes) return say.files.tooLarge(saySize(maxBytes));
    return undefined;
  };
  const take = (list: FileList | null): void => {
    const chosen = [...(list ?? [])];
    setTold(chosen.length > left ? say.files.tooMany(max) : '');
    uploads.add(chosen.slice(0, Math.max(0, left)).map((file) => ({ file, refusal: refusal(file) })));
    // The same file may be chosen again after it was removed.
    if (picker.current) picker.current.value = '';
    if (camera.current) camera.current.value = '';
  };
  const removed = (name: string): void => {
    setTold(say.files.removed(name));
    picker.current?.parentElement?.querySelector('button')?.focus();
  };

  return (
    <div
      className={`yc-files${over ? ' over' : ''}`}
      role="group"
      aria-label={props.label}
      aria-describedby={`${id}-limits`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <p id={`${id}-limits`} className="yc-muted yc-small">
        {say.files.limits(kinds, saySize(maxBytes), max)}
      </p>
      <div className="yc-row">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={accept}
          onChange={(event) => take(event.target.files)}
          data-testid={`${props.label}-files`}
        />
        <input
          ref={camera}
          type="file"
          hidden
          accept="image/*"
          capture="environment"
          onChange={(event) => take(event.target.files)}
        />
        {phone ? (
          <Button
            icon={<CameraOutlined aria-hidden="true" />}
            disabled={left <= 0}
            onClick={() => camera.current?.click()}
          >
            {say.files.camera}
          </Button>
        ) : null}
        <Button
          icon={<UploadOutlined aria-hidden="true" />}
          disabled={left <= 0}
          onClick={() => picker.current?.click()}
          aria-label={`${say.files.choose} ${props.label}`}
        >
          {say.files.choose}
        </Button>
        {phone ? null : <span className="yc-muted yc-small">{say.files.drop}</span>}
      </div>
      {props.fault ? (
        <p className="yc-fault" role="alert">
          {props.fault}
        </p>
      ) : null}
      {files.length + uploads.pending.length > 0 ? (
        <ul className="yc-plain yc-file-list" aria-label={`${props.label} ${say.files.attached}`}>
          {files.map((file) => (
            <li key={file.id}>
              <Thumb file={uploads.original(file.id)} />
              <div className="yc-file-name">
                {file.name}
                <div className="yc-muted yc-small">
                  {saySize(file.bytes)} · {say.files.done}
                </div>
              </div>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden="true" />}
                aria-label={say.files.remove(file.name)}
                onClick={() => {
                  uploads.remove(file);
                  removed(file.name);
                }}
              />
            </li>
          ))}
          {uploads.pending.map((one) => {
            const failed = one.state === 'failed' || one.state === 'refused';
            return (
              <li key={one.key} className={failed ? 'failed' : ''}>
                <Thumb file={one.file} />
                <div className="yc-file-name">
                  {one.file.name}
                  {failed ? (
                    <div className="yc-fault">
                      {say.files.failed}
                      {colon()}
                      {one.refusal ?? sayProblem(one.error, language).text}
                    </div>
                  ) : (
                    <div className="yc-muted yc-small">
                      {one.state === 'waiting' ? say.files.waiting : say.files.uploading(Math.round(one.share * 100))}
                      <Progress
                        percent={Math.round(one.share * 100)}
                        showInfo={false}
                        size="small"
                        aria-label={one.file.name}
                      />
                    </div>
                  )}
                </div>
                {one.state === 'failed' && !(one.error instanceof ProblemError && one.error.status === 413) ? (
                  <Button
                    type="text"
                    icon={<ReloadOutlined aria-hidden="true" />}
                    aria-label={say.files.retry(one.file.name)}
                    onClick={() => uploads.again(one.key)}
                  />
                ) : null}
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden="true" />}
                  aria-label={say.files.remove(one.file.name)}
                  onClick={() => {
                    uploads.drop(one.key);
                    removed(one.file.name);
                  }}
                />
              </li>
            );
          })}
        </ul>
      ) : null}
      <p className="yc-small" role="status">
        {told}
      </p>
    </div>
  );
}

/** A small picture of what was chosen; browsers that cannot draw HEIC get the sign of a file. */
function Thumb(props: { file: File | undefined }): ReactNode {
  const [address, setAddress] = useState<string>();
  const { file } = props;
  useEffect(() => {
    if (!file?.type.startsWith('image/')) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (!address) return <FileOutlined className="yc-thumb" aria-hidden="true" />;
  return <img className="yc-thumb" src={address} alt="" onError={() => setAddress(undefined)} />;
}
