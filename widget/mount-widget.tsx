/** The panel chunk: puts session, opening, page and panel together for one embed. */
import { render } from "preact";
import type { Opening as OpeningFacts, PanelState } from "../shared/shopper-socket.ts";
import type { Embed } from "./embed-types.ts";
import { firstTab } from "./opening/first-tab.ts";
import { afterOpening, mayOpen } from "./opening/opening-rules.ts";
import { type Opening, type PageTold, startOpening } from "./opening/start-opening.ts";
import { fetchSiteConfig } from "./page/fetch-site-config.ts";
import { runCommand } from "./page/run-command.ts";
import { watchLifecycle } from "./page/watch-lifecycle.ts";
import { watchNavigation } from "./page/watch-navigation.ts";
import { watchScreen } from "./panel/watch-screen.ts";
import { createId } from "./session/create-id.ts";
import { sendBeacon } from "./session/send-beacon.ts";
import { createSession } from "./session/session.ts";
import { connectShopperSocket } from "./session/shopper-socket.ts";
import { createCommands } from "./shell/create-commands.ts";
import { createPanelActions, openingHistory } from "./shell/create-panel-actions.ts";
import { drawWidget } from "./shell/draw-widget.tsx";
import { hearSession } from "./shell/hear-session.ts";
import { panelStyles } from "./shell/panel-styles.ts";
import { createShell, currentPage } from "./shell/shell.ts";

export function mountWidget(embed: Embed): void {
  const { attributes, host, root, server } = embed;
  const shell = createShell(embed);
  const { site, inPlace, visitor, tab, events } = shell;
  let opening: Opening | null = null;
  const told: PageTold = { cartItems: 0, emptySearch: null };

  const mountPoint = document.createElement("div");
  mountPoint.className = "overture";
  mountPoint.lang = "en";
  embed.adoptStyles(panelStyles);
  root.append(mountPoint);

  const session = createSession({
    connectSocket: (handshake) => connectShopperSocket(server, handshake),
    visitor,
    lock: shell.storageKey,
    tab,
    situation() {
      const { locale, identity } = shell;
      return {
        siteKey: site,
        page: currentPage(shell),
        ...(locale && { locale }),
        ...(identity && { identity }),
      };
    },
    panel: panelState,
    onChange(view, event) {
      hearSession(shell, view, event);
      if (event.type === "turn-end") measure();
      draw();
    },
    onRefusal(code) {
      events.emit("error", { code });
      measure();
    },
  });
  const actions = createPanelActions(shell, session, drawNow);
  const commands = createCommands(shell, session, actions, {
    redraw: draw,
    pageStated: () => opening?.restart(),
    cart(items) {
      told.cartItems = items;
    },
    searchFailed(query) {
      told.emptySearch = query;
    },
    destroy,
  });

  let isDrawing = false;
  /** Many events may come at once; they are drawn together. */
  function draw(): void {
    if (isDrawing) return;
    isDrawing = true;
    queueMicrotask(() => {
      isDrawing = false;
      drawNow();
    });
  }
  function drawNow(): void {
    if (mountPoint.parentNode) drawWidget(shell, session.view, actions, mountPoint);
  }

  /** For who is known to us, and where it can't be fetched, not at all. */
  function measure(): void {
    if (visitor.read().token)
      import("./measure/measure.ts").then(
        (chunk) => chunk.measure(shell, createId),
        () => undefined,
      );
  }

  function speakFirst(facts?: OpeningFacts): void {
    shell.awaitsOpening = true;
    session.connect(facts);
    // Where it can't be fetched, the dot on the launcher tells that something was said.
    import("./teaser/teaser.tsx").then(
      ({ Teaser, teaserCss }) => {
        if (!shell.Teaser) embed.adoptStyles(teaserCss);
        shell.Teaser = Teaser;
        draw();
      },
      () => undefined,
    );
  }
  function panelState(): PanelState {
    if (!shell.open) return "closed";
    return document.visibilityState === "visible" ? "open" : "hidden";
  }

  const stops = [
    session.disconnect,
    () => opening?.stop(),
    watchScreen(host, (small) => {
      shell.sheet = small;
      draw();
    }),
    watchNavigation(() => {
      shell.statedPage = {};
      told.emptySearch = null;
      shell.teaser = null;
      // An app that rebuilds the whole document must not lose the widget.
      if (!inPlace && !host.isConnected) document.documentElement.append(host);
      session.viewPage(currentPage(shell));
      opening?.restart();
      draw();
    }),
    watchLifecycle(shell.storageKey, {
      onLeave(cached) {
        sendBeacon(server, site, visitor.read().token, tab.read());
        if (cached) session.disconnect();
      },
      onReturn: session.reconnect,
      onWake: session.wake,
      onSight: () => session.attend({ panel: panelState() }),
      onErased: session.hearErased,
    }),
  ];

  function destroy(): void {
    for (const stop of stops) stop();
    render(null, mountPoint);
    mountPoint.remove();
    if (!inPlace) host.remove();
    const embeds = window.overture?.embeds;
    embeds?.splice(embeds.indexOf(embed), 1);
  }

  embed.run = (call) => {
    try {
      runCommand(call, commands, events);
    } catch (error) {
      console.error(error);
    }
  };

  async function start(): Promise<void> {
    const { open: leftOpen, conversation } = tab.read();
    if (inPlace) connectWhenSeen(host, session.connect);
    else if (leftOpen || "open" in attributes) actions.restore();
    draw();
    for (const call of embed.calls.splice(0)) embed.run(call);
    events.emit("ready");
    const { token, seenAt } = visitor.read();
    // Who never talked to us leaves no trace of having been here.
    if (token) visitor.write({ seenAt: Date.now() });
    measure();
    shell.config = await fetchSiteConfig(server, site);
    draw();
    if (!shell.config || inPlace) return;
    const rules = shell.config.opening;
    const isWelcome = () =>
      !shell.open &&
      !shell.teaser &&
      !shell.awaitsOpening &&
      !tab.read().opened &&
      mayOpen(openingHistory(shell), Date.now());
    opening = startOpening({
      rules,
      told,
      sku: () => currentPage(shell).sku,
      mayOpen: isWelcome,
      awayMs: (token && seenAt && Date.now() - seenAt) || 0,
      onReason(facts) {
        firstTab(`${shell.storageKey}:opening`, isWelcome, () => {
          visitor.write(afterOpening(openingHistory(shell), Date.now(), rules));
          speakFirst(facts);
        });
      },
    });
    // The shopper had moved on before the agent's first words came.
    const isUnheard = conversation && !conversation.lines.some((line) => line.type === "agent");
    if (isUnheard && !shell.open) speakFirst();
  }
  void start();
}

function connectWhenSeen(host: HTMLElement, connect: () => void): void {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    connect();
  });
  seen.observe(host);
}
