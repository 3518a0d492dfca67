/** The same step for several cases: one act for each, and in the end one sentence about all. */
import { App } from 'antd';
import { useState } from 'react';
import { casesContract } from '#modules/cases/contract';
import { call, newKey } from '#web/client/client.ts';
import { readAgain } from '#web/client/query.ts';
import { sayProblem } from '#web/client/say-problem.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { listWords } from './list-words.ts';
import { caseReadings } from './live.ts';

type Given = { toAccountId?: string | null; reason?: string };

/** `run(ids, 'take', {})`; says what came of it in a message. */
export function useManySteps(): {
  run: (ids: readonly string[], kind: 'take' | 'handOver', given: Given) => Promise<void>;
  busy: boolean;
} {
  const { message } = App.useApp();
  const say = useWords(listWords);
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const run = async (ids: readonly string[], kind: 'take' | 'handOver', given: Given): Promise<void> => {
    if (busy) return;
    setBusy(true);
    let failure: unknown;
    let failed = 0;
    // One after the other: fifty at once would be refused by the limit on requests of one account.
    for (const id of ids) {
      try {
        await call(casesContract[kind], { params: { id }, body: { actionId: newKey(), ...given } as never });
      } catch (thrown) {
        failure = thrown;
        failed += 1;
      }
    }
    setBusy(false);
    await readAgain(...caseReadings);
    const done = ids.length - failed;
    if (failed === 0) void message.success(kind === 'take' ? say.tookAll(done) : say.gaveAll(done));
    else void message.warning(`${say.someFailed(done, failed)} · ${sayProblem(failure, language).text}`, 6);
  };
  return { run, busy };
}
