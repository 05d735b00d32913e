/** Signs and names of money, and which currencies each may stand for. */
export const CURRENCY_NAMES = new Map(
  Object.entries<readonly string[]>({
    $: ["USD", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD"],
    us$: ["USD"],
    ca$: ["CAD"],
    c$: ["CAD"],
    a$: ["AUD"],
    au$: ["AUD"],
    nz$: ["NZD"],
    "€": ["EUR"],
    "£": ["GBP"],
    "¥": ["JPY", "CNY"],
    "₹": ["INR"],
    "₽": ["RUB"],
    "₩": ["KRW"],
    "₺": ["TRY"],
    zł: ["PLN"],
    dollar: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD"],
    buck: ["USD", "CAD", "AUD", "NZD"],
    euro: ["EUR"],
    quid: ["GBP"],
    pound: ["GBP"],
    sterling: ["GBP"],
    yen: ["JPY"],
    rupee: ["INR"],
    ruble: ["RUB"],
    rouble: ["RUB"],
    franc: ["CHF"],
    peso: ["MXN", "ARS", "CLP", "COP"],
    kr: ["SEK", "NOK", "DKK"],
    krona: ["SEK"],
    krone: ["NOK", "DKK"],
    zloty: ["PLN"],
    cent: ["USD", "CAD", "AUD", "NZD", "EUR"],
    ...Object.fromEntries(
      "usd cad aud nzd eur gbp jpy cny inr rub krw chf sek nok dkk pln mxn brl sgd hkd try czk huf zar uah ars clp cop"
        .split(" ")
        .map((code) => [code, [code.toUpperCase()]]),
    ),
  }),
);

const EXPONENTS: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  CLP: 0,
  VND: 0,
  ISK: 0,
  PYG: 0,
  UGX: 0,
  XAF: 0,
  XOF: 0,
  BHD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
  JOD: 3,
  IQD: 3,
};

/** Digits after the point: the ISO 4217 exponent. */
export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}
