/** The front page: say what you need. In elder mode only the three things that matter: search, my matters, a call for help. */
import {
  BellOutlined,
  EnvironmentOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  GiftOutlined,
  PhoneOutlined,
  SafetyCertificateOutlined,
  SoundOutlined,
} from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { catalogueContract } from '#modules/catalogue/contract';
import { AskBox, Recent } from '#web/features/catalogue/portal/ask.tsx';
import { TopicGrid } from '#web/features/catalogue/portal/topic-grid.tsx';
import { catalogueWords } from '#web/features/catalogue/portal/words.ts';
import { EventList } from '#web/features/matters/portal/event-list.tsx';
import { matterWords } from '#web/features/matters/portal/words.ts';
import { useUnread } from '#web/features/notices/portal/use-unread.ts';
import { prefetch } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { useElder } from './theme.ts';
import { portalWords } from './words.ts';

const doors = [
  { to: '/queue', title: 'queue', line: 'queueLine', icon: <FieldTimeOutlined /> },
  { to: '/track', title: 'track', line: 'trackLine', icon: <FileSearchOutlined /> },
  { to: '/places', title: 'places', line: 'placesLine', icon: <EnvironmentOutlined /> },
  { to: '/verify', title: 'verify', line: 'verifyLine', icon: <SafetyCertificateOutlined /> },
  { to: '/hearings', title: 'hearings', line: 'hearingsLine', icon: <SoundOutlined /> },
  { to: '/policies', title: 'policies', line: 'policiesLine', icon: <GiftOutlined /> },
] as const;

function Home(): ReactNode {
  const general = useWords(generalWords);
  const catalogue = useWords(catalogueWords);
  const [elder] = useElder();
  useEffect(() => {
    document.title = `${general.brand} · ${general.brandLine}`;
  }, [general]);
  return (
    <>
      <section className="home-ask">
        <h1 tabIndex={-1}>{catalogue.ask}</h1>
        <p className="yc-muted" id="home-line">
          {catalogue.askLine}
        </p>
        <AskBox label={catalogue.ask} describedBy="home-line" />
        {elder ? null : <Recent />}
      </section>
      {elder ? <ElderDoors /> : <Rest />}
    </>
  );
}

function ElderDoors(): ReactNode {
  const say = useWords(portalWords);
  const unread = useUnread();
  return (
    <ul className="yc-plain home-elder">
      <li>
        <Link to="/mine">
          <FileDoneOutlined aria-hidden="true" />
          <span>
            <strong>{say.matters}</strong>
            <span>{unread > 0 ? say.unread(unread) : say.mattersLine}</span>
          </span>
        </Link>
      </li>
      <li>
        <a href="tel:12345">
          <PhoneOutlined aria-hidden="true" />
          <span>
            <strong>{say.help}</strong>
            <span>{say.helpLine}</span>
          </span>
        </a>
      </li>
    </ul>
  );
}

function Rest(): ReactNode {
  const say = useWords(portalWords);
  const several = useWords(matterWords);
  const catalogue = useWords(catalogueWords);
  const unread = useUnread();
  return (
    <>
      {unread > 0 ? (
        <p className="home-unread">
          <BellOutlined aria-hidden="true" /> <Link to="/mine/inbox">{say.unread(unread)}</Link>
        </p>
      ) : null}
      <EventList title={several.events} />
      <section className="home-part" aria-labelledby="home-topics">
        <h2 id="home-topics">{catalogue.topics}</h2>
        <TopicGrid />
      </section>
      <section className="home-part" aria-labelledby="home-popular">
        <h2 id="home-popular">{catalogue.popular}</h2>
        <ul className="yc-plain home-popular">
          {catalogue.popularAsked.split('\n').map((q) => (
            <li key={q}>
              <Link to="/services" search={{ q } as never}>
                {q}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="home-part" aria-labelledby="home-doors">
        <h2 id="home-doors">{say.doors}</h2>
        <ul className="home-doors yc-plain">
          {doors.map(({ to, title, line, icon }) => (
            <li key={to}>
              <Link to={to}>
                <span aria-hidden="true">{icon}</span>
                <span>
                  <strong>{say[title]}</strong>
                  <span className="yc-muted yc-small">{say[line]}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

export const page = definePage({ load: () => prefetch(catalogueContract.overview, {}), Component: Home });
