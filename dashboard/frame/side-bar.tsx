/** Where one can go; on a narrow screen it is a bar with a menu. */

import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { type Session, signOut } from "../api/session.ts";
import { readSetup } from "../api/setup.ts";
import { toastError } from "../parts/toast.tsx";
import { GoToButton } from "./go-to-button.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { useMay, useSessionState } from "./session-state.tsx";
import { SiteSwitch } from "./site-switch.tsx";
import { applyTheme, storedTheme, THEMES, type Theme } from "./theme.ts";
import { WaitingCount } from "./waiting-count.tsx";

interface Place {
  href: string;
  name: string;
  icon: IconName;
}
/** Stands first as long as something is left to do. */
const SETUP: Place = { href: "/dashboard/setup", name: "Set up", icon: "setup" };
const PLACES: Place[] = [
  { href: "/dashboard/", name: "Overview", icon: "overview" },
  { href: "/dashboard/conversations", name: "Conversations", icon: "conversations" },
  { href: "/dashboard/strategies", name: "Strategies", icon: "strategies" },
  { href: "/dashboard/policies", name: "Policies", icon: "policies" },
  { href: "/dashboard/experiments", name: "Experiments", icon: "experiments" },
  { href: "/dashboard/gaps", name: "Content gaps", icon: "gaps" },
  { href: "/dashboard/catalog", name: "Catalog", icon: "catalog" },
  { href: "/dashboard/agent", name: "Agent", icon: "agent" },
  { href: "/dashboard/people", name: "People", icon: "people" },
];

export function SideBar({ session: { site, member } }: { session: Session }) {
  const { path } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const isSetupOpen = useOpenSetup(path);
  // Whoever has gone somewhere has done with the menu.
  useEffect(() => setOpen(false), [path]);
  return (
    <header class="side" {...(isOpen && { "data-open": true })}>
      <div class="side-top">
        <SiteSwitch site={site} />
        <button
          type="button"
          class="side-menu-button"
          aria-expanded={isOpen}
          aria-controls="places"
          aria-label="Menu"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? "close" : "menu"} />
        </button>
      </div>
      <nav id="places" class="side-links" aria-label="Dashboard">
        <GoToButton places={[SETUP, ...PLACES]} />
        {isSetupOpen && <PlaceLink place={SETUP} path={path} />}
        {PLACES.map((place) => (
          <PlaceLink key={place.href} place={place} path={path} />
        ))}
      </nav>
      <div class="side-foot">
        <div class="side-who small">
          <span>{member.email}</span>
          <span class="faint">{member.role}</span>
        </div>
        <ThemeButton />
        <SignOutButton />
      </div>
    </header>
  );
}

function PlaceLink({ place: { href, name, icon }, path }: { place: Place; path: string }) {
  return (
    <a href={href} {...(isWithin(path, href) && { "aria-current": "page" as const })}>
      <Icon name={icon} />
      {name}
      {icon === "conversations" && <WaitingCount />}
    </a>
  );
}

/** Is there something left to set up? Looked at whenever one goes somewhere, until there is not. */
function useOpenSetup(path: string): boolean {
  const maySetUp = useMay("editor");
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!maySetUp || isDone) return;
    const asking = new AbortController();
    readSetup(asking.signal).then(
      ({ isComplete }) => {
        setOpen(!isComplete);
        setDone(isComplete);
      },
      // The pages themselves say what is wrong with the server.
      () => {},
    );
    return () => asking.abort();
  }, [path, maySetUp, isDone]);
  return isOpen;
}

function isWithin(path: string, href: string): boolean {
  const place = href.replace(/\/$/, "");
  return place === "/dashboard" ? path === place : path === place || path.startsWith(`${place}/`);
}

const THEME_NAMES: Record<Theme, string> = { system: "As the system", light: "Light", dark: "Dark" };

function ThemeButton() {
  const [theme, setTheme] = useState(storedTheme);
  const next = () => {
    const following = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
    applyTheme(following);
    setTheme(following);
  };
  return (
    <button type="button" onClick={next} aria-label={`Colours: ${THEME_NAMES[theme]}. Change`}>
      <Icon name={theme} />
      {THEME_NAMES[theme]}
    </button>
  );
}

function SignOutButton() {
  const { enter } = useSessionState();
  return (
    <button type="button" onClick={() => signOut("here").then(() => enter(null), toastError)}>
      <Icon name="out" />
      Sign out
    </button>
  );
}
