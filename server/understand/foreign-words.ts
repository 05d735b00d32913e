/**
 * What shoppers of other languages ask for, in English, so that a catalog in English still shows them something: kinds of
 * goods, colours, materials, and "too expensive". Folded words; whole sentences are not understood, and are not claimed to be.
 */
const ENGLISH = `bike|backpack|bag|tent|helmet|jacket|shoes|boots|lamp|bottle|umbrella|lock|gloves|trousers|shirt|phone|headphones|laptop|camera|watch|lipstick|cream|perfume|gift|black|white|red|blue|green|yellow|gray|brown|waterproof|lightweight|cheap|expensive|too|leather|wool|steel|cotton|persons|small|big`;

/** One column per English word, in its order; several spellings are separated by slashes, "-" stands for none. */
const COLUMNS: Record<string, string> = {
  de: "fahrrad/fahrrader/rad/rader|rucksack/rucksacke|tasche/taschen|zelt/zelte|helm/helme|jacke/jacken|schuhe/schuh|stiefel|lampe/lampen/licht|flasche/flaschen|regenschirm/schirm|schloss|handschuhe|hose/hosen|hemd|handy/telefon|kopfhorer|notebook|kamera|uhr/armbanduhr|lippenstift|creme|parfum|geschenk|schwarz/schwarze/schwarzer/schwarzen/schwarzes|weiss/weisse/weisser/weissen|rot/rote/roter/roten/rotes|blau/blaue/blauer/blauen/blaues|grun/grune/gruner/grunen/grunes|gelb/gelbe/gelber|grau/graue/grauer/grauen|braun/braune/brauner|wasserdicht/wasserdichte/wasserdichter/wasserdichten|leicht/leichte/leichter/leichten/leichtes|billig/gunstig/gunstige|teuer|zu|leder|wolle|stahl|baumwolle|personen|klein/kleine/kleiner/kleinen|gross/grosse/grosser/grossen",
  es: "bicicleta/bicicletas/bici|mochila/mochilas|bolso/bolsa/bolsas|tienda/carpa|casco/cascos|chaqueta/chaquetas|zapatos/zapatillas|botas|lampara/linterna/luz|botella/botellas|paraguas|candado|guantes|pantalones/pantalon|camisa|telefono/movil|auriculares/cascos|portatil|camara|reloj|pintalabios/labial|crema|perfume|regalo|negro/negra/negros/negras|blanco/blanca|rojo/roja/rojos|azul/azules|verde/verdes|amarillo/amarilla|gris|marron|impermeable/impermeables|ligero/ligera|barato/barata/baratos|caro/cara/caros/caras|demasiado|cuero/piel|lana|acero|algodon|personas|pequeno/pequena|grande/grandes",
  fr: "velo/velos|sac a dos|sac/sacs|tente/tentes|casque/casques|veste/vestes/blouson|chaussures/chaussure|bottes|lampe/lampes/lumiere|bouteille/gourde|parapluie|antivol|gants|pantalon|chemise|telephone|ecouteurs|ordinateur|camera|montre|rouge a levres|creme|parfum|cadeau|noir/noire/noirs/noires|blanc/blanche|rouge/rouges|bleu/bleue/bleus|vert/verte/verts|jaune|gris/grise|marron|impermeable/etanche|leger/legere|-|cher/chere/chers/cheres|trop|cuir|laine|acier|coton|personnes|petit/petite|grand/grande",
  it: "bicicletta/biciclette/bici|zaino/zaini|borsa/borse|tenda/tende|casco/caschi|giacca/giacche|scarpe/scarpa|stivali|lampada/luce|bottiglia/borraccia|ombrello|lucchetto|guanti|pantaloni|camicia|telefono/cellulare|cuffie|portatile|fotocamera|orologio|rossetto|crema|profumo|regalo|nero/nera/neri/nere|bianco/bianca|rosso/rossa/rossi|blu/azzurro|verde/verdi|giallo/gialla|grigio/grigia|marrone|impermeabile|leggero/leggera|economico/economica|caro/cara/costoso|troppo|pelle/cuoio|lana|acciaio|cotone|persone|piccolo/piccola|grande/grandi",
  pt: "bicicleta/bicicletas|mochila/mochilas|bolsa/bolsas/saco|tenda/barraca|capacete|casaco/jaqueta|sapatos/tenis|botas|lampada/lanterna/luz|garrafa/garrafas|guarda-chuva|cadeado|luvas|calcas|camisa|telefone/celular|fones/auscultadores|portatil|camara|relogio|batom|creme|perfume|presente/prenda|preto/preta|branco/branca|vermelho/vermelha|azul|verde|amarelo/amarela|cinza|castanho/marrom|impermeavel|leve|barato/barata|caro/cara|demasiado|couro|la|aco|algodao|pessoas|pequeno/pequena|grande/grandes",
  nl: "fiets/fietsen|rugzak/rugzakken|tas/tassen|tent/tenten|helm/helmen|jas/jassen|schoenen/schoen|laarzen|lamp/lampen/licht|fles/flessen|paraplu|slot|handschoenen|broek|overhemd|telefoon|koptelefoon|-|-|horloge|lippenstift|-|parfum|cadeau|zwart/zwarte|wit/witte|rood/rode|blauw/blauwe|groen/groene|geel/gele|grijs/grijze|bruin/bruine|waterdicht/waterdichte|licht/lichte|goedkoop/goedkope|duur/dure|te|leer|wol|staal|katoen|personen|klein/kleine|groot/grote",
  pl: "rower/rowery/roweru|plecak/plecaki/plecaka|torba/torby/torbe|namiot/namiotu|kask/kasku|kurtka/kurtki/kurtke|buty|kozaki|lampa/lampka|butelka/butelke|parasol|-|rekawiczki|spodnie|koszula|telefon|sluchawki|laptop|aparat|zegarek|szminka|krem|perfumy|prezent|czarny/czarna/czarne|bialy/biala|czerwony/czerwona|niebieski/niebieska|zielony/zielona|zolty|szary|brazowy|wodoodporny/wodoodporna|lekki/lekka|tani/tania/tanie|drogi/drogie/drogo|za|skora|welna|stal|bawelna|osob|maly/mala|duzy/duza",
  tr: "bisiklet|-|canta/cantasi|cadir/cadiri|kask|ceket/mont|ayakkabi|bot|lamba|sise/matara|semsiye|kilit|eldiven|pantolon|gomlek|telefon|kulaklik|laptop|kamera|saat|ruj|krem|parfum|hediye|siyah|beyaz|kirmizi|mavi|yesil|sari|gri|kahverengi|-|hafif|ucuz|pahali|cok|deri|yun|celik|pamuk|kisilik|kucuk|buyuk",
  ru: "велосипед/велосипеды|рюкзак/рюкзаки|сумка/сумку/сумки|палатка/палатку/палатки|шлем/шлемы|куртка/куртку/куртки|обувь|ботинки|фонарь/лампа/лампу|бутылка/бутылку|зонт|замок|перчатки|брюки|рубашка|телефон|наушники|ноутбук|камера/камеру|часы|помада/помаду|крем|духи|подарок|черныи/черная/черную|белыи/белая/белую|красныи/красная/красную|синии/синяя|зеленыи/зеленая|желтыи|серыи/серая|коричневыи|непромокаемыи|легкии/легкая|дешевыи/недорогои|дорого/дорогои|слишком|кожа|шерсть|сталь|хлопок|-|маленькии|большои",
};

const GLOSSARIES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(COLUMNS).map(([language, columns]) => {
    const english = ENGLISH.split("|");
    const pairs = columns.split("|").flatMap((spellings, place) =>
      spellings
        .split("/")
        // Of two words none could be looked up by itself.
        .filter((spelling) => spelling !== "-" && !spelling.includes(" "))
        .map((spelling): [string, string] => [spelling, english[place] ?? spelling]),
    );
    return [language, new Map(pairs)];
  }),
);

/** The English word for a folded one of the language; null where none is known. */
export function inEnglish(word: string, language: string): string | null {
  return GLOSSARIES.get(language)?.get(word) ?? null;
}
