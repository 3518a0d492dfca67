/**
 * `npm run problems`: writes docs/problems.md, every problem that the API can answer with, from what the modules declare, what
 * their contracts name and what the pages call it.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { everyProblem } from '#platform/problems';
import { modules } from '#server/modules';
import { languages, wordsOfProblem } from '../web/words/words.ts';
import '../web/words/problems.ts';

export const problemsFile = fileURLToPath(new URL('../docs/problems.md', import.meta.url));
const features = fileURLToPath(new URL('../web/features', import.meta.url));

/** Loads what each feature calls its problems. */
async function readWords(): Promise<void> {
  for (const name of readdirSync(features, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('problem-words.ts')) await import(`${features}/${name}`);
}

const head = `# Problems

Everything that goes wrong in a way that a caller can act on has a code, an HTTP status and words (RFC 9457). An answer looks like this:

\`\`\`json
{
  "type": "/problems/cases.wrongStep",
  "title": "This step is not possible in the state that the case is in now",
  "status": 409,
  "code": "cases.wrongStep",
  "facts": { "state": "closed", "step": "accept" },
  "requestId": "x7k2…"
}
\`\`\`

The title is for those who write programs; people see the words below. \`facts\` has values for the words, and for \`general.invalid\` the places:
\`{ "part": "body", "fields": { "/answers/phone": "…" } }\`. An answer with \`Retry-After\` stored nothing and may be asked again. The codes
of \`general\` can come from any operation; beside the others stands which ones name them. Written by \`npm run problems\`.
`;

/** Facts that say their own names, for words that hold some; lists, because some words join them. */
const byName = new Proxy({}, { get: (_, name) => [`{${String(name)}}`] });

/** The text of docs/problems.md. */
export async function describeProblems(): Promise<string> {
  await readWords();
  const named = new Map<string, string[]>();
  for (const { name, contract = {} } of modules)
    for (const [operation, { problems = [] }] of Object.entries(contract))
      for (const code of problems) named.set(code, [...(named.get(code) ?? []), `${name}.${operation}`]);
  const parts = [head];
  let domain = '';
  for (const { code, status, title } of everyProblem()) {
    const [own = ''] = code.split('.');
    if (own !== domain) parts.push(`## ${(domain = own)}\n`);
    const [chinese = '', english = ''] = languages.map((language) =>
      (wordsOfProblem(code, language, byName) ?? '').replaceAll(/NaN|Invalid Date/g, '…'),
    );
    const by = own === 'general' ? [] : (named.get(code) ?? []);
    parts.push(
      `### \`${code}\` · ${status}\n\n${title}.\n\n- ${chinese}\n- ${english}\n${by.length > 0 ? `\nNamed by ${by.map((one) => `\`${one}\``).join(', ')}.\n` : ''}`,
    );
  }
  return parts.join('\n');
}

if (import.meta.main) {
  writeFileSync(problemsFile, await describeProblems());
  process.stdout.write('Wrote docs/problems.md.\n');
}
