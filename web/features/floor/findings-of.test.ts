import { expect, it } from 'vitest';
import { stringifyPlain } from '#web/client/plain-search.ts';
import { findingsOf, seeAllFindings } from './findings-of.ts';

it('a figure leads to the findings of its own hall, whichever hall comes first', () => {
  const address = (...figure: Parameters<typeof findingsOf>): string => {
    const { to, search } = findingsOf(...figure);
    return to + stringifyPlain(search);
  };
  expect(address('town', { round: '7' })).toBe('/hall/findings?hall=town&round=7');
  expect(address('town', { circular: '9' })).toBe('/hall/findings?hall=town&circular=9');
  expect(address('town', { year: '2026', state: 'closed' })).toBe('/hall/findings?hall=town&year=2026&state=closed');
});

it('what a circular counts is in the list of those who see every department, and of no head', () => {
  expect(seeAllFindings).toEqual(['office', 'auditor']);
});
