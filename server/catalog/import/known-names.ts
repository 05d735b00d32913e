/** What shops call the same thing, in the languages of the shops that were read; first the name it goes by here. */
const NAMES: readonly (readonly [name: string, others: string])[] = [
  [
    "colour",
    "color|colors|colours|product colour|product color|item colour|item color|main colour|main color|primary colour|primary color|colour name|color name|farbe|couleur|coloris|colore|cor|kleur|kolor|barva|färg|цвет|түсі|түс",
  ],
  [
    "size",
    "sizes|product size|item size|size name|größe|grösse|taille|talla|tamaño|taglia|misura|maat|rozmiar|storlek|размер|өлшемі",
  ],
  [
    "material",
    "materials|product material|main material|material composition|composition|fabric|fabric type|fabric composition|werkstoff|matière|matériau|matériaux|materiale|materiaal|materiał|материал|состав",
  ],
  [
    "weight",
    "item weight|product weight|net weight|weight net|unit weight|gewicht|nettogewicht|poids|poids net|peso|peso neto|peso netto|waga|vikt|вес|вес нетто|вес (нетто)|вес товара|салмағы",
  ],
  ["length", "item length|product length|länge|longueur|longitud|largo|lunghezza|lengte|długość|длина"],
  ["width", "item width|product width|breite|largeur|ancho|anchura|larghezza|breedte|szerokość|ширина|ені"],
  ["height", "item height|product height|höhe|hauteur|alto|altura|altezza|hoogte|wysokość|высота|биіктігі"],
  ["depth", "item depth|product depth|tiefe|profondeur|profundidad|profondità|diepte|głębokość|глубина"],
  ["thickness", "dicke|stärke|épaisseur|grosor|spessore|dikte|толщина"],
  ["diameter", "durchmesser|ø|diamètre|diámetro|diametro|średnica|диаметр"],
  [
    "dimensions",
    "product dimensions|item dimensions|overall dimensions|dimensions wxdxh|dimensions w x d x h|dimensions wxhxd|dimensions lxwxh|dimensions l x w x h|size wxhxd|abmessungen|maße|masse|dimensiones|dimensioni|afmetingen|wymiary|размеры|габариты",
  ],
  [
    "volume",
    "volumen|volumenes|contenance|inhalt|fluid volume|liquid volume|net volume|objem|pojemność|объем|объём",
  ],
  ["capacity", "fassungsvermögen|kapazität|capacité|capacidad|capacità|вместимость"],
  [
    "screen size",
    "display size|display diagonal|screen diagonal|diagonal|screensize|monitor size|tv size|screen size class|screen size (diagonal)|bildschirmdiagonale|bildschirmgröße|displaygröße|taille de l'écran|taille d'écran|tamaño de pantalla|dimensioni schermo|диагональ|диагональ экрана|размер экрана",
  ],
  [
    "resolution",
    "display resolution|screen resolution|native resolution|auflösung|résolution|resolución|risoluzione|разрешение|разрешение экрана",
  ],
  [
    "refresh rate",
    "screen refresh rate|display refresh rate|maximum refresh rate|bildwiederholfrequenz|bildwiederholrate|частота обновления",
  ],
  ["brightness", "display brightness|luminosity|helligkeit|luminosité|яркость"],
  [
    "memory",
    "ram|ram size|ram memory|memory size|system memory|installed ram|arbeitsspeicher|mémoire vive|memoria ram|оперативная память|объем оперативной памяти",
  ],
  [
    "storage",
    "storage capacity|internal storage|total storage capacity|hard drive capacity|hard drive size|hard disk size|ssd capacity|speicherplatz|speicherkapazität|stockage|almacenamiento|встроенная память|объем встроенной памяти",
  ],
  [
    "battery capacity",
    "akkukapazität|batteriekapazität|capacité de la batterie|capacidad de la batería|емкость аккумулятора|ёмкость аккумулятора",
  ],
  [
    "battery life",
    "battery runtime|battery run time|battery life (max)|akkulaufzeit|autonomie|autonomía|время работы|время автономной работы",
  ],
  [
    "power",
    "wattage|rated power|power rating|leistung|nennleistung|puissance|potencia|potenza|vermogen|moc|мощность",
  ],
  ["voltage", "rated voltage|spannung|tension|voltaje|voltaggio|напряжение"],
  ["noise level", "noise|noise emission|geräuschpegel|lautstärke|niveau sonore|уровень шума|шу деңгейі"],
  ["pattern", "muster|motif|estampado|estampado principal|motivo|рисунок|узор"],
  ["gender", "target gender|department gender|geschlecht|genre|género|sexo|genere|пол"],
  ["age group", "agegroup|age range|altersgruppe|tranche d'âge|grupo de edad|возрастная группа"],
  ["flavor", "flavour|flavours|flavors|geschmack|geschmacksrichtung|goût|saveur|sabor|gusto|smaak|вкус"],
  ["scent", "fragrance|fragrance name|duft|parfum|aroma|profumo|запах|аромат"],
  ["finish", "finish type|surface finish|oberfläche|finition|acabado|finitura"],
  ["style", "stil|styl|estilo|stile|стиль"],
  ["shape", "form|forme|forma|форма"],
  ["fit", "passform|coupe|ajuste|vestibilità|посадка"],
  ["season", "saison|temporada|stagione|сезон"],
  [
    "pack size",
    "pieces per pack|pack quantity|number of items|number of pieces|unit count|packungsgröße|stückzahl|количество в упаковке",
  ],
  [
    "compatible with",
    "compatible models|compatible devices|compatible device|kompatibel mit|kompatibilität|compatible avec|compatibilité|compatible con|compatibilidad|совместимость",
  ],
  ["connectivity", "konnektivität|connectivité|conectividad|connettività"],
  ["operating system", "os|betriebssystem|système d'exploitation|sistema operativo|операционная система"],
  [
    "energy class",
    "energy efficiency class|energieeffizienzklasse|energieklasse|classe énergétique|clase energética|класс энергосбережения|класс энергопотребления|энергия класы",
  ],
  ["frame material", "rahmenmaterial|matériau du cadre"],
  ["wheel size", "laufradgröße|radgröße|taille de roue"],
  ["gears", "number of gears|speeds|number of speeds|gänge"],
  ["skin type", "hauttyp|type de peau|tipo de piel"],
  ["hair type", "haartyp|type de cheveux"],
  ["coverage", "deckkraft|couvrance"],
  ["spf", "sun protection factor|sonnenschutzfaktor|lichtschutzfaktor|lsf"],
  ["heel height", "absatzhöhe"],
  ["sleeve length", "ärmellänge"],
  ["neckline", "ausschnitt"],
  ["closure", "closure type|verschluss"],
  ["lining", "lining material|futter"],
  ["sole", "sole material|sohle"],
  ["care", "care instructions|pflegehinweise"],
  ["cable length", "cord length|kabellänge|longueur du câble|длина кабеля"],
  ["waterproof", "water proof|wasserdicht|étanche"],
  ["water resistance", "water resistance level|water resistance rating|wasserfestigkeit"],
  ["protection class", "ip code|ip rating|international protection (ip) code|schutzart|степень защиты"],
];

const CANONICAL = new Map(
  NAMES.flatMap(([name, others]) =>
    [name, ...others.split("|")].map((other) => [other, name] as const),
  ).filter(([other]) => other !== ""),
);

/** The name a thing goes by, whatever a shop calls it; other names stay as they are. In lower case. */
export function canonicalName(name: string): string {
  return CANONICAL.get(name) ?? name;
}

/** Whether a name is one of those that shops use for what people choose by; of other words nobody knows it. */
export function isKnownName(name: string): boolean {
  return CANONICAL.has(name) || ALSO_KNOWN.has(name);
}
const ALSO_KNOWN = new Set(
  "fork|frame|brakes|brake|saddle|handlebar|handlebars|crankset|cranks|pedals|tires|tyres|rims|hubs|chain|drivetrain|stem|load capacity|weight capacity|max load|maximum load|bulb type|lens|lens material|band material|strap material|case material|handle material|blade material|blade length|shade material|fill material|upper material|outer material|sole material|dial colour|movement|pockets|inseam|leg length|impedance|driver size|frequency response|sensitivity|processor|graphics|camera|ports|burn time|charge time|charging time|run time|top speed|maximum speed|torque|seat height|seat width|beam angle|colour temperature|color temperature|light output|lumens|socket|base type|mounting type|thread count|fill power|warmth|temperature rating|packed size|waterproof rating|denier|number of lights|number of shelves|number of drawers|assembly required|recommended age|calories|grind|roast|roast level|origin|arm length|crank arm length|rim size|valve length|ingredients".split(
    "|",
  ),
);
