// The shop's own script: a cart in the browser's storage, colours that change the picture, filters that apply themselves.
const KEY = "tarn-tram-cart";
const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const find = (selector, root = document) => root.querySelector(selector);

// The assistant is told of the cart and of a search in vain, so that it may speak of them first. Whatever is called before
// its script has come is kept for it.
window.overture ||= (...call) => {
  window.overture.q = [...(window.overture.q ?? []), call];
};
const tellAssistant = (event, facts) => window.overture("track", event, facts);

/** Entries are `{ id, sku, title, variant, price, url, image, quantity }`. A storage that is full or forbidden means an empty cart. */
function readCart() {
  try {
    const cart = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(cart) ? cart : [];
  } catch {
    return [];
  }
}
function writeCart(cart) {
  try {
    localStorage.setItem(KEY, JSON.stringify(cart));
  } catch {
    say("Your browser does not let this shop keep a cart.");
  }
  showCart();
}
function addToCart(entry) {
  const cart = readCart();
  const same = cart.find(({ id }) => id === entry.id);
  if (same) same.quantity = Math.min(9, same.quantity + entry.quantity);
  else cart.push(entry);
  writeCart(cart);
  tellAssistant("cart-add", { sku: entry.sku });
}

function say(words) {
  const toast = find("[data-toast]");
  toast.textContent = words;
  toast.classList.add("toast-shown");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => toast.classList.remove("toast-shown"), 3500);
}

function showCart() {
  const cart = readCart();
  const count = cart.reduce((sum, { quantity }) => sum + quantity, 0);
  const badge = find("[data-cart-count]");
  badge.textContent = count;
  badge.hidden = count === 0;
  badge.setAttribute("aria-label", `${count} in the cart`);
  tellAssistant("cart", { items: count });
  const list = find("[data-cart-list]");
  if (!list) return;
  find("[data-cart-empty]").hidden = count > 0;
  find("[data-cart-full]").hidden = count === 0;
  find("[data-cart-total]").textContent = dollars.format(
    cart.reduce((sum, entry) => sum + entry.price * entry.quantity, 0),
  );
  list.replaceChildren(...cart.map(cartRow));
}

function cartRow(entry) {
  const row = find("[data-cart-row]").content.firstElementChild.cloneNode(true);
  const [link, quantity] = [find("a", row), find("input", row)];
  find("img", row).src = entry.image;
  link.href = entry.url;
  link.textContent = entry.title;
  find("[data-variant]", row).textContent = entry.variant;
  find(".price", row).textContent = dollars.format(entry.price * entry.quantity);
  quantity.value = entry.quantity;
  quantity.addEventListener("change", () => {
    const wanted = Math.max(1, Math.min(9, Math.round(Number(quantity.value)) || 1));
    writeCart(readCart().map((other) => (other.id === entry.id ? { ...other, quantity: wanted } : other)));
  });
  const remove = find("button", row);
  remove.setAttribute("aria-label", `Remove ${entry.title}`);
  remove.addEventListener("click", () => {
    writeCart(readCart().filter(({ id }) => id !== entry.id));
    say(`${entry.title} is out of your cart.`);
  });
  return row;
}

function prepareBuying(form) {
  const soldOut = new Set(form.dataset.soldOut.split(";"));
  const chosen = () => {
    const data = new FormData(form);
    return {
      colour: data.get("colour"),
      size: data.get("size"),
      quantity: Number(data.get("quantity")) || 1,
    };
  };
  const image = () => find("input[name=colour]:checked", form).dataset.image;
  const update = () => {
    const { colour, size } = chosen();
    const isSoldOut = soldOut.has([colour, size ?? ""].join("|"));
    const picture = find("[data-picture]");
    if (!picture.src.endsWith(image())) picture.src = image();
    picture.alt = `${form.dataset.title} in ${colour.toLowerCase()}`;
    find("[data-colour-name]", form).textContent = colour;
    find("[data-buy-button]", form).disabled = isSoldOut;
    find("[data-buy-button]", form).textContent = isSoldOut ? "Sold out" : "Add to cart";
    find("[data-stock]", form).textContent = isSoldOut
      ? `Sold out in ${[colour, size].filter(Boolean).join(", ")}`
      : "In stock";
  };
  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { sku, title, price, url } = form.dataset;
    const { colour, size, quantity } = chosen();
    const variant = [colour, size].filter(Boolean).join(", ");
    addToCart({
      id: `${sku}|${variant}`,
      sku,
      title,
      variant,
      price: Number(price),
      url,
      image: image(),
      quantity,
    });
    say(`${title} is in your cart.`);
  });
  if (!find("[data-buy-button]", form).disabled) update();
}

const buying = find("[data-buy]");
if (buying) prepareBuying(buying);
const inVain = find("[data-found-nothing-for]");
if (inVain) tellAssistant("no-results", { query: inVain.dataset.foundNothingFor });
const filters = find("[data-filters]");
filters?.addEventListener("change", () => filters.requestSubmit());
filters?.classList.add("filters-live");
find("[data-checkout]")?.addEventListener("click", () => {
  find("[data-checkout-note]").textContent =
    "This is where a real shop would take over. Nothing is sold here.";
});
// Another tab may change the cart, and a page from the back-forward cache may be older than it.
addEventListener("storage", showCart);
addEventListener("pageshow", showCart);
showCart();
