// The tables beside the search page (generator/exports/finding), asked for part by part.

const asked = new Map();

export const table = (name) => {
  if (!asked.has(name)) {
    const answer = fetch(new URL(`../../search/${name}.json`, import.meta.url)).then((response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.json();
    });
    asked.set(name, answer);
  }
  return asked.get(name);
};

// The number of the part in which a key stands, or would stand.
const partOf = (starts, key) => Math.max(0, starts.findLastIndex((first) => first <= key));

export const head = () => table("names");

export const namesOf = async (key) => {
  const found = (await table(`names-${partOf((await head()).keys, key)}`));
  return Object.hasOwn(found, key) ? found[key] : [];
};

export const record = async (number) => {
  const size = (await head()).records;
  return (await table(`records-${Math.floor(number / size)}`))[number % size];
};

// Whether the texts have a word that begins like this.
export const isWord = async (key) => {
  const starts = (await head()).words;
  const place = partOf(starts, key);
  const words = await table(`words-${place}`);
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < key) low = middle + 1;
    else high = middle;
  }
  return (words[low] ?? starts[place + 1] ?? "").startsWith(key);
};

// All keys of one table that may be meant by a misspelt one: at most three parts are looked at,
// those of its first letter first.
const near = async (kind, starts, key) => {
  const middle = partOf(starts, key[0]);
  const last = partOf(starts, `${key[0]}\uffff`);
  const own = partOf(starts, key);
  const parts = new Set([own, middle, last, 0].slice(0, starts.length));
  const found = await Promise.all([...parts].slice(0, 3).map((part) => table(`${kind}-${part}`)));
  return found.flatMap((each) => (Array.isArray(each) ? each : Object.keys(each)));
};

export const nearWords = async (key) => near("words", (await head()).words, key);
export const nearNames = async (key) => near("names", (await head()).keys, key);
