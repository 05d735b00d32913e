/** Units of measure by dimension: what one of them is in the dimension's base. Conversions hold within a dimension. */

export interface Unit {
  dimension: string;
  factor: number;
}

const DIMENSIONS: Record<string, Record<string, number>> = {
  length: {
    "mm millimeter millimetre": 0.001,
    "cm centimeter centimetre": 0.01,
    "m meter metre": 1,
    "km kilometer kilometre": 1000,
    "in inch inche \" ''": 0.0254,
    "ft foot feet '": 0.3048,
    "yd yard": 0.9144,
    "mi mile": 1609.344,
  },
  area: { "m2 sqm": 1, sqft: 0.092903, ha: 10_000 },
  weight: {
    "mg milligram": 0.001,
    "g gram gramme gr": 1,
    "kg kilogram kilo kgs": 1000,
    "oz ounce": 28.349523,
    "lb lbs pound": 453.59237,
    "ton tonne": 1_000_000,
  },
  volume: {
    "ml milliliter millilitre": 0.001,
    "cl centiliter centilitre": 0.01,
    "l liter litre": 1,
    floz: 0.0295735,
    "gal gallon": 3.785412,
    "qt quart": 0.946353,
    cu: 28.316847,
  },
  storage: {
    "kb kilobyte": 0.001,
    "mb megabyte": 1,
    "gb gig gigabyte": 1000,
    "tb terabyte": 1_000_000,
  },
  power: { "w watt": 1, "kw kilowatt": 1000, "mw milliwatt": 0.001, "hp horsepower": 745.7 },
  voltage: { "v volt": 1, "kv kilovolt": 1000 },
  current: { "ma milliamp": 0.001, "a amp ampere": 1 },
  charge: { "mah milliamp-hour": 1, ah: 1000 },
  energy: { "wh watt-hour": 1, "kwh kilowatt-hour": 1000 },
  time: {
    "ms millisecond": 0.001,
    "s sec second": 1,
    "min minute": 60,
    "h hr hour": 3600,
    day: 86_400,
    week: 604_800,
    month: 2_629_800,
    "yr year": 31_557_600,
  },
  frequency: { "hz hertz": 1, "khz kilohertz": 1e3, "mhz megahertz": 1e6, "ghz gigahertz": 1e9 },
  speed: { "km/h kph kmh": 1, mph: 1.609344, "m/s": 3.6, rpm: 1e9 },
  data: { kbps: 1e-3, "mbps mb/s": 1, "gbps gb/s": 1e3 },
  pixels: { "mp megapixel": 1e6, "px pixel": 1 },
  density: { "dpi ppi": 1 },
  light: { "lm lumen": 1 },
  luminance: { "nit nits cd/m2": 1 },
  sound: { "db decibel": 1 },
  temperature: { "°c celsius": 1 },
  fahrenheit: { "°f fahrenheit": 1 },
  angle: { "degree ° deg": 1 },
  pressure: { psi: 1, bar: 14.5038 },
  torque: { nm: 1 },
  sun: { spf: 1 },
  thread: { denier: 1 },
  wind: { cfm: 1 },
  heat: { btu: 1 },
};

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(DIMENSIONS).flatMap(([dimension, units]) =>
    Object.entries(units).flatMap(([names, factor]) =>
      names.split(" ").flatMap((name): [string, Unit][] => {
        const unit = { dimension, factor };
        return name.length > 2
          ? [
              [name, unit],
              [`${name}s`, unit],
            ]
          : [[name, unit]];
      }),
    ),
  ),
);
