/** The panel chunk: puts session, opening, page and panel together for one embed. */
import { render } from "preact";
import type { Page, Signal } from "../shared/shopper-socket.ts";
import type { SiteConfig } from "../shared/site-config.ts";
import type { Embed } from "./embed-types.ts";
import { afterDismissal, afterOpening, mayOpen, type OpeningHistory } from "./opening/opening-rules.ts";
import { type Opening, startOpening } from "./opening/start-opening.ts";
import { fetchSiteConfig } from "./page/fetch-site-config.ts";
import { createPageEvents } from "./page/page-events.ts";
import { readPage } from "./page/read-page.ts";
import { type Commands, runCommand } from "./page/run-command.ts";
import { watchLifecycle } from "./page/watch-lifecycle.ts";
import { watchNavigation } from "./page/watch-navigation.ts";
import { closeOnBack } from "./panel/close-on-back.ts";
import type { PanelActions, PanelModel } from "./panel/panel-model.ts";
import { watchScreen } from "./panel/watch-screen.ts";
import { words } from "./panel/words.ts";
import { downloadText, writeTranscript } from "./panel/write-transcript.ts";
import type { TabMemory, VisitorMemory } from "./session/remembered.ts";
import { sendBeacon } from "./session/send-beacon.ts";
import { createSession } from "./session/session.ts";
import { createShelf } from "./session/shelf.ts";
import { connectShopperSocket } from "./session/shopper-socket.ts";
import type { AgentLine, View, ViewEvent } from "./session/view.ts";
import { adoptStyles } from "./styles.ts";
import { applyTheme } from "./theme/apply-theme.ts";
import { Widget } from "./widget.tsx";

export function mountWidget(embed: Embed): void {
  const { attributes, host, root, launcher, server } = embed;
  const site = attributes.site ?? "";
  const inPlace = launcher === null;
  const visitor = createShelf<VisitorMemory>(() => localStorage, `overture:${site}`);
  const tab = createShelf<TabMemory>(() => sessionStorage, `overture:${site}${inPlace ? ":in-place" : ""}`);
  const events = createPageEvents();

  let config: SiteConfig | null = null;
  let opening: Opening | null = null;
  /** The agent was asked to speak first, and its words belong beside the launcher. */
  let awaitsOpening = false;
  let open = inPlace;
  let takesFocus = false;
  let sheet = false;
  let teaser: AgentLine | null = null;
  let announcement = "";
  let returnFocusTo: HTMLElement | null = null;
  let stopWatchingBack = () => {};
  let identity: { userId: string; hash: string } | undefined;
  let { locale, theme } = attributes;
  let stated: Partial<Page> = attributes.sku ? { sku: attributes.sku } : {};

  const mountPoint = document.createElement("div");
  mountPoint.className = "overture";
  mountPoint.lang = "en";
  adoptStyles(root, attributes.nonce);
  root.append(mountPoint);

  const currentPage = (): Page => ({ ...readPage(), ...stated });
  const session = createSession({
    connectSocket: (handshake) => connectShopperSocket(server, handshake),
    visitor,
    tab,
    situation: () => ({
      siteKey: site,
      page: currentPage(),
      ...(locale && { locale }),
      ...(identity && { identity }),
    }),
    onChange: hear,
    onRefusal: (code) => events.emit("error", { code }),
  });

  function hear(view: View, event: ViewEvent): void {
    switch (event.type) {
      case "conversation-opened":
        // What was said before this tab came to the talk isn't news.
        if (tab.read().seenSeq === undefined) tab.write({ seenSeq: event.seq });
        break;
      case "turn-end": {
        const { turnId, text, cards, seq } = event;
        events.emit("turn", { turnId, text, cards });
        if (open) tab.write({ seenSeq: seq });
        else if (awaitsOpening)
          teaser = view.lines.find((line) => line.type === "agent" && line.turnId === turnId) as AgentLine;
        if (open || awaitsOpening)
          announcement = [text, ...cards.map((card) => `${card.title}, ${card.price.text}`)].join(" ");
        awaitsOpening = false;
        break;
      }
      case "message-acknowledged":
        events.emit("message", { id: event.id });
        break;
      case "notice":
        announcement = words.notices[event.notice];
        break;
    }
    draw();
  }

  const actions: PanelActions = {
    open() {
      showPanel(true);
      session.connect();
      session.signal({ type: "panel-open" });
      events.emit("open");
    },
    close() {
      if (!open || inPlace) return;
      open = false;
      stopWatchingBack();
      tab.write({ open: false });
      session.signal({ type: "panel-close" });
      drawNow();
      (returnFocusTo?.isConnected ? returnFocusTo : launcher)?.focus();
      events.emit("close");
    },
    say: (text) => session.say(text.slice(0, 2_000)),
    retry: session.retry,
    keepDraft: (draft) => tab.write({ draft }),
    dismissTeaser() {
      teaser = null;
      awaitsOpening = false;
      visitor.write(afterDismissal(openingHistory(), Date.now()));
      tab.write({ seenSeq: session.view.seq });
      session.signal({ type: "opening-dismiss" });
      draw();
      launcher?.focus();
    },
    viewCard: ({ sku }, turnId) => session.signal({ type: "card-view", sku, turnId }),
    clickCard({ sku, url }, turnId) {
      session.signal({ type: "card-click", sku, turnId });
      // A full screen would cover the product that was asked for; the talk waits behind the launcher.
      if (sheet && !inPlace) tab.write({ open: false });
      return events.emit("card-click", { sku, url, turnId });
    },
    addToCart({ sku, url }, turnId) {
      if (events.emit("cart-add", { sku, url, turnId })) location.assign(url);
      else session.signal({ type: "cart-add", sku, turnId });
    },
    askPerson: () => void session.askPerson(),
    downloadTranscript: () =>
      downloadText(writeTranscript(session.view.lines, agentName()), "conversation.txt"),
    startOver: session.startOver,
    erase: session.erase,
  };

  function showPanel(asked: boolean): void {
    if (open) return;
    const active = document.activeElement;
    returnFocusTo =
      active instanceof HTMLElement && active !== document.body && active !== host ? active : null;
    open = true;
    takesFocus = asked;
    teaser = null;
    awaitsOpening = false;
    if (sheet) stopWatchingBack = closeOnBack(actions.close);
    tab.write({ open: true, opened: true, seenSeq: session.view.seq });
    draw();
  }

  const openingHistory = (): OpeningHistory => ({ dismissals: [], quietUntil: 0, ...visitor.read() });
  const agentName = () => session.view.agent?.name ?? config?.agent.name ?? words.assistant;
  const side = () => attributes.position ?? config?.theme.position ?? "right";

  function model(): PanelModel {
    const { view } = session;
    const { seenSeq = 0, draft = "" } = tab.read();
    const agent = view.agent ?? config?.agent;
    return {
      view,
      agentName: agentName(),
      avatarUrl: agent?.avatarUrl,
      disclosure: agent?.disclosure ?? "",
      open,
      inPlace,
      sheet,
      teaser,
      takesFocus,
      unread: view.lines.some((line) => line.type === "agent" && line.seq > seenSeq),
      announcement,
      draft,
      takesCartAdd: events.hears("cart-add"),
    };
  }

  let drawing = false;
  /** Many events may come at once; they are drawn together. */
  function draw(): void {
    if (drawing) return;
    drawing = true;
    queueMicrotask(() => {
      drawing = false;
      if (!mountPoint.isConnected) return;
      drawNow();
    });
  }

  function drawNow(): void {
    const drawn = model();
    applyTheme({
      host,
      mountPoint,
      accent: attributes.accent ?? config?.theme.accent,
      scheme: theme ?? config?.theme.scheme,
      locale,
    });
    host.style.setProperty(
      "--overture-z-index",
      sheet && open ? "2147483647" : (attributes["z-index"] ?? "1000"),
    );
    render(<Widget model={drawn} actions={actions} />, mountPoint);
    mountPoint.dataset.side = side();
    if (!launcher) return;
    launcher.style.display = open ? "none" : "";
    launcher.ariaExpanded = String(open);
    launcher.classList.toggle("left", side() === "left");
  }

  const reconnect = () => {
    if (session.view.connection === "idle") return;
    session.disconnect();
    session.connect();
  };

  const commands: Commands = {
    open: actions.open,
    close: actions.close,
    toggle: () => (open ? actions.close() : actions.open()),
    show: () => host.removeAttribute("hidden"),
    hide: () => host.setAttribute("hidden", ""),
    send(text) {
      actions.open();
      actions.say(text);
    },
    page(page) {
      stated = { ...stated, ...page };
      session.viewPage(currentPage());
      opening?.restart();
    },
    trackCart: (items) => opening?.setCartItems(items),
    trackSignal(signal: Omit<Signal, "id">) {
      // Somebody who never talked to us is nobody to us.
      if (visitor.read().token) session.signal(signal);
    },
    identify(userId, hash) {
      identity = { userId, hash };
      reconnect();
    },
    locale(next) {
      locale = next;
      draw();
    },
    theme(next) {
      theme = next;
      draw();
    },
    destroy() {
      for (const stop of stops) stop();
      render(null, mountPoint);
      mountPoint.remove();
      if (!inPlace) host.remove();
      const embeds = window.overture?.embeds;
      embeds?.splice(embeds.indexOf(embed), 1);
    },
  };

  const stops = [
    () => session.disconnect(),
    () => opening?.stop(),
    () => stopWatchingBack(),
    watchScreen(host, (small) => {
      sheet = small;
      draw();
    }),
    watchNavigation(() => {
      stated = {};
      teaser = null;
      // An app that rebuilds the whole document must not lose the widget.
      if (!inPlace && !host.isConnected) document.documentElement.append(host);
      session.viewPage(currentPage());
      opening?.restart();
      draw();
    }),
    watchLifecycle({
      onLeave(cached) {
        sendBeacon(server, site, visitor.read().token, tab.read());
        if (cached) session.disconnect();
      },
      onReturn: reconnect,
      onWake: session.wake,
    }),
  ];

  embed.run = (call) => {
    try {
      runCommand(call, commands, events);
    } catch (error) {
      console.error(error);
    }
  };

  async function start(): Promise<void> {
    const { open: leftOpen, conversation } = tab.read();
    if (inPlace) {
      connectWhenSeen(host, session.connect);
    } else if (leftOpen || "open" in attributes) {
      showPanel(false);
      session.connect();
    }
    draw();
    for (const call of embed.calls.splice(0)) embed.run(call);
    events.emit("ready");
    config = await fetchSiteConfig(server, site);
    draw();
    if (!config || inPlace) return;
    opening = startOpening({
      rules: config.opening,
      sku: () => currentPage().sku,
      mayOpen: () => !open && !tab.read().opened && mayOpen(openingHistory(), Date.now()),
      onReason() {
        visitor.write(afterOpening(openingHistory(), Date.now()));
        awaitsOpening = true;
        session.connect();
      },
    });
    // The shopper had moved on before the agent's first words came.
    const unheard = conversation && !conversation.lines.some((line) => line.type === "agent");
    if (unheard && !open) {
      awaitsOpening = true;
      session.connect();
    }
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
