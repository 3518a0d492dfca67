/** Words for what is wrong with an answer. The rules themselves are the catalogue's, the same in the browser and on the server. */
import { widgetOf, type AnswerChecks, type AnswerFault, type Field } from '#modules/catalogue/contract';
import { checkCreditCode, checkIdNumber } from '#modules/people/contract';
import { today } from '../../words/dates.ts';
import { generalWords } from '../../words/general.ts';
import type { Language } from '../../words/words.ts';

/** A value as text, for a field; lists and nothing are empty. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? value.toString() : '';

/** The sentence for a fault, in the words of the field. */
export function sayFault(fault: AnswerFault, title: string, field: Field | undefined, language: Language): string {
  const say = generalWords[language].form;
  const widget = field && widgetOf(field);
  const amount = (value: number | undefined): string => String(widget === 'money' ? (value ?? 0) / 100 : (value ?? 0));
  switch (fault) {
    case 'required':
      // A situation has a whole question for its title.
      if (!field) return say.chooseOne;
      return ['radio', 'select', 'checkboxes', 'yesNo'].includes(widget ?? '')
        ? say.requiredChoice(title)
        : say.required(title);
    case 'type':
      if (field?.type !== 'integer') return say.wrongForm;
      return widget === 'money' ? say.amount : say.wholeNumber;
    case 'tooShort':
      return say.tooShort(field?.minLength ?? 1);
    case 'tooLong':
      return say.tooLong(field?.maxLength ?? 2000);
    case 'tooSmall':
      return say.tooSmall(amount(field?.minimum));
    case 'tooLarge':
      return say.tooLarge(amount(field?.maximum));
    case 'tooFew':
      return say.tooFew(field?.minItems ?? 1);
    case 'tooMany':
      return say.tooMany(field?.maxItems ?? 1);
    case 'option':
    case 'twice':
      return say.requiredChoice(title);
    case 'date':
      return say.wrongDate;
    case 'email':
      return say.wrongEmail;
    case 'phone':
      return say.wrongPhone;
    case 'idNumber':
      return say.wrongId;
    case 'creditCode':
      return say.wrongCredit;
    case 'unknown':
    case 'pattern':
      return say.wrongForm;
  }
}

/** Check digits, so that a slip of the finger is seen at once; the server has the last word. */
export const checkDigits: AnswerChecks = {
  idNumber: (text) => checkIdNumber('residentCard', text, today()).ok,
  creditCode: (text) => checkCreditCode(text).ok,
};
