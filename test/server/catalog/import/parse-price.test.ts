import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePrice } from "../../../../server/catalog/import/parse-price.ts";

const read = (text: string | number, currency = "USD", decimalMark: "." | "," | null = null) => {
  const parsed = parsePrice(text, { currency, decimalMark });
  return parsed.ok ? `${parsed.money.minor} ${parsed.money.currency}` : null;
};

test.each([
  ["49.99", "4999 USD"],
  ["$5.00", "500 USD"],
  ["12,99 EUR", "1299 EUR"],
  ["€ 1.299,00", "129900 EUR"],
  ["1,299.00 USD", "129900 USD"],
  ["1.299.000 ₫", "1299000 VND"],
  ["374990 KZT", "37499000 KZT"],
  ["¥1,200", "1200 JPY"],
  ["1 299,00 kr", "129900 SEK"],
  ["1\u00a0299,50 zł", "129950 PLN"],
  ["CHF 1'299.–", "129900 CHF"],
  ["5.–", "500 USD"],
  ["10.000000", "1000 USD"],
  ["1299.000", "129900 USD"],
  ["0.999", "100 USD"],
  ["$10 - $15", "1000 USD"],
  ["US$ 20", "2000 USD"],
  ["R$ 19,90", "1990 BRL"],
  ["Rs. 2,49,999", "24999900 INR"],
  ["from 8.5", "850 USD"],
  ["1,299", "129900 USD"],
])("%s is %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("a file that writes decimal commas elsewhere is believed for an ambiguous one", () => {
  expect(read("1,299", "EUR", ",")).toBe("130 EUR");
  expect(read("1.299", "EUR", ",")).toBe("129900 EUR");
});

test("a dollar sign is the site's own dollar", () => {
  expect(read("$5", "CAD")).toBe("500 CAD");
  expect(read("$5", "EUR")).toBe("500 USD");
  expect(read("kr 5", "NOK")).toBe("500 NOK");
});

test.each(["", "free", "20%", "-5.00", "$-5", "call us", "1e400", "999999999999999999"])(
  "%s is no price",
  (text) => {
    expect(read(text)).toBeNull();
  },
);

test("any amount, grouped and marked in any of the usual ways, is read back to the cent", () => {
  const styles = fc.constantFrom([",", "."], [".", ","], [" ", ","], ["'", "."], ["", "."], ["\u202f", ","]);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 9 }),
      styles,
      fc.constantFrom("", "$", "€ "),
      (minor, [group = "", mark = "."], sign) => {
        const whole = Math.floor(minor / 100)
          .toString()
          .replace(/\B(?=(\d{3})+$)/g, group);
        const text = `${sign}${whole}${mark}${String(minor % 100).padStart(2, "0")}`;
        expect(read(text)?.split(" ")[0]).toBe(String(minor));
      },
    ),
  );
});

test("numbers of JSON are amounts in major units, without floating-point dust", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (minor) => {
      expect(read(minor / 100)).toBe(`${minor} USD`);
    }),
  );
});

test("no text makes it throw, and what it accepts is never negative", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parsePrice(text, { currency: "USD", decimalMark: null });
      if (parsed.ok) expect(parsed.money.minor).toBeGreaterThanOrEqual(0);
    }),
  );
});
