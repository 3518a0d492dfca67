/** The pages of a kiosk that several features share: the first one, applying, following, help. */
import { AuditOutlined, CalendarOutlined, CarryOutOutlined, FileDoneOutlined, PrinterOutlined, QuestionCircleOutlined, SearchOutlined, TeamOutlined } from '@ant-design/icons'; // prettier-ignore
import { useState, type ReactNode } from 'react';
import { kiosksContract } from '#modules/kiosks/contract';
import { ApplyHere } from '#web/features/cases/kiosk/apply.tsx';
import { MyCases, TrackHere } from '#web/features/cases/kiosk/track.tsx';
import { BookHere } from '#web/features/hall/kiosk/book.tsx';
import { CheckIn, CheckInMine } from '#web/features/hall/kiosk/check-in.tsx';
import { TakeTicket } from '#web/features/hall/kiosk/take-ticket.tsx';
import { hereAtStart } from '#web/features/kiosks/machine/start.ts';
import { SignedIn } from '#web/features/kiosks/machine/sign-in.tsx';
import { openDock } from '#web/features/remotehelp/portal/dock.tsx';
import { LockerOffer } from '#web/features/lockers/offer.tsx';
import { prefetch } from '#web/client/query.ts';
import { Big, KioskPage, Tile, Tiles, useMachine } from '#web/ui/kiosk/kiosk.tsx';
import { definePage } from '#web/ui/page.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { kioskWords } from './words.ts';

function Home(): ReactNode {
  const say = useWords(kioskWords);
  const { hall } = useMachine();
  return (
    <KioskPage title={say.hello} sub={say.touch}>
      <Tiles label={say.hello}>
        {hall ? <Tile to="/ticket" icon={<AuditOutlined />} title={say.ticket} line={say.ticketLine} /> : null}
        {hall ? <Tile to="/check-in" icon={<CarryOutOutlined />} title={say.checkIn} line={say.checkInLine} /> : null}
        {hall ? <Tile to="/book" icon={<CalendarOutlined />} title={say.book} line={say.bookLine} /> : null}
        <Tile to="/apply" icon={<FileDoneOutlined />} title={say.apply} line={say.applyLine} />
        <Tile to="/print" icon={<PrinterOutlined />} title={say.print} line={say.printLine} />
        <Tile to="/track" icon={<SearchOutlined />} title={say.track} line={say.trackLine} />
        <Tile to="/queues" icon={<TeamOutlined />} title={say.queues} line={say.queuesLine} />
        <Tile to="/help" icon={<QuestionCircleOutlined />} title={say.help} line={say.helpLine} />
      </Tiles>
    </KioskPage>
  );
}
export const homePage = definePage({ Component: Home });

const Apply = (): ReactNode => (
  <SignedIn>
    {(me) => <ApplyHere me={me} offer={(itemId) => (asked) => <LockerOffer itemId={itemId} {...asked} />} />}
  </SignedIn>
);
export const applyPage = definePage({ load: () => prefetch(kiosksContract.listItemsHere, {}), Component: Apply });

const Book = (): ReactNode => <SignedIn>{() => <BookHere />}</SignedIn>;
export const bookPage = definePage({ Component: Book });

/** Where the hall gives tickets by name, somebody signs in first. */
const Ticket = (): ReactNode => <TakeTicket named={(children) => <SignedIn>{() => children}</SignedIn>} />;
export const ticketPage = definePage({ Component: Ticket });

function CheckInPage(): ReactNode {
  const [mine, setMine] = useState(false);
  return mine ? <SignedIn>{() => <CheckInMine />}</SignedIn> : <CheckIn onMine={() => setMine(true)} />;
}
export const checkInPage = definePage({ Component: CheckInPage });

function Track(): ReactNode {
  const [mine, setMine] = useState(false);
  return mine ? <SignedIn>{() => <MyCases />}</SignedIn> : <TrackHere onMine={() => setMine(true)} />;
}
export const trackPage = definePage({ Component: Track });

/** A person to ask: on the screen, at the desk, by telephone. */
function Help(): ReactNode {
  const say = useWords(kioskWords);
  const language = useLanguage();
  const { says } = useMachine();
  const telephone = hereAtStart()?.telephone;
  return (
    <KioskPage title={say.help}>
      <Big primary onPress={() => openDock(true)}>
        {say.helpTalk}
      </Big>
      <div className="kiosk-lines">
        <p>{say.helpDesk}</p>
        {says ? <p>{pick(language, says.zh, says.en)}</p> : null}
        {telephone ? (
          <p>
            {say.helpCall} <strong className="yc-numbers">{telephone}</strong>
          </p>
        ) : null}
      </div>
    </KioskPage>
  );
}
export const helpPage = definePage({ Component: Help });
