/** How a field of a form is drawn. Pure; the same on pages and for the rules that ask what a person has to do at it. */
import type { Field, widgets } from '../item.ts';

/** How a field is drawn, where its type alone does not say it. */
export type Widget = (typeof widgets)[number] | 'yesNo' | 'number';

/** More characters than these are written in several lines. */
const mostOfLine = 120;

/** The widget of a field. */
export function widgetOf(field: Field): Widget {
  if (field['x-widget']) return field['x-widget'];
  if (field.type === 'boolean') return 'yesNo';
  if (field.type === 'array') return 'checkboxes';
  if (field.enum) return field.enum.length > 6 ? 'select' : 'radio';
  if (field.format === 'date') return 'date';
  if (field.format === 'email') return 'email';
  if (field.type === 'integer') return 'number';
  return (field.maxLength ?? 0) > mostOfLine ? 'textarea' : 'text';
}
