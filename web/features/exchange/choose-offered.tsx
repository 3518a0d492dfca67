/** Finding an item that another district lets be taken in for it. */
import './exchange.css';
import { Button, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { exchangeContract, type PartnerItem } from '#modules/exchange/contract';
import { useOp } from '#web/client/query.ts';
import { Empty, Query } from '#web/ui/states.tsx';
import { pick, useLanguage } from '#web/words/language.ts';
import type { Language } from '#web/words/words.ts';

/** As people say it, in the reader's language where the other district has it. */
export const nameOf = (
  { name, nameEn, plainName, plainNameEn }: Pick<PartnerItem, 'name' | 'nameEn' | 'plainName' | 'plainNameEn'>,
  language: Language,
): string => pick(language, plainName ?? name, plainNameEn ?? nameEn);

export function ChooseOffered(props: {
  words: { find: string; choose: string; none: string; noneLine: string };
  onChosen: (item: PartnerItem) => void;
}): ReactNode {
  const { words: say } = props;
  const language = useLanguage();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useOp(
    exchangeContract.findPartnerItems,
    { query: { limit: 50, ...(asked ? { words: asked } : {}) } },
    { keepPrevious: true },
  );
  return (
    <div className="exchange-part">
      <Input
        type="search"
        aria-label={say.find}
        placeholder={say.find}
        value={text}
        maxLength={60}
        onChange={(event) => setText(event.target.value)}
      />
      <Query of={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={say.none}>{say.noneLine}</Empty>
          ) : (
            <ul className="yc-plain exchange-list">
              {rows.map((item) => (
                <li key={`${item.partnerId} ${item.itemId}`} className="exchange-card">
                  <span className="exchange-card-head">
                    <span>
                      <strong>{nameOf(item, language)}</strong>{' '}
                      {item.plainName ? (
                        <span className="yc-muted yc-small">{pick(language, item.name, item.nameEn)}</span>
                      ) : null}
                    </span>
                    <Button
                      aria-label={`${say.choose} ${item.partnerName} ${item.name}`}
                      onClick={() => props.onChosen(item)}
                    >
                      {say.choose}
                    </Button>
                  </span>
                  <span className="yc-muted yc-small">
                    {item.partnerName} · {item.department}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Query>
    </div>
  );
}
