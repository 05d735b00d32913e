/** What a shop chooses among, in the words of the browser, and what it most likely is. */

const names = (type: "currency" | "language") => new Intl.DisplayNames("en", { type });

/** All of ISO 4217 that the browser knows, by name. */
export function currencies(): { value: string; name: string }[] {
  const nameOf = names("currency");
  return Intl.supportedValuesOf("currency")
    .map((code) => ({ value: code, name: `${nameOf.of(code) ?? code} (${code})` }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

const LOCALES =
  "en-US en-GB en-AU en-CA en-IE en-IN en-NZ en-ZA en-SG de-DE de-AT de-CH fr-FR fr-BE fr-CA fr-CH es-ES es-MX it-IT pt-PT pt-BR nl-NL nl-BE da-DK sv-SE nb-NO fi-FI pl-PL cs-CZ sk-SK hu-HU ro-RO el-GR tr-TR ja-JP ko-KR zh-CN ar-AE he-IL".split(
    " ",
  );

/** @param current stays a choice, whatever it is. */
export function locales(current: string): { value: string; name: string }[] {
  const nameOf = names("language");
  const tags = LOCALES.includes(current) || current === "" ? LOCALES : [current, ...LOCALES];
  return tags.map((tag) => ({ value: tag, name: `${nameOf.of(tag) ?? tag} (${tag})` }));
}

const EURO = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");
const CURRENCY_OF: Record<string, string> = {
  ...Object.fromEntries(EURO.map((region) => [region, "EUR"])),
  ...{ GB: "GBP", CH: "CHF", SE: "SEK", NO: "NOK", DK: "DKK", PL: "PLN", CZ: "CZK", HU: "HUF", RO: "RON" },
  ...{ AU: "AUD", CA: "CAD", NZ: "NZD", IN: "INR", ZA: "ZAR", SG: "SGD", JP: "JPY", KR: "KRW", CN: "CNY" },
  ...{ BR: "BRL", MX: "MXN", TR: "TRY", AE: "AED", IL: "ILS", BG: "EUR" },
};

/** Where the merchant's browser says that they are. */
export function likely(): { locale: string; currency: string } {
  const locale = new Intl.Locale(navigator.language).maximize();
  const tag = `${locale.language}-${locale.region}`;
  return {
    locale: LOCALES.includes(tag) ? tag : "en-US",
    currency: CURRENCY_OF[locale.region ?? ""] ?? "USD",
  };
}

/**
 * The origins of what somebody typed: addresses of any page of the shop, with or without https://, one a line or with spaces
 * between. What is no address stays as it is, so that the server can say so.
 */
export function originsOf(text: string): string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  return [...new Set(words.map(originOf))];
}

function originOf(word: string): string {
  const isAtHome = /^(localhost|127\.|192\.168\.|10\.|\[::1\])/.test(word);
  const address = /^[a-z]+:\/\//i.test(word) ? word : `${isAtHome ? "http" : "https"}://${word}`;
  if (!URL.canParse(address)) return word;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
