/** The rules of the house of a hall: the grace of turns, and the days in which findings are put right. */
import type { ReactNode } from 'react';
import { floorContract } from '#modules/floor/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { HouseRuleDialog } from '#web/ui/house-rule.tsx';
import { useWords } from '#web/words/language.ts';
import { floorWords } from '../words.ts';

const changes = [floorContract.getHouseRule, floorContract.listAttendance, floorContract.readAttendance];

export function RuleDialog({ outletId, onClose }: { outletId: string; onClose: () => void }): ReactNode {
  const say = useWords(floorWords);
  const params = { id: outletId };
  const found = useOp(floorContract.getHouseRule, { params });
  const act = useAct(floorContract.saveHouseRule, { changes });
  return (
    <HouseRuleDialog
      read={found}
      figures={({ graceMinutes, correctionDays }) => ({ graceMinutes, ...correctionDays })}
      limits={{ graceMinutes: [0, 60], minor: [1, 60], serious: [1, 60], grave: [1, 60] }}
      say={say}
      onSave={({ graceMinutes, ...correctionDays }, before) =>
        act.send({ params, body: { ...before, graceMinutes, correctionDays } })
      }
      onClose={onClose}
    />
  );
}
