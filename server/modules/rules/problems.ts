/** The ways in which it can go wrong with rules. */
import { problems } from '#platform/problems';

export const rulesProblems = problems('rules', {
  noItemInForce: [409, 'This item is not in force: its rules have no form to ask'],
  changedMeanwhile: [409, 'Somebody else saved these rules meanwhile'],
  noDraft: [409, 'There is no draft of these rules'],
  notReady: [422, 'These rules cannot be published: see what is listed'],
  unreadableDmn: [422, 'This file is not a DMN model that can be read'],
  nothingToTake: [422, 'This model has no decision table that judges: one with an output named "verdict"'],
  noVersion: [404, 'There is no such version of these rules'],
});
