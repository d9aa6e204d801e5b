// What is left of a name when case, accents, hyphens, spaces and signs do not count. The twin of
// `generator.lookup`; tests/lookup/vectors.json holds both to the same answers.

const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", ґ: "г" };

export const key = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/gu, "")
    .replace(/[ßæœøłđðþıςґ]/gu, (letter) => PLAIN[letter])
    .replace(/[^\p{L}\p{N}\u3099\u309a]/gu, "")
    .normalize("NFC");

// The word that stands for a day, a month or a year (ISO text) in the search index.
export const daySign = (date) => {
  const digits = date.replaceAll("-", "");
  return `qz${"bcd"[(digits.length - 4) / 2]}${digits.replace(/\d/gu, (digit) => "bcdfghjklm"[digit])}`;
};

// How many letters must change to make one word of another: at most `most`, else Infinity.
// Letters that changed places count once.
export const distance = (one, other, most) => {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return Infinity;
    [before, last] = [last, row];
  }
  return last[b.length] <= most ? last[b.length] : Infinity;
};
