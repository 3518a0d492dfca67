/** Conditions of policies and what is known, in words. */
import type { FactKey, PolicyMatch } from '#modules/projects/contract';
import { sayMoney } from '#web/words/dates.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { policyWords } from './policy-words.ts';

type Condition = PolicyMatch['reasons'][number]['condition'];
type Known = string | number | boolean;

/** A fact with its unit: money in yuan, areas in square metres. */
export function useSayFact(): (fact: FactKey, value: Known) => string {
  const say = useWords(policyWords);
  const language = useLanguage();
  return (fact, value) => {
    if (typeof value === 'boolean') return value ? say.yes : say.no;
    if (typeof value === 'number') {
      if (fact === 'investmentFen' || fact === 'revenueFen') return sayMoney(value, language);
      const unit = say.unitsOf[fact as keyof typeof say.unitsOf] as string | undefined;
      return unit ? `${value} ${unit}` : String(value);
    }
    return fact === 'size' ? (say.sizes[value as keyof typeof say.sizes] ?? value) : value;
  };
}

/** What a policy gives, whoever it is for. */
export function useSayAmount(): (amount: PolicyMatch['policy']['body']['amount']) => string {
  const say = useWords(policyWords);
  const language = useLanguage();
  return (amount) => {
    if (amount.kind === 'fixed') return sayMoney(amount.fen, language);
    if (amount.kind === 'inWords') return amount.what;
    const cap = amount.capFen === null ? '' : say.atMostMoney(sayMoney(amount.capFen, language));
    return `${say.shareOf(say.factOf[amount.of], amount.basisPoints / 100)}${cap}`;
  };
}

export function useSayCondition(): (condition: Condition) => string {
  const say = useWords(policyWords);
  const language = useLanguage();
  const sayFact = useSayFact();
  return (condition) => {
    const what = say.factOf[condition.fact];
    if ('values' in condition) {
      const values = condition.values
        .map((one) => sayFact(condition.fact, one))
        .join(language === 'en' ? ' or ' : '或');
      return condition.op === 'isOneOf' ? say.isOneOf(what, values) : say.beginsWith(what, values);
    }
    if (condition.op === 'is') return say.is(what, condition.value);
    const value = sayFact(condition.fact, condition.value);
    return condition.op === 'atLeast' ? say.atLeast(what, value) : say.atMost(what, value);
  };
}
