/** What a source says, put into the body of an item: all of it for a new one, only what the source changed for one that is there. Pure. */
import { canonical } from '#platform/canonical';
import type { ItemBody, Material } from '../item.ts';
import { plainItem } from '../items/plain-item.ts';
import type { ItemFields } from './map-row.ts';

/** Names under which lists put what has no group. */
const noGroup = /^(未分类|其他|其它|无|默认|other|others|none|uncategori[sz]ed|general)$/i;

/** The keys that the source changed since its last import; all that it has when it never said anything. */
export const changedKeys = (now: ItemFields, before: ItemFields | undefined): (keyof ItemFields)[] =>
  (Object.keys(now) as (keyof ItemFields)[]).filter(
    (key) => key !== 'code' && (before === undefined || canonical(now[key]) !== canonical(before[key])),
  );

/** The body of an item that only the list knows. */
export const bodyFrom = (fields: ItemFields): ItemBody =>
  applyFields(plainItem(fields.name), fields, changedKeys(fields, undefined));

const materialsFrom = (names: readonly string[]): Material[] =>
  names.map((name, i) => ({
    id: `m${i + 1}`,
    name,
    form: 'copy',
    copies: 1,
    source: 'applicant',
    requirement: 'must',
  }));

/** 《行政许可法》第三十二条 … becomes law and article; anything else is kept as it stands. */
function basisFrom(text: string): ItemBody['basis'][number] {
  const found =
    /^[（(\d.、）)\s]*《([^》]{1,190})》\s*(第[零一二三四五六七八九十百千\d]{1,12}条(?:之[一二三四五六七八九十])?)?/.exec(
      text,
    );
  const law = found?.[1] ?? text.slice(0, 200);
  const article = found?.[2];
  return { law, ...(article ? { article } : {}), ...(text.length > (found?.[0].length ?? 200) ? { text } : {}) };
}

/** The body with these keys of the source put in; everything else is left as the office has it. */
export function applyFields(body: ItemBody, fields: ItemFields, keys: readonly (keyof ItemFields)[]): ItemBody {
  const next: ItemBody = structuredClone(body);
  for (const key of keys) put(next, key, fields);
  // A limit of 0 days is the list's way to say that it is decided at once.
  if (keys.includes('promisedLimit') && fields.promisedLimit?.value === 0) {
    next.immediate = true;
    delete next.promisedLimit;
  }
  if (keys.includes('statutoryLimit') && next.statutoryLimit?.value === 0) delete next.statutoryLimit;
  return next;
}

function put(next: ItemBody, key: keyof ItemFields, fields: ItemFields): void {
  switch (key) {
    case 'name':
      next.name = fields.name;
      return;
    case 'plainName':
    case 'nameEn':
    case 'telephone':
    case 'complaintTelephone': {
      const value = fields[key];
      if (value) next[key] = value;
      else delete next[key];
      return;
    }
    case 'statutoryLimit':
    case 'promisedLimit': {
      const limit = fields[key];
      if (limit) next[key] = limit;
      else delete next[key];
      return;
    }
    case 'kind':
    case 'level':
    case 'immediate':
    case 'visits':
    case 'applicants':
      // An empty cell says nothing: these have a value always.
      if (fields[key] !== null) Object.assign(next, { [key]: fields[key] });
      return;
    case 'mainName':
    case 'synonyms': {
      const main = fields.mainName;
      const group = main && main !== fields.name && !noGroup.test(main) && main.length <= 60 ? [main] : [];
      next.synonyms = [...new Set([...(fields.synonyms ?? next.synonyms), ...group])].slice(0, 60);
      return;
    }
    case 'topics':
      next.topics = fields.topics ?? [];
      return;
    case 'conditions':
    case 'procedure':
      next[key] = fields[key] ?? [];
      return;
    case 'materials':
      next.materials = fields.materials?.length ? materialsFrom(fields.materials) : plainItem('').materials;
      return;
    case 'basis':
      next.basis = (fields.basis ?? []).map(basisFrom);
      return;
    case 'fees':
      next.fees =
        !fields.fees || /^(否|不收费|免费|无|0|no|none|free( of charge)?|nil|[-—/]*|n\/?a)$/i.test(fields.fees)
          ? []
          : [{ name: '收费', basis: fields.fees }];
      return;
    case 'result':
      if (fields.result)
        next.result = { kind: 'record', deliveries: ['collected'], ...next.result, name: fields.result };
      else delete next.result;
      return;
    default:
    // Code, base code and department belong to the item, not to its body.
  }
}
