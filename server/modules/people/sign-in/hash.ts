/** Password hashes: argon2id, a few at a time. */
import { hash as argonHash, parseOptions, verify } from '@node-rs/argon2';
import { takeTurns } from '#platform/turns';

/** OWASP's first choice of 2024: 19 MiB, two passes; about 25 ms of one core. argon2id is the library's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Memory for four at once is 76 MiB, and the threads that do it also read files. More than two hundred would wait longer than a browser does: they are told
 * to come again.
 */
const inTurn = takeTurns({ atOnce: 4, waiting: 200 });

/** The hash of a password in PHC form. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => argonHash(password, cost));

/** A hash of nothing that anybody knows: for names without an account, so that they take the same time. */
let decoy: Promise<string> | undefined;

/** Whether the password is right. Takes the same time when there is no hash to compare with. */
export async function isRight(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(`${Math.random()}`);
  const against = stored ?? (await decoy);
  const right = await inTurn(() => verify(against, password));
  return right && stored != null;
}

/** Whether a stored hash is weaker than what is made today, so that it is made anew at the next sign-in. */
export function isDated(stored: string): boolean {
  const { memoryCost, timeCost } = parseOptions(stored);
  return memoryCost < cost.memoryCost || timeCost < cost.timeCost;
}
