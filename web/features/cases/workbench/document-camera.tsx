/** The document camera at the window: a picture of the paper that lies under it, at the press of a key. */
import { CameraOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Select } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ProblemNote } from '#web/ui/states.tsx';
import { usePreference } from '#web/ui/preferences.ts';
import { useWords } from '#web/words/language.ts';
import { intakeWords } from './intake-words.ts';

/** Document cameras have about this many pixels; a browser takes what comes nearest. */
const wanted = { width: { ideal: 2592 }, height: { ideal: 1944 } };

/** Not drawn where the browser has no camera at all: then files are chosen. */
export function DocumentCamera(props: { name: string; onPicture: (file: File) => Promise<unknown> }): ReactNode {
  const say = useWords(intakeWords);
  const [open, setOpen] = useState(false);
  if (!globalThis.navigator?.mediaDevices?.getUserMedia) return null;
  return (
    <>
      <Button icon={<CameraOutlined />} onClick={() => setOpen(true)} aria-label={`${say.camera} ${props.name}`}>
        {say.camera}
      </Button>
      <Modal
        open={open}
        title={`${say.camera} · ${props.name}`}
        width={860}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <Camera {...props} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Camera(props: { name: string; onPicture: (file: File) => Promise<unknown>; onClose: () => void }): ReactNode {
  const say = useWords(intakeWords);
  const video = useRef<HTMLVideoElement>(null);
  const [device, setDevice] = usePreference('document-camera', '');
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  const [away, setAway] = useState(false);
  const [ready, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [taken, setTaken] = useState(0);

  useEffect(() => {
    let stream: MediaStream | undefined;
    let gone = false;
    setAway(false);
    setReady(false);
    navigator.mediaDevices
      .getUserMedia({ video: { ...wanted, ...(device ? { deviceId: { ideal: device } } : {}) } })
      .then(async (opened) => {
        if (gone) return opened.getTracks().forEach((track) => track.stop());
        stream = opened;
        if (video.current) video.current.srcObject = opened;
        // Names of cameras are told only after one was allowed.
        const all = await navigator.mediaDevices.enumerateDevices();
        setDevices(all.filter(({ kind }) => kind === 'videoinput'));
      })
      .catch(() => setAway(true));
    return () => {
      gone = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [device]);

  const take = async (): Promise<void> => {
    const from = video.current;
    if (!from || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [from.videoWidth, from.videoHeight];
      canvas.getContext('2d')!.drawImage(from, 0, 0);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
      if (!blob) throw new Error('The browser made no picture');
      await props.onPicture(new File([blob], `${props.name}-${taken + 1}.jpg`, { type: 'image/jpeg' }));
      setTaken(taken + 1);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  if (away) return <Alert type="warning" showIcon title={say.cameraAway} />;
  return (
    <div className="yc-stack">
      {devices.length > 1 ? (
        <Select
          value={device || devices[0]!.deviceId}
          aria-label={say.cameraWhich}
          options={devices.map(({ deviceId, label }, at) => ({
            value: deviceId,
            label: label || `${say.camera} ${at + 1}`,
          }))}
          onChange={setDevice}
        />
      ) : null}
      <video
        ref={video}
        autoPlay
        muted
        playsInline
        className="document-camera"
        aria-label={say.cameraPicture}
        onLoadedData={() => setReady(true)}
      />
      <ProblemNote error={error} />
      <div className="yc-row">
        <Button type="primary" autoFocus disabled={!ready} loading={busy} onClick={() => void take()}>
          {say.capture}
        </Button>
        <Button onClick={props.onClose}>{say.cameraDone}</Button>
        <span role="status" className="yc-muted">
          {taken > 0 ? say.captured(taken) : ''}
        </span>
      </div>
    </div>
  );
}
