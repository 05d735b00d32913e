import { useLocation } from "preact-iso/router";

const TABS = [
  { href: "/dashboard/policies", name: "Versions" },
  { href: "/dashboard/policies/what-if", name: "What if" },
  { href: "/dashboard/policies/weights", name: "Weights and bans" },
] as const;

/** The places within "Policies"; each has an address. */
export function PolicyTabs() {
  const { path } = useLocation();
  return (
    <nav class="policy-tabs" aria-label="Policies">
      {TABS.map(({ href, name }) => (
        <a key={href} href={href} {...(path === href && { "aria-current": "page" as const })}>
          {name}
        </a>
      ))}
    </nav>
  );
}
