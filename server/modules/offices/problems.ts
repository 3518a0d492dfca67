/** The ways in which editing departments, outlets, windows and hours can go wrong. */
import { problems } from '#platform/problems';

export const officesProblems = problems('offices', {
  changedMeanwhile: [409, 'Somebody else changed this meanwhile'],
  keyTaken: [409, 'This key is used, perhaps by something retired'],
  nameTaken: [409, 'Another one in service has this name'],
  numberTaken: [409, 'Another window of this outlet has this number'],
  departmentInUse: [409, 'Outlets or windows in service belong to this department'],
  outletHasChildren: [409, 'Outlets in service stand under this one'],
  outletRetired: [409, 'This outlet is out of service'],
  wrongReference: [422, 'A department or outlet that is named here does not exist or is out of service'],
  windowNeedsDepartment: [422, 'A special window belongs to a department'],
  parentCycle: [422, 'An outlet cannot stand under itself'],
  wrongHours: [422, 'The opening hours contradict themselves'],
});
