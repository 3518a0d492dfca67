/** What somebody else calls kinds of documents and their fields, as our names. */
import { readKindNames, readKinds, type ReadKind } from '../../server/modules/reading/kinds.ts';
import { templates } from '../../server/modules/reading/templates/all.ts';

/** What people say beside the name on the document. 身份证 alone is none: it has two sides. */
const sayings: Partial<Record<ReadKind, readonly string[]>> = {
  businessLicence: ['businesslicense'],
  idCardFront: ['身份证人像面', '身份证正面'],
  idCardBack: ['身份证国徽面', '身份证背面', '身份证反面'],
  propertyCertificate: ['不动产权证', '不动产证', '房产证'],
  lease: ['租赁合同', '租房合同', 'leasecontract'],
  householdPage: ['户口簿', '户口本', '户口页', '常住人口登记卡'],
  healthCertificate: ['健康证'],
  birthCertificate: ['出生证明', '出生证'],
  bankAccount: ['开户许可证', '基本存款账户信息'],
};

const plain = (word: string): string => word.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase(); // prettier-ignore

/** The kind that a word means: our name, its name in Chinese or English, or a part of it that no other has. */
export function kindCalled(word: string): ReadKind | undefined {
  const said = plain(word);
  if (said === '') return undefined;
  const namesOf = (kind: ReadKind): string[] =>
    [kind, readKinds[kind].zh, readKinds[kind].en, ...(sayings[kind] ?? [])].map(plain);
  const same = readKindNames.find((kind) => namesOf(kind).includes(said));
  const near = readKindNames.filter((kind) => plain(readKinds[kind].zh).includes(said));
  return same ?? (near.length === 1 ? near[0] : undefined);
}

export const kindWords = (): string => readKindNames.map((kind) => `${kind} (${readKinds[kind].zh})`).join(', ');

/** Our name of a field: it may be called by that, as screens do, or as it is printed; undefined for one that is not read. */
export function fieldCalled(kind: ReadKind, word: string): string | undefined {
  const said = plain(word);
  const { fields } = templates[kind];
  return (
    fields.find(({ name }) => name === word) ??
    fields.find(({ zh }) => plain(zh) === said) ??
    fields.find(({ labels }) => labels.some((label) => plain(label) === said))
  )?.name;
}

export const fieldWords = (kind: ReadKind): string =>
  templates[kind].fields.map(({ name, zh }) => `${name} (${zh})`).join(', ');

/** Values by our names; what is not read is left out. */
export const byOurNames = (kind: ReadKind, values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([word, value]) => {
      const name = fieldCalled(kind, word);
      return name === undefined ? [] : [[name, value]];
    }),
  );
