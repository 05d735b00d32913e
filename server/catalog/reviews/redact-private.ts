/** What customers put into a review that is nobody else's business. */

/** Stands where something private was. A sentence that holds it is never quoted. */
export const REDACTED = "[…]";

/** A review's text without e-mail addresses, phone numbers, and numbers of orders, parcels and invoices. */
export function redactPrivate(text: string): string {
  return text
    .replace(EMAIL, REDACTED)
    .replace(ORDER, REDACTED)
    .replace(PHONE, (number) => (isPhone(number) ? REDACTED : number))
    .replace(SAID_PHONE, (_, word: string) => `${word}${REDACTED}`);
}

const EMAIL =
  /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\p{L}\d-]+)+/giu;
const ORDER =
  /\b(?:order|invoice|tracking|parcel|bestellung|bestell|commande|pedido|ordine|заказ)(?:s?nummer|[ -]?(?:number|num|no|nr|id|code|n°))?\.?\s*(?:is|was|:|#|№)*\s*#?[A-Z]{0,4}-?\d[\dA-Z-]{3,}\b|(?<![\p{L}\d])#[A-Z]{0,4}-?\d{4,}\b/giu;
const PHONE = /(?<![\p{L}\d.,-])(?:\+|00)?\(?\d[\d ()./-]{6,}\d(?![\p{L}\d])/gu;
const SAID_PHONE =
  /(\b(?:phone|tel|call|whatsapp|mobile|text me|telefon|handy)\b[^\d\n]{0,20})\d[\d ()./-]{5,}\d/giu;

/** Long numbers are also dates, measures ("1 000 000"), article numbers (one run of digits) and years from to. */
function isPhone(candidate: string): boolean {
  const digits = candidate.replace(/\D/g, "").length;
  if (digits < 8 || digits > 15) return false;
  if (/^(?:\+|00)/.test(candidate)) return true;
  if (/^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}/.test(candidate)) return false;
  if (/^\d{1,3}(?: \d{3})+$/.test(candidate) && !candidate.startsWith("0")) return false;
  if (/^\d+$/.test(candidate)) return candidate.startsWith("0") && digits <= 12;
  return digits >= 9;
}
