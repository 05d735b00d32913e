const COLOURS =
  "black white red blue green yellow orange purple pink brown grey gray silver gold beige ivory cream navy teal turquoise aqua cyan magenta maroon burgundy olive khaki tan charcoal graphite bronze copper chrome titanium platinum coral peach mint lime lavender lilac violet indigo crimson scarlet ruby sapphire emerald rose fuchsia plum camel cognac mustard rust sand taupe champagne pearl onyx jet clear transparent multicolor multicolour rainbow celeste denim " +
  "schwarz weiß rot blau grün gelb lila rosa braun grau silber bunt " +
  "noir blanc rouge bleu vert jaune violet rose marron gris argent doré " +
  "negro blanco rojo azul verde amarillo naranja morado gris plateado dorado " +
  "nero bianco rosso blu giallo arancione viola marrone grigio argento " +
  "чёрный черный белый красный синий зелёный зеленый жёлтый желтый серый розовый коричневый серебристый золотистый голубой фиолетовый бежевый";
const SHADES =
  "light dark deep pale bright matte glossy metallic neon pastel soft hot royal sky baby slate space midnight forest army steel powder ice electric dusty smoke cool warm rich true classic piano gloss polished brushed antique and hell dunkel clair foncé claro oscuro";
const COLOUR_WORDS = new Set(COLOURS.split(" "));
const SHADE_WORDS = new Set(SHADES.split(" "));

/** A word that names a colour by itself. */
export function isColourWord(word: string): boolean {
  return COLOUR_WORDS.has(word.toLowerCase());
}

/** Whether a phrase is a colour or several, and nothing else: "Matte Black/Red", "rose gold". */
export function isColour(phrase: string): boolean {
  const words = phrase.toLowerCase().split(/[\s/&+-]+/);
  return (
    words.some((word) => COLOUR_WORDS.has(word)) &&
    words.every((word) => COLOUR_WORDS.has(word) || SHADE_WORDS.has(word))
  );
}
