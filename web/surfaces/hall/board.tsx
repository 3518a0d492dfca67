/** The information screen with the wall of honour: by its address, and as a screen that the workbench knows. */
import type { ReactNode } from 'react';
import { BoardScreen } from '#web/features/hall/screen/board.tsx';
import { HonourWall } from '#web/features/ratings/screen/honours.tsx';
import { definePage, useParam } from '#web/ui/page.tsx';

const honours = (outletId: string): ReactNode => <HonourWall outletId={outletId} />;
const Board = (): ReactNode => <BoardScreen outletId={useParam('id')} beside={honours} />;

export const page = definePage({ Component: Board });
