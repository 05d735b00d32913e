/** @jsxImportSource hono/jsx */
export function MissingPage() {
  return (
    <div class="wrap page-head">
      <h1>This path ends here</h1>
      <p>
        The page has moved or never was. <a href="/demo/">Back to the shop</a>
      </p>
    </div>
  );
}
