/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { DEPARTMENTS } from "./find-goods.ts";

export interface Embed {
  siteKey: string;
  widgetSrc: string;
  sku?: string;
}

export function Layout({
  title,
  path,
  embed,
  children,
}: {
  title: string;
  path: string;
  embed: Embed;
  children?: Child;
}) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title.includes("Tarn & Tram") ? title : `${title} · Tarn & Tram`}</title>
        <meta
          name="description"
          content="Tarn & Tram: bags, bikes, rain jackets, lamps and tents for the trail and the 8:14."
        />
        <meta name="theme-color" content="#faf6ee" />
        <link
          rel="icon"
          href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Ccircle cx='16' cy='16' r='16' fill='%232f5645'/%3E%3Cpath d='M6 22l7-11 5 7 3-4 5 8z' fill='%23f3dfae'/%3E%3C/svg%3E"
        />
        <link rel="stylesheet" href="/demo/shop.css" />
        <script defer src="/demo/shop.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <Header path={path} />
        <main id="main">{children}</main>
        <Footer />
        <p class="toast" role="status" data-toast></p>
        <script async src={embed.widgetSrc} data-site={embed.siteKey} data-sku={embed.sku}></script>
      </body>
    </html>
  );
}

function Header({ path }: { path: string }) {
  return (
    <header class="header">
      <div class="header-row wrap">
        <a class="logo" href="/demo/" aria-label="Tarn & Tram, home">
          <Mark />
          <span>
            Tarn <i>&amp;</i> Tram
          </span>
        </a>
        <search class="search">
          <form action="/demo/search">
            <label class="unseen" for="q">
              Search the shop
            </label>
            <input id="q" name="q" type="search" placeholder="Search for rain, 22 l, bell…" />
            <button type="submit" aria-label="Search">
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20" />
              </svg>
            </button>
          </form>
        </search>
        <a class="cart-link" href="/demo/cart">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 8h14l-1.2 11.5H6.2zM9 10V7a3 3 0 0 1 6 0v3" />
          </svg>
          <span>Cart</span>
          <b data-cart-count hidden></b>
        </a>
      </div>
      <nav class="departments-nav" aria-label="Departments">
        <ul class="wrap">
          {DEPARTMENTS.map((department) => (
            <li>
              <a
                href={department.address}
                aria-current={path.startsWith(department.address) ? "page" : undefined}
              >
                {department.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="23" />
      <path class="mark-hill" d="M5 31 17 14l8 11 5-7 13 13z" />
      <path class="mark-line" d="M4 33.500h40M9 38h30M16 42.500h16" />
    </svg>
  );
}

function Footer() {
  return (
    <footer class="footer">
      <div class="wrap footer-grid">
        <div>
          <p class="logo">
            <Mark />
            <span>
              Tarn <i>&amp;</i> Tram
            </span>
          </p>
          <p>Goods for people who look at the sky before they look at the clock.</p>
        </div>
        <nav aria-label="All departments">
          <h2>Shop</h2>
          <ul class="footer-departments">
            {DEPARTMENTS.map((department) => (
              <li>
                <a href={department.address}>{department.name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label="About the shop">
          <h2>The shop</h2>
          <ul>
            <li>
              <a href="/demo/about">About us</a>
            </li>
            <li>
              <a href="/demo/about#makers">Our makers</a>
            </li>
            <li>
              <a href="/demo/about#delivery">Delivery &amp; returns</a>
            </li>
            <li>
              <a href="/demo/cart">Your cart</a>
            </li>
          </ul>
        </nav>
      </div>
      <p class="wrap footer-note">
        A demonstration shop. The goods, the makers and the customers are invented, and nothing is sold.
      </p>
    </footer>
  );
}
