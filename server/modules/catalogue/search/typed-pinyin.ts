/** Chinese typed in Latin letters without marks: shiyejin, hu kou, gongjijin tiqu. Pure. */

/** Finals that stand behind each initial; behind no initial the syllables that begin with a vowel. */
const table = `
 a o e ai ei ao ou an en ang eng er
b a o ai ei ao an en ang eng i ie iao ian in ing u
p a o ai ei ao ou an en ang eng i ie iao ian in ing u
m a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u
f a o ei ou an en ang eng u
d a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un
t a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un
n a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve ue
l a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue
g a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
k a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
h a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
j i ia ie iao iu ian in iang ing iong u ue uan un
q i ia ie iao iu ian in iang ing iong u ue uan un
x i ia ie iao iu ian in iang ing iong u ue uan un
zh a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
ch a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang
sh a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang
r e i ao ou an en ang eng ong u ua uo ui uan un
z a e i ai ei ao ou an en ang eng ong u uo ui uan un
c a e i ai ao ou an en ang eng ong u uo ui uan un
s a e i ai ao ou an en ang eng ong u uo ui uan un
y a ao an ang e i in ing o ong ou u ue uan un
w a o ai ei an en ang eng u`;
const known = new Set(
  table
    .slice(1)
    .split('\n')
    .flatMap((line) => {
      const [initial = '', ...finals] = line.split(' ');
      return finals.map((final) => initial + final);
    }),
);

/**
 * The ways in which letters are syllables, at most eight: danganchaxun is dang an cha xun and dan gan cha xun. None when they are
 * no syllables.
 */
export function splitSyllables(letters: string): string[][] {
  if (letters.length > 60) return [];
  const found: string[][] = [];
  const dead = new Set<number>();
  const from = (at: number, before: readonly string[]): boolean => {
    if (at === letters.length) {
      found.push([...before]);
      return true;
    }
    if (dead.has(at) || found.length >= 8) return false;
    let any = false;
    for (let length = Math.min(6, letters.length - at); length > 0; length--) {
      const syllable = letters.slice(at, at + length);
      if (known.has(syllable) && from(at + length, [...before, syllable])) any = true;
    }
    if (!any) dead.add(at);
    return any;
  };
  from(0, []);
  return found;
}
