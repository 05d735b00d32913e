/**
 * Whether a column describes the paperwork, the parcel or the record rather than what people choose by: codes, pallets,
 * dates, warranties, where it was made. It may still be asked about, and be worth asking where titles name it.
 */
export function isSeldomShoppedBy(attribute: string): boolean {
  return PAPERWORK.test(attribute);
}

const PAPERWORK =
  /(?<![\p{L}\p{N}])(?:id|ids|code|codes|ean|gtin|upc|isbn|mpn|sku|asin|barcode|serial|part number|model number|article number|catalogue? number|oem|hs|harmoni[sz]ed|tariff|customs|package|packaging|packing|packed|pack (?:weight|width|height|depth|length)|parcel|shipping|pallet|pallets|carton|cartons|master|outer case|layers? per|gross|warranty|guarantee|released?|release date|launch|date|dates|year introduced|last change|updated|status|country of origin|origin|made in|manufactured in|compliance|compliant|certificates?|certification|certified|rohs|reach|energy star|declaration|manual|segment|ark|url|link|image|document|notes?|remarks?|disclaimer|caution|legal|safety warnings?|batch|lot|revision|discontinued|quantity per pack(?:age)?|imperial|упаковк\p{L}*|гаранти\p{L}*|штрих ?код|страна\p{L}*|производств\p{L}*|verpackung\p{L}*|garantie|herkunft\p{L}*)(?![\p{L}\p{N}])/u;
