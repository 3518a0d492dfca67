/** Rules as files: a version or the draft goes out as DMN, the tables of a model come in. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import { rulesContract, type ItemRules } from '#modules/rules/contract';
import { call } from '#web/client/client.ts';
import { oneByOne, useWords } from '#web/words/language.ts';
import type { RulesKeeper } from './use-rules.ts';
import { rulesWords } from './words.ts';

function save(fileName: string, xml: string): void {
  const address = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function DmnFiles(props: {
  rules: ItemRules;
  keeper: RulesKeeper;
  mayEdit: boolean;
  onError: (error: unknown) => void;
}): ReactNode {
  const { rules, keeper, mayEdit, onError: setError } = props;
  const { body, change } = keeper;
  const say = useWords(rulesWords);
  const { message } = App.useApp();
  const file = useRef<HTMLInputElement>(null);
  const hasDraft = keeper.revision > 0;

  const exported = async (): Promise<void> => {
    setError(undefined);
    try {
      await keeper.flush();
      const version = hasDraft ? 0 : (rules.published?.version ?? 0);
      const { fileName, xml } = await call(rulesContract.exportRules, { params: { id: rules.itemId }, query: { version } }); // prettier-ignore
      save(fileName, xml);
    } catch (thrown) {
      setError(thrown);
    }
  };
  const imported = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    setError(undefined);
    try {
      const taken = await call(rulesContract.importRules, { params: { id: rules.itemId }, body: { xml: await chosen.text() } }); // prettier-ignore
      // Test rows are not part of a model: those of a table with the same id stay.
      const kept = new Map(body.tables.map((one) => [one.id, one]));
      const came = taken.body.tables.map((one) => ({ ...one, tests: kept.get(one.id)?.tests ?? [] }));
      change({ tables: [...body.tables.filter(({ id }) => !came.some((one) => one.id === id)), ...came].slice(0, 20) });
      if (taken.notTaken.length > 0) void message.info(say.notTaken(oneByOne(taken.notTaken)));
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => void exported()} disabled={body.tables.length === 0}>
        {say.export}
      </Button>
      {mayEdit ? (
        <>
          <Button icon={<UploadOutlined />} onClick={() => file.current?.click()}>
            {say.import}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".dmn,.xml"
            hidden
            aria-label={say.import}
            onChange={({ target }) => {
              void imported(target.files?.[0]);
              target.value = '';
            }}
          />
        </>
      ) : null}
    </>
  );
}
