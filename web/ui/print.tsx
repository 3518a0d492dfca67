/** Printing: an A4 sheet or a slip of 80 mm, laid out for paper; the page on the screen is not printed with it. */
import './print.css';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** `a4` a sheet, `slip` the narrow roll of the printer at the window. */
export type Paper = 'a4' | 'slip';

interface Job {
  content: ReactNode;
  paper: Paper;
  done: () => void;
  failed: (why: unknown) => void;
}

/** A picture of the paper did not come, and nothing was printed. */
export class PictureMissing extends Error {
  override readonly name = 'PictureMissing';
}

/**
 * `const { print, sheet } = usePrint()`: put `{sheet}` anywhere in the component, then `print(<Receipt ... />, 'slip')`.
 * Resolves when the browser's print dialog has closed; rejects with `PictureMissing` before it opens, where a picture did not come.
 */
export function usePrint(): { print(content: ReactNode, paper: Paper): Promise<void>; sheet: ReactNode } {
  const [job, setJob] = useState<Job>();
  return {
    print: useCallback(
      (content, paper) => new Promise<void>((done, failed) => setJob({ content, paper, done, failed })),
      [],
    ),
    sheet: job ? <Sheet job={job} onEnd={() => setJob(undefined)} /> : null,
  };
}

/** Prints once it is there itself: a dialog draws what is in it later than its owner, and a blank sheet would come out. */
function Sheet({ job, onEnd }: { job: Job; onEnd: () => void }): ReactNode {
  useEffect(() => {
    let stopped = false;
    document.documentElement.setAttribute('data-printing', job.paper);
    const close = (): void => {
      document.documentElement.removeAttribute('data-printing');
      onEnd();
    };
    const end = (): void => {
      job.done();
      close();
    };
    addEventListener('afterprint', end, { once: true });
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.yc-print img')].map((image) => image.decode());
    // With one picture missing a blank sheet would come out, and nobody would know.
    void Promise.all([document.fonts.ready, ...pictures]).then(
      () => {
        if (!stopped) window.print();
      },
      (why: unknown) => {
        if (stopped) return;
        job.failed(new PictureMissing('A picture did not come', { cause: why }));
        close();
      },
    );
    return () => {
      stopped = true;
      removeEventListener('afterprint', end);
      document.documentElement.removeAttribute('data-printing');
    };
  }, [job]);
  return createPortal(<div className={`yc-print ${job.paper}`}>{job.content}</div>, document.body);
}
