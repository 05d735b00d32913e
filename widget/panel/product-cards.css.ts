export const productCardsCss = `
.cards {
  display: flex;
  gap: 12px;
  margin: 14px -20px 0;
  padding: 2px 0 8px;
  padding-inline: 46px 20px;
  overflow-x: auto;
  scroll-snap-type: x proximity;
  scroll-padding-inline: 46px 20px;
  scrollbar-width: none;
}
.card {
  position: relative;
  flex: 0 0 157px;
  display: flex;
  flex-direction: column;
  border: 1px solid var(--line);
  border-radius: 16px;
  overflow: hidden;
  scroll-snap-align: start;
}
.card:has(a:focus-visible) {
  outline: 2px solid var(--accent-ink);
  outline-offset: 1px;
}
.card a:focus-visible {
  outline: none;
}
.picture {
  display: block;
  width: 100%;
  aspect-ratio: 1;
  object-fit: cover;
  background: #f6f5f2;
}
.about {
  flex: 1;
  display: flex;
  flex-direction: column;
  gap: 3px;
  padding: 11px 13px 13px;
}
.title {
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  font-size: 14px;
  font-weight: 600;
  line-height: 1.35;
}
.title a::after {
  content: "";
  position: absolute;
  inset: 0;
}
.price {
  font-size: 14px;
}
.price s {
  margin-inline-start: 6px;
  color: var(--muted);
}
.rating {
  display: flex;
  align-items: center;
  gap: 4px;
}
.star {
  fill: #c98a1b;
}
.why {
  margin-top: 5px;
  padding-top: 8px;
  border-top: 1px solid var(--line);
  color: var(--ink);
}
.add {
  position: relative;
  z-index: 1;
  margin-top: auto;
}
.card.single {
  flex: 1;
  flex-direction: row;
}
.single .picture {
  width: 116px;
  aspect-ratio: auto;
  flex: none;
}
.compare {
  overflow-x: auto;
  margin-top: 10px;
  padding-inline-start: 26px;
}
.compare table {
  border-collapse: collapse;
}
.compare th,
.compare td {
  padding: 6px 8px;
  border-top: 1px solid var(--line);
  text-align: start;
  overflow-wrap: break-word;
}
`;
