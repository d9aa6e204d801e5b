// What is searched: this archive, and others that the site names beside it, each with its shards. A
// release is known by its place: a number, over all archives, in the order of each one's days.

export const HERE = new URL("../../", import.meta.url);
const PLAIN = { 0x1f: "gzip", 0x78: "deflate" };

// The bytes at an address, unpacked; a server may have let the browser unpack them already.
export const bytes = async (address, how) => {
  const response = await fetch(address, how);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const got = new Uint8Array(await response.arrayBuffer());
  const form = PLAIN[got[0]];
  if (!form) return got;
  const stream = new DecompressionStream(form);
  const writer = stream.writable.getWriter();
  // What fails here fails below too.
  writer.write(got).then(() => writer.close()).catch(() => {});
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
};

const asked = new Map();

const once = (name, make) => {
  if (!asked.has(name)) asked.set(name, make());
  return asked.get(name);
};

// One of an archive's tables, asked for once; as it is now, not as it was at the last visit.
export const table = ({ base }, name) => {
  const address = new URL(`search/${name}.pack`, base).href;
  return once(address, async () => JSON.parse(new TextDecoder().decode(await bytes(address, { cache: "no-cache" }))));
};

const listed = async (base) => ({ base, ...(await table({ base }, "shards")) });

const others = () => (document.getElementById("site-search")?.dataset.also ?? "").split(" ").filter(Boolean);

// Others that cannot be read, or are of another version, are left out and told of.
export const archives = () =>
  once("archives", async () => {
    const own = await listed(HERE);
    const rest = await Promise.allSettled(others().map((address) => listed(new URL(address, HERE))));
    const fitting = rest.filter((one) => one.status === "fulfilled" && one.value.version === own.version);
    if (fitting.length < rest.length) console.warn("another archive could not be searched");
    let offset = 0;
    return [own, ...fitting.map((one) => one.value)].map((archive) => {
      const begin = offset;
      const shards = archive.shards.map((one) => {
        const shard = { ...one, base: new URL(`pagefind/${one.name}/`, archive.base), home: archive.base, version: archive.version, offset };
        offset += one.lengths.length;
        return shard;
      });
      return { ...archive, shards, offset: begin, size: offset - begin };
    });
  });

export const shards = async () => (await archives()).flatMap((archive) => archive.shards);

export const total = async () => (await archives()).reduce((sum, archive) => sum + archive.size, 0);

// The rank of each place by its day, the newest least; and from which rank on there is no day.
export const ranks = () =>
  once("ranks", async () => {
    const all = await archives();
    if (all.length === 1) return { rank: (place) => place, dated: all[0].size - all[0].undated };
    const days = (await Promise.all(all.map((archive) => table(archive, "days")))).flatMap((list) => list.flatMap(([day, size]) => Array(size).fill(day)));
    const order = days.map((_, place) => place).sort((a, b) => (days[a] < days[b] ? 1 : days[a] > days[b] ? -1 : a - b));
    const rank = new Map(order.map((place, at) => [place, at]));
    return { rank: (place) => rank.get(place), dated: days.filter(Boolean).length };
  });
