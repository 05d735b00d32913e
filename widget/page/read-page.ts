import type { Page } from "../../shared/shopper-socket.ts";

/** What the page says of itself: its address, its title, and the product it shows according to its structured data. */
export function readPage(): Page {
  const sku = readStructuredSku();
  return { url: location.href.slice(0, 2_048), title: document.title.slice(0, 300), ...(sku && { sku }) };
}

function readStructuredSku(): string | undefined {
  const products: string[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = findProduct(JSON.parse(script.textContent ?? ""));
      if (found) products.push(found);
    } catch {}
  }
  // Several products are a list; only a page about one of them tells what is being looked at.
  return products.length === 1 ? products[0] : undefined;
}

function findProduct(data: unknown): string | undefined {
  if (Array.isArray(data)) return data.map(findProduct).find(Boolean);
  if (typeof data !== "object" || !data) return undefined;
  if ("@graph" in data) return findProduct(data["@graph"]);
  if ("@type" in data && data["@type"] === "Product" && "sku" in data) return String(data.sku);
  return undefined;
}
