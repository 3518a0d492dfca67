/** What the catalogue does when something happened elsewhere. */
import { departmentChanged } from '#modules/offices';
import { defineReaction, type Reaction } from '#platform/events';
import { touch } from './items/freshness.ts';
import { bumpRevisionOfDepartments } from './items/store.ts';

/** A department's name stands in the search index: its items are indexed anew. */
const onDepartmentChanged = defineReaction('catalogue.onDepartmentChanged', departmentChanged, async (tx, events) => {
  bumpRevisionOfDepartments(
    tx,
    events.map(({ subject }) => subject),
  );
  tx.onCommit(touch);
});

export const reactions: readonly Reaction[] = [onDepartmentChanged];
