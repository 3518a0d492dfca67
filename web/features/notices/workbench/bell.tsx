/** The bell in the head of the workbench: how many messages wait, and the way to them. */
import { BellOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Badge } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { useWorkUnread } from './use-unread.ts';
import { workNoticeWords } from './words.ts';
import './work-notices.css';

export function Bell(): ReactNode {
  const say = useWords(workNoticeWords);
  const unread = useWorkUnread();
  return (
    <Link to="/notices" className="work-bell" aria-label={unread > 0 ? say.bell(unread) : say.title} title={say.title}>
      <Badge count={unread} size="small" overflowCount={99} aria-hidden="true">
        <BellOutlined aria-hidden="true" />
      </Badge>
    </Link>
  );
}
