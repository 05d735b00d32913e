/** The way from an empty shop to the first shopper; each step says by itself when it is done. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { countProducts } from "../../api/catalog.ts";
import { readSetup, type SetupProgress } from "../../api/setup.ts";
import { readSite } from "../../api/sites.ts";
import { Icon } from "../../frame/icons.tsx";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { tellAgo, tellCount } from "../../parts/format.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { TryAgent } from "../../parts/try-agent.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { Snippet } from "./snippet.tsx";
import "./setup.css";

const LOOKED_AT_EVERY_MS = 3_000;

export default function Setup() {
  const setup = useResource("setup progress", readSetup, { refreshMs: LOOKED_AT_EVERY_MS });
  return (
    <>
      <PageHead
        title="Set up"
        about="From your catalog to the first shopper. This page notices by itself what is done."
      />
      <Loaded resource={setup}>{(progress) => <Steps progress={progress} />}</Loaded>
    </>
  );
}

function Steps({ progress }: { progress: SetupProgress }) {
  const { isStocked, triedAt, sightings, firstShopperAt, isComplete } = progress;
  return (
    <>
      {isComplete && (
        <p class="notice notice-done">
          All is set up. What comes of it stands in the <a href="/dashboard/">overview</a>; here you can look
          after it again at any time.
        </p>
      )}
      <ol class="steps">
        <Step place={1} title="Bring in your catalog" isDone={isStocked}>
          <CatalogStep isStocked={isStocked} />
        </Step>
        <Step place={2} title="Try the assistant on it" isDone={triedAt !== null}>
          <TryStep isStocked={isStocked} triedAt={triedAt} />
        </Step>
        <Step place={3} title="Put the script tag on your pages" isDone={sightings.length > 0}>
          <ScriptStep sightings={sightings} />
        </Step>
        <Step place={4} title="The first shopper" isDone={firstShopperAt !== null}>
          {firstShopperAt === null ? (
            <p class="soft">
              {sightings.length > 0
                ? "The assistant is there. Write to it on your own page, or wait for somebody who does: whoever writes first is told here."
                : "Nobody has written yet. Shoppers can as soon as the script tag is on your pages."}
            </p>
          ) : (
            <p class="soft">
              Began to talk {tellAgo(firstShopperAt)}.{" "}
              <a href="/dashboard/conversations">Read the conversations</a>
            </p>
          )}
        </Step>
      </ol>
    </>
  );
}

function Step({
  place,
  title,
  isDone,
  children,
}: {
  place: number;
  title: string;
  isDone: boolean;
  children: ComponentChildren;
}) {
  return (
    <li class="step" {...(isDone && { "data-done": true })}>
      <span class="step-mark">
        {isDone ? <Icon name="check" /> : place}
        <span class="visually-hidden">{isDone ? ": done" : ": to do"}</span>
      </span>
      <div class="step-body">
        <h2>{title}</h2>
        {children}
      </div>
    </li>
  );
}

function CatalogStep({ isStocked }: { isStocked: boolean }) {
  const counts = useResource(`counts ${isStocked}`, countProducts);
  const { visible = 0, hidden = 0 } = counts.data ?? {};
  return (
    <>
      <p class="soft">
        {!isStocked
          ? "An export of Shopify or WooCommerce, a Google Merchant feed, or a table of your own. You see what comes of it before anything is changed."
          : counts.data === null
            ? "The assistant knows your products."
            : `The assistant knows ${tellCount(visible)} products${hidden > 0 ? `; ${tellCount(hidden)} are hidden` : ""}.`}
      </p>
      <div>
        <ButtonLink href="/dashboard/catalog" kind={isStocked ? "plain" : "primary"}>
          {isStocked ? "Look after the catalog" : "Import the catalog"}
        </ButtonLink>
      </div>
    </>
  );
}

function TryStep({ isStocked, triedAt }: { isStocked: boolean; triedAt: string | null }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p class="soft">
        {triedAt === null
          ? "The real assistant on a page with some of your products, here in the dashboard. Nobody else sees it."
          : `Last tried ${tellAgo(triedAt)}.`}
      </p>
      {isOpen ? (
        <TryAgent />
      ) : (
        <div>
          <Button
            kind={isStocked && triedAt === null ? "primary" : "plain"}
            disabled={!isStocked}
            onClick={() => setOpen(true)}
          >
            Try it
          </Button>
        </div>
      )}
    </>
  );
}

function ScriptStep({ sightings }: { sightings: SetupProgress["sightings"] }) {
  const site = useResource("site", readSite);
  return (
    <>
      <p class="soft">
        This line goes on every page of the shop, before the end of its body. In Shopify: Online Store,
        Themes, Edit code, theme.liquid. In WooCommerce: a plugin for scripts in the footer.
      </p>
      <Loaded resource={site}>
        {({ siteKey, origins }) => (
          <>
            <Snippet siteKey={siteKey} />
            {sightings.length === 0 ? (
              <div class="notice waiting">
                <span class="pulse" aria-hidden="true" />
                <p>
                  Waiting to see it on {origins.length === 0 ? "your pages" : origins.join(", ")}. Open one of
                  them, and it is noticed within seconds. Are your pages elsewhere?{" "}
                  <a href="/dashboard/shop">Add their address</a>
                </p>
              </div>
            ) : (
              <ul class="rows sightings">
                {sightings.map(({ origin, page, firstSeenAt, lastSeenAt }) => (
                  <li key={origin}>
                    <span>
                      <strong>{page ?? origin}</strong>
                      <span class="small soft">First seen {tellAgo(firstSeenAt)}</span>
                    </span>
                    <span class="small soft nowrap">Seen {tellAgo(lastSeenAt)}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
