/** A screen that was opened by its code; where it shows information, with the wall of honour. */
import type { ReactNode } from 'react';
import { Wall } from '#web/features/hall/screen/wall.tsx';
import { HonourWall } from '#web/features/ratings/screen/honours.tsx';
import { definePage } from '#web/ui/page.tsx';

const RegisteredWall = (): ReactNode => <Wall beside={(outletId) => <HonourWall outletId={outletId} />} />;

export const page = definePage({ Component: RegisteredWall });
