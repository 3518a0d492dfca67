/** Paper of what has to be read first: when it cannot be read, that is said instead of nothing happening. */
import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { sayProblem } from '#web/client/say-problem.ts';
import { usePrint } from '#web/ui/print.tsx';
import { useLanguage } from '#web/words/language.ts';

export function usePrintRead(): {
  printRead: (read: () => Promise<ReactNode>) => Promise<void>;
  reading: boolean;
  sheet: ReactNode;
} {
  const { print, sheet } = usePrint();
  const { message } = App.useApp();
  const language = useLanguage();
  const [reading, setReading] = useState(false);
  const printRead = async (read: () => Promise<ReactNode>): Promise<void> => {
    setReading(true);
    const content = await read()
      .catch((thrown: unknown) => void message.error(sayProblem(thrown, language).text, 6))
      .finally(() => setReading(false));
    if (content) await print(content, 'a4');
  };
  return { printRead, reading, sheet };
}
