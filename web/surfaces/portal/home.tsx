/** The front page: say what you need. */
import {
  BankOutlined,
  BookOutlined,
  CarOutlined,
  HeartOutlined,
  HomeOutlined,
  IdcardOutlined,
  MedicineBoxOutlined,
  ShopOutlined,
  SmileOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { definePage } from '#web/ui/page.tsx';
import { generalWords } from '#web/words/general.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import type { Language } from '#web/words/words.ts';
import { portalWords } from './words.ts';

export interface Topic {
  /** As the catalogue has it, in citizens' words. */
  key: string;
  say: Record<Language, string>;
  icon: ReactNode;
}

/** What happens in life, in its order. */
const topics: readonly Topic[] = [
  { key: '出生', say: { 'zh-CN': '生孩子', en: 'Having a child' }, icon: <SmileOutlined aria-hidden="true" /> },
  { key: '上学', say: { 'zh-CN': '上学', en: 'School' }, icon: <BookOutlined aria-hidden="true" /> },
  { key: '婚姻', say: { 'zh-CN': '结婚', en: 'Marriage' }, icon: <HeartOutlined aria-hidden="true" /> },
  {
    key: '户口',
    say: { 'zh-CN': '户口和身份证', en: 'Household, ID card' },
    icon: <IdcardOutlined aria-hidden="true" />,
  },
  { key: '买房', say: { 'zh-CN': '买房', en: 'Buying a home' }, icon: <HomeOutlined aria-hidden="true" /> },
  { key: '开店', say: { 'zh-CN': '开店办企业', en: 'Opening a business' }, icon: <ShopOutlined aria-hidden="true" /> },
  { key: '交通', say: { 'zh-CN': '车辆和驾驶', en: 'Cars and driving' }, icon: <CarOutlined aria-hidden="true" /> },
  { key: '社保', say: { 'zh-CN': '社保', en: 'Social insurance' }, icon: <BankOutlined aria-hidden="true" /> },
  { key: '就医', say: { 'zh-CN': '看病和医保', en: 'Health' }, icon: <MedicineBoxOutlined aria-hidden="true" /> },
  { key: '退休', say: { 'zh-CN': '退休和养老', en: 'Retirement' }, icon: <TeamOutlined aria-hidden="true" /> },
];

const doors = [
  { to: '/track', title: 'track', line: 'trackLine' },
  { to: '/places', title: 'places', line: 'placesLine' },
  { to: '/verify', title: 'verify', line: 'verifyLine' },
] as const;

/** The front page, drawn from its topics. */
export function PortalHome(props: { topics: readonly Topic[] }): ReactNode {
  const say = useWords(portalWords);
  const general = useWords(generalWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    document.title = `${general.brand} · ${general.brandLine}`;
  }, [general]);
  return (
    <>
      <section className="home-ask">
        <h1 tabIndex={-1}>{say.homeTitle}</h1>
        <p className="yc-muted" id="home-line">
          {say.homeLine}
        </p>
        <form
          className="home-search"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            if (asked.trim()) void navigate({ to: '/services', search: { q: asked.trim() } as never });
          }}
        >
          <input
            type="search"
            name="q"
            value={asked}
            onChange={(event) => setAsked(event.target.value)}
            aria-label={say.homeTitle}
            aria-describedby="home-line"
            placeholder={say.placeholder}
            autoComplete="off"
            enterKeyHint="search"
          />
          <button type="submit">{general.actions.search}</button>
        </form>
      </section>
      <section className="home-part" aria-labelledby="home-topics">
        <h2 id="home-topics">{say.topics}</h2>
        <ul className="home-topics yc-plain">
          {props.topics.map((topic) => (
            <li key={topic.key}>
              <Link to="/services" search={{ topic: topic.key } as never}>
                <span aria-hidden="true">{topic.icon}</span>
                {topic.say[language]}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="home-part" aria-labelledby="home-doors">
        <h2 id="home-doors">{say.doors}</h2>
        <ul className="home-doors yc-plain">
          {doors.map(({ to, title, line }) => (
            <li key={to}>
              <Link to={to}>
                <strong>{say[title]}</strong>
                <span className="yc-muted yc-small">{say[line]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

export const page = definePage({ Component: () => <PortalHome topics={topics} /> });
