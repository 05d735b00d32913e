/**
 * The loader: everything a page pays for before a shopper wants to talk. It draws the launcher, queues calls, and
 * fetches the panel chunk when the page is idle, the launcher is hovered, or a call needs it. It shares no code with
 * that chunk, keeps no storage, and swallows its own failures: a broken widget must not break the shop.
 */
import type { Call, Embed, HoldoutChunk, Overture, PanelChunk } from "./embed-types.ts";
import { adoptStyles } from "./launcher/adopt-styles.ts";
import { launcherCss } from "./launcher/launcher.css.ts";
import { drawLauncher } from "./launcher/launcher.ts";

/** The hashed names of the chunks, put in by the build. */
declare const PANEL_FILE: string;
declare const HOLDOUT_FILE: string;

const WANTS_PANEL = /^(open|toggle|send|show|hide|destroy)$/;

function embed(element: Element, base: string, embeds: Embed[], place?: HTMLElement): void {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) attributes[name.replace("data-", "")] ||= value;
  const site = attributes.site;
  if (!site || (!place && embeds.some((other) => other.launcher && other.attributes.site === site))) return;

  const host = place ?? document.createElement("overture-widget");
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  // The URL is absolute because a script from another origin has no base of its own to resolve imports against.
  const fetchChunk = (file: string) => import(/* @vite-ignore */ new URL(file, base).href);
  // While it is asked whether this visitor is shown the widget at all, nothing is drawn or loaded.
  let loading = "holdout" in attributes;
  const load = () => {
    if (loading) return;
    loading = true;
    fetchChunk(PANEL_FILE).then(
      (chunk: PanelChunk) => chunk.mountWidget(widget),
      () => {
        loading = false;
      },
    );
  };
  const widget: Embed = {
    attributes,
    server: (attributes.server ?? base).replace(/\/$/, ""),
    host,
    root,
    adoptStyles: (css) => adoptStyles(root, css, attributes.nonce),
    launcher: place ? null : drawLauncher(root, host, attributes, load, () => widget.run(["open"])),
    calls: [],
    run(call) {
      widget.calls.push(call);
      if (WANTS_PANEL.test(String(call[0]))) load();
    },
  };
  embeds.push(widget);
  const show = () => {
    loading = false;
    if (!place) {
      widget.adoptStyles(launcherCss);
      // Beside the body rather than in it: frameworks that swap the body leave the widget alone.
      document.documentElement.append(host);
    }
    if (place || "open" in attributes || isLeftOpen(site)) load();
    else whenIdle(load);
  };
  if (loading)
    fetchChunk(HOLDOUT_FILE).then(
      (chunk: HoldoutChunk) => chunk.askForWidget(widget, show),
      () => undefined,
    );
  else show();
}

function isLeftOpen(site: string): boolean {
  try {
    return !!sessionStorage.getItem(`overture:${site}`)?.includes('"open":true');
  } catch {
    return false;
  }
}

function whenIdle(then: () => void): void {
  const wait = () => (window.requestIdleCallback ?? setTimeout)(then);
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait);
}

function start(): void {
  const script = document.currentScript ?? document.querySelector("script[data-site]");
  if (!(script instanceof HTMLScriptElement)) return;
  const base = new URL(".", script.src).href;
  const begin = () => {
    // Looked up only now: another script of ours may have waited for the body too.
    const stub = window.overture;
    const embeds = stub?.embeds ?? [];
    embed(script, base, embeds);
    if (stub?.embeds) return;
    window.overture = Object.assign(
      (...call: Call) => {
        for (const widget of [...embeds]) widget.run(call);
      },
      { embeds },
    ) satisfies Overture;
    customElements.define(
      "overture-chat",
      class extends HTMLElement {
        connectedCallback() {
          embed(this, base, embeds, this);
        }
        disconnectedCallback() {
          for (const widget of [...embeds]) if (widget.host === this) widget.run(["destroy"]);
        }
      },
    );
    for (const call of stub?.q ?? []) window.overture(...Array.from(call));
  };
  if (document.body) begin();
  else addEventListener("DOMContentLoaded", begin);
}

try {
  start();
} catch {}
