/** Who comes, in keys for a finger: asked alike for a ticket and for an appointment. */
import { useState, type ReactNode } from 'react';
import { priorities, type Priority } from '#modules/hall/contract';
import { Counter, Tile, Tiles } from '#web/ui/kiosk/kiosk.tsx';
import { useWords } from '#web/words/language.ts';
import { hallWords } from '../words.ts';
import { kioskHallWords } from './words.ts';

/** `given` is what is asked for with; `keys` draws the choice. `ordinary`: what it is called to go first in nothing. */
export function useWhoComesHere(ordinary: string): {
  given: { party: number; priority?: Priority };
  keys: ReactNode;
} {
  const say = useWords(kioskHallWords);
  const hall = useWords(hallWords);
  const [priority, setPriority] = useState<Priority>();
  const [party, setParty] = useState(1);
  return {
    given: { party, ...(priority ? { priority } : {}) },
    keys: (
      <>
        <Tiles label={say.first} narrow>
          <Tile title={ordinary} pressed={priority === undefined} onPress={() => setPriority(undefined)} />
          {priorities.map((one) => (
            <Tile
              key={one}
              title={hall.priorities[one]}
              pressed={priority === one}
              onPress={() => setPriority(one)}
              line={say.first}
            />
          ))}
        </Tiles>
        <Counter label={hall.party} value={party} most={20} onChange={setParty} />
      </>
    ),
  };
}
