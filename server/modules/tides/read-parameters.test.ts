import { expect, test } from 'vitest';
import { readParameters } from './read-parameters.ts';

test.each([
  ['{}', undefined],
  ['{"perDay":1500,"day":{"opens":480,"patience":null}}', undefined],
  ['{"plan":[{"windowId":"A01","from":480,"to":600}]}', undefined],
  ['{"perDay":"x"}', /perDay is a number/],
  ['{"perDay":-1}', /perDay is a number from 0/],
  ['{"bogus":1}', /bogus is not known: there are perDay, day/],
  ['[]', /It is an object/],
  ['{"plan":[]}', /plan is a list of one or more/],
  ['{"plan":[{"windowId":"A01"}]}', /Each of plan needs from/],
  ['{"day":{"perHour":[1,"x"]}}', /day\.perHour\[1\] is a number/],
  ['{"day":{"closing":1}}', /day\.closing is not known/],
  ['{', /JSON/],
])('%s', (text, fault) => {
  if (fault) expect(() => readParameters(text)).toThrow(fault);
  else expect(readParameters(text)).toEqual(JSON.parse(text));
});
