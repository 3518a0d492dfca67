/** The ways in which recording a question and handing it over can go wrong. */
import { problems } from '#platform/problems';

export const firstaskedProblems = problems('firstasked', {
  notFound: [404, 'There is no question with this number or code'],
  wrongStep: [409, 'This is not possible now: look at the question again'],
  actionReused: [409, 'This actionId was used for another act'],
  sayWhat: [422, 'Say what was answered, or to which department it goes: nobody is sent away without either'],
  noSuchDepartment: [422, 'There is no such department in service: choose another one'],
  noSuchColleague: [422, 'This person has no post at that department: choose somebody else, or the department alone'],
  officeDecides: [409, 'It was handed over too often already: the service office says whose it is'],
  isFinal: [409, 'The service office said that it is yours: answer it, or talk to the office'],
});
