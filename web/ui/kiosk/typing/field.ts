/** The field that somebody types into with the keys of the screen: which fields those are, and how signs arrive in them. */

export type TypedField = HTMLInputElement | HTMLTextAreaElement;

const kinds = new Set(['text', 'tel', 'number', 'search', 'password', 'email', 'url']);

/** Whether the keys are for it: it takes text, and has no keys of its own beside it. What is chosen from a list is chosen by touch. */
export function isTyped(target: EventTarget | null): target is TypedField {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly && !target.disabled;
  return (
    target instanceof HTMLInputElement &&
    kinds.has(target.type) &&
    !target.readOnly &&
    !target.disabled &&
    target.role !== 'combobox' &&
    !target.closest('.kiosk-keys')
  );
}

/** What the page asked for before `silence`: on which keys it opens. */
const askedFor = new WeakMap<TypedField, string>();

/** No keys of the system over ours. */
export function silence(field: TypedField): void {
  if (!askedFor.has(field)) askedFor.set(field, field.inputMode);
  field.inputMode = 'none';
}

/** What is typed into it: figures, codes in capitals, an address in Latin letters, a secret, or words. */
export function kindOf(field: TypedField): 'figures' | 'code' | 'latin' | 'words' {
  const mode = askedFor.get(field) ?? field.inputMode;
  if (/^(numeric|decimal|tel)$/.test(mode) || /^(number|tel)$/.test(field.type)) return 'figures';
  if (field.autocapitalize === 'characters') return 'code';
  return /^(email|url|password)$/.test(field.type) || /^(email|url)$/.test(mode) ? 'latin' : 'words';
}

/** Fields of numbers and of mail tell nobody where the caret is: there it is at the end. */
const selectionOf = ({ value, selectionStart, selectionEnd }: TypedField): [from: number, to: number] =>
  selectionStart === null || selectionEnd === null ? [value.length, value.length] : [selectionStart, selectionEnd];

/**
 * Puts the text in place of a piece, as a keyboard would: React hears of it only when the value is set past the setter that it has put over
 * the field. The caret keeps its distance from the end, also when the page writes the value otherwise (in capitals, without blanks).
 */
function replace(field: TypedField, from: number, to: number, text: string, inputType: string): void {
  const { value } = field;
  const behind = value.length - to;
  const own = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(own, 'value')!.set!.call(field, value.slice(0, from) + text + value.slice(to));
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data: text === '' ? null : text }));
  if (field.selectionStart === null) return showCaret(field, field.value.length);
  const caret = Math.max(0, field.value.length - behind);
  field.setSelectionRange(caret, caret);
  showCaret(field, caret);
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Moves what is written so that the caret is in view: browsers do it for real keys alone. */
function showCaret(field: TypedField, caret: number): void {
  if (field instanceof HTMLTextAreaElement) {
    if (caret === field.value.length) field.scrollTop = field.scrollHeight;
    return;
  }
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return;
  const { font, paddingLeft } = getComputedStyle(field);
  pen.font = font;
  const at = parseFloat(paddingLeft) + pen.measureText(field.value.slice(0, caret)).width;
  const { scrollLeft, clientWidth } = field;
  // A little of what is on either side stays in view.
  const margin = clientWidth / 8;
  if (at > scrollLeft + clientWidth - margin) field.scrollLeft = at - clientWidth + margin;
  else if (at < scrollLeft + margin) field.scrollLeft = at - margin;
}

/** Types where the caret is, in place of what is selected, and no more than the field takes. */
export function typeInto(field: TypedField, text: string): void {
  const [from, to] = selectionOf(field);
  const room = field.maxLength < 0 ? text.length : field.maxLength - (field.value.length - (to - from));
  const fitting = [...text].reduce((so, sign) => (so.length + sign.length <= room ? so + sign : so), '');
  if (fitting !== '') replace(field, from, to, fitting, 'insertText');
}

/** Takes away what is selected, or the sign before the caret. */
export function deleteIn(field: TypedField): void {
  const [from, to] = selectionOf(field);
  const before = field.value.slice(0, from);
  const last = [...before].at(-1) ?? '';
  const start = from === to ? from - last.length : from;
  if (start < to) replace(field, start, to, '', 'deleteContentBackward');
}

/** The field after this one on the page, if there is one. */
export function fieldAfter(field: TypedField): TypedField | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('#main input, #main textarea')].filter(
    (one): one is TypedField => isTyped(one) && one.offsetParent !== null,
  );
  return all[all.indexOf(field) + 1];
}
