/** An item of which little more than its name is known: it can be taken in all the same, with a plain form. Pure. */
import type { Form, ItemBody } from '../item.ts';

/** Who applies and what for: enough for any office to begin, until somebody has drawn the item's own form. */
export const plainForm = (): Form => ({
  type: 'object',
  properties: {
    applicantName: {
      type: 'string',
      title: '申请人姓名或单位名称',
      titleEn: 'Name of the person or organisation',
      'x-from': 'name',
      maxLength: 100,
    },
    phone: {
      type: 'string',
      title: '联系电话',
      titleEn: 'Telephone',
      'x-widget': 'phone',
      'x-from': 'phone',
      maxLength: 20,
    },
    request: {
      type: 'string',
      title: '申请内容',
      titleEn: 'What you apply for',
      'x-widget': 'textarea',
      maxLength: 1000,
    },
  },
  required: ['applicantName', 'phone', 'request'],
});

/** A body with a plain form, not verified, that says no more than is known. */
export const plainItem = (name: string, known: Partial<ItemBody> = {}): ItemBody => ({
  name,
  synonyms: [],
  kind: 'publicService',
  level: 'district',
  topics: [],
  immediate: false,
  visits: 1,
  applicants: ['person', 'organisation'],
  conditions: [],
  situations: [],
  materials: [
    {
      id: 'papers',
      name: '与申请事项有关的材料',
      nameEn: 'Papers that belong to the application',
      form: 'copy',
      copies: 1,
      source: 'applicant',
      requirement: 'optional',
    },
  ],
  form: plainForm(),
  fees: [],
  basis: [],
  procedure: [],
  verified: false,
  ...known,
});
