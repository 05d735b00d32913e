/**
 * Under which names files call what we know, best first. Names are folded: lower case, words apart ("priceInCents" is
 * "price in cents"), no punctuation. Lists hold what exports, feeds and data sets use in practice, in several languages.
 */
export const COLUMNS = {
  id: "sku|id|product id|item id|productid|product code|product sku|item sku|item code|article number|item number|part number|artikelnummer|artikelnr|art nr|referencia|référence|reference|код товара|артикул|asin|uniq id|uid|uuid|object id|objectid|offer id|code|handle|slug|gtin|ean|upc|mpn",
  title:
    "title|name|product title|product name|item name|item title|display name|producttitle|productname|titel|produktname|bezeichnung|artikelbezeichnung|titre|nom|nom du produit|título|titulo|nombre|nombre del producto|nome|nome prodotto|titolo|naam|productnaam|nazwa|название|наименование|naziv|navn|namn|product|label|headline",
  description:
    "description|body html|body|long description|full description|product description|item description|desc|beschreibung|produktbeschreibung|langbeschreibung|descripción|descripcion|descrição|descrizione|omschrijving|opis|описание|about product|about|overview|summary|content|short description|shortdescription|kurzbeschreibung|subtitle",
  brand:
    "brand|brand name|vendor|manufacturer|manufacturer name|maker|supplier|marke|hersteller|marque|fabricant|marca|fabricante|merk|marka|producent|бренд|производитель",
  category:
    "categories|category path|category tree|product category tree|category name|category|product category|categories path|breadcrumbs|breadcrumb|department|kategorie|kategorien|warengruppe|catégorie|categorie|categoría|categoria|categorías|kategoria|категория|collection|section|main category",
  productType:
    "product type|producttype|type|item type|product group|produkttyp|sub category|subcategory|sub categories",
  taxonomy: "google product category",
  tags: "tags|tag list|taglist|tag|keywords|labels|badges|schlagworte|schlagwörter|étiquettes|etiquetas|теги",
  url: "link|url|product url|product link|permalink|canonical url|page url|web url|website url|href|deep link|deeplink|produkt url|produktlink|enlace|lien|ссылка",
  image:
    "image link|image|image url|imageurl|images|image src|img|img url|img link|image urls|main image|main image url|picture|picture url|pictures|thumbnail|thumbnail url|thumb|photo|photos|primary image|featured image|image 1|bild|bild url|bildlink|imagen|изображение|img 500x500|gallery|media",
  price:
    "price|current price|selling price|actual price now|unit price|price amount|preis|verkaufspreis|bruttopreis|prix|precio|preço|preco|prezzo|prijs|cena|цена|цена продажи|final price|amount|cost",
  priceMinor:
    "price minor|price cents|price in cents|priceincents|pricecents|price in minor units|amount minor|unit amount",
  salePrice:
    "sale price|saleprice|special price|discounted price|discount price|discountprice|offer price|promo price|promotional price|reduced price|angebotspreis|aktionspreis|sonderpreis|prix promo|prix soldé|precio oferta|precio rebajado|prezzo scontato|цена со скидкой",
  saleDates: "sale price effective date|sale dates",
  regularPrice:
    "regular price|list price|listprice|original price|originalprice|compare at price|compareatprice|compare price|msrp|rrp|uvp|old price|oldprice|was price|was|retail price|actual price|full price|base price|price before discount|strike price|statt preis|streichpreis|prix barré|precio regular|precio anterior|старая цена|mrp",
  currency:
    "currency|currency code|price currency|pricecurrency|currencycode|currency iso|währung|devise|moneda|valuta|валюта|currency id",
  currencySign: "price sign|currency symbol|currency sign",
  stock:
    "availability|availability status|in stock|instock|is in stock|is available|available|stock status|stockstatus|available for sale|lagerbestand|verfügbarkeit|verfügbar|disponibilité|disponibilidad|disponibilità|наличие|stock|stock quantity|quantity|qty|inventory|inventory quantity|stock level|bestand|units in stock|soldout",
  rating:
    "rating|average rating|avg rating|ratings|rating value|review rating|review score|review average|reviews rating|star rating|stars|bewertung|note|оценка|рейтинг|aggregate rating|customer review average",
  ratingCount:
    "rating count|ratings count|ratingcount|review count|reviews count|reviewcount|number of reviews|number of ratings|num reviews|no of ratings|no of reviews|total reviews|total ratings|review total|customer review count|anzahl bewertungen|votes",
  popularity:
    "popularity|units sold|sold|sales|sales count|number sold|orders|order count|best seller score|popularity score",
  group:
    "item group id|group id|parent id|parent sku|parent product id|parent|product group id|style id|style code|master id|master sku|model group|varianten gruppe",
  status:
    "status|product status|state|published|is published|visible|is visible|visibility|enabled|is enabled|active|is active|online",
  hidden: "hidden|is hidden|deleted|is deleted|archived|is archived|disabled|draft",
  attributes:
    "attributes|attribute|product detail|product details|specifications|specification|specs|properties|technical details|product specifications|details|characteristics|params|param|facets|custom attributes|custom fields|additional attributes|additional properties|additional property|metafields|metadata|options|features table|eigenschaften|características|характеристики",
  features:
    "features|product highlight|highlights|bullet points|key features|feature bullets|benefits|merkmale",
  variants: "variants|variations|skus|children|product variants",
  reviews: "reviews|customer reviews|comments|product reviews|testimonials|user reviews",
} as const;
export type Field = keyof typeof COLUMNS;
export const FIELDS = Object.keys(COLUMNS) as Field[];

/** Columns that describe the file, the parcel or the search engine rather than the product. */
export const NO_ATTRIBUTE =
  /^(_|@)|\b(ids?|uuid|guid|gtin|ean|upc|isbn|mpn|barcode|asin|url|urls|link|links|href|image|images|img|photo|picture|thumbnail|video|html|seo|meta|slug|handle|created|updated|modified|timestamp|date|at|time|shipping|tax|taxes|taxable|vat|currency|sign|discount|percentage|promo|promotion|price|prices|cost|costs|margin|inventory|qty|quantity|warehouse|position|sort|order|index|rank|score|views|clicks|vendor|identifier|adult|destination|label|labels|expiration|availability|api|rating|ratings|reviews?|multipack|bundle|energy efficiency class (min|max)|mobile|virtual|model link|html code|lang|language|locale|country|seller|store|shop|sku|hash|embedding|vector|crawl|crawled|scraped|uniq|version|template|qr|dimensions unit|installment|loyalty|certification|transit|handling|canonical|additional|sell|cogs|external|excluded|included|return|policy|minimum)\b/;

/** "priceInCents", "Price_in_Cents" and " price in cents " alike. */
export function foldColumn(column: string): string {
  return column
    .replace(/^(g|s|c|media|attr(ibute)?s?):/i, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, " ")
    .trim();
}
