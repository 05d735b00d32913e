/**
 * As people cut a title short: without the maker, one part of it between dashes and commas, of a long one the first words.
 * The part is one that none of the others has; empty where there is none.
 */
export function callByTitle(title: string, brand: string | null, others: readonly string[]): string {
  const taken = others.map((other) => other.toLowerCase());
  const parts = title
    .split(/\s[-–—|]\s|[,(|:]/)
    .map((part) => part.replace(/[®™©"“”)]/g, "").trim())
    .filter((part) => part !== "" && part !== brand);
  const names = parts.flatMap((part) => {
    const bare = withoutMaker(part, brand);
    return [shortened(bare), bare];
  });
  return (
    names.find((name) => name.length > 2 && !taken.some((other) => other.includes(name.toLowerCase()))) ?? ""
  );
}

function withoutMaker(part: string, brand: string | null): string {
  return brand !== null && part.toLowerCase().startsWith(`${brand.toLowerCase()} `)
    ? part.slice(brand.length + 1)
    : part;
}

function shortened(name: string): string {
  const words = name.split(/\s+/);
  return words.length <= 4 ? name : words.slice(0, /\d/.test(words[1] ?? "") ? 3 : 2).join(" ");
}
