/** The ways in which it can go wrong with items, versions, offers and imports. */
import { problems } from '#platform/problems';

export const catalogueProblems = problems('catalogue', {
  codeTaken: [409, 'Another item has this implementing code'],
  invalidBody: [422, 'The item contradicts itself or is incomplete'],
  changedMeanwhile: [409, 'Somebody else saved this draft meanwhile'],
  noDraft: [409, 'There is no draft of this item'],
  dayPassed: [422, 'A version comes into force today or later'],
  notInForce: [409, 'This item is not in force'],
  notScheduled: [409, 'Only a version that has not begun can be cancelled'],
  departmentUnknown: [422, 'There is no such department in service'],
  outletUnknown: [422, 'There is no such outlet in service'],
  alreadyOffered: [409, 'This outlet offers the item already'],
  notOffered: [409, 'This outlet does not offer the item'],
  importRejected: [422, 'Nothing was imported: the list has faults'],
  nothingToPrint: [422, 'There is no item in force for this booklet'],
});
