/** A file at an address that is fetched again and again, so that the catalog stays as the shop is. */
import { useState } from "preact/hooks";
import { pullFeed, readFeed, removeFeed, type ShownFeed, setFeed } from "../../api/catalog.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { tellAgo, tellMinute } from "../../parts/format.ts";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { FORMAT_CHOICES } from "./field-names.ts";

type Wanted = Pick<ShownFeed, "url" | "every" | "format" | "replace">;

const INTERVALS = [
  { value: "15m", name: "Every quarter of an hour" },
  { value: "1h", name: "Every hour" },
  { value: "6h", name: "Every six hours" },
  { value: "1d", name: "Every day" },
];

/** @param onPulled when the catalog may have changed. */
export function Feed({ onPulled }: { onPulled: () => void }) {
  const feed = useResource("feed", readFeed);
  return (
    <section class="card feed" aria-labelledby="feed">
      <div class="card-head">
        <h2 id="feed">Feed</h2>
      </div>
      <div class="card-body">
        <Loaded resource={feed}>
          {({ feed: held }) => (
            <FeedForm
              key={held?.url ?? ""}
              held={held}
              onChanged={() => {
                feed.reload();
                onPulled();
              }}
            />
          )}
        </Loaded>
      </div>
    </section>
  );
}

function FeedForm({ held, onChanged }: { held: ShownFeed | null; onChanged: () => void }) {
  const mayChange = useMay("editor");
  const [wanted, setWanted] = useState<Wanted>(
    held ?? { url: "", every: "1h", format: "auto", replace: true },
  );
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const set = (change: Partial<Wanted>) => setWanted({ ...wanted, ...change });
  const { url, every, format, replace } = wanted;
  const save = async (feed: Wanted) => {
    const { url: address, every: interval, format: kind, replace: replaces } = feed;
    await setFeed({ url: address, every: interval, format: kind, replace: replaces });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setError(null);
    try {
      await save(wanted);
      toast("The feed is set. It is fetched within a minute.");
      onChanged();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
    }
  };
  const remove = () =>
    removeFeed().then(() => {
      onChanged();
      // An address with a password in it is never shown whole, so it cannot be put back either.
      const canReturn = held !== null && !held.url.includes(":***@");
      toast(
        "The feed is removed; its products stay.",
        canReturn ? () => save(held).then(onChanged, toastError) : null,
      );
    }, toastError);
  const pull = () => {
    setBusy(true);
    pullFeed()
      .then(() => toast("Fetched."), toastError)
      .then(() => {
        setBusy(false);
        onChanged();
      });
  };
  const intervals = INTERVALS.some(({ value }) => value === every)
    ? INTERVALS
    : [...INTERVALS, { value: every, name: `Every ${every}` }];
  return (
    <form class="form" onSubmit={submit}>
      {held === null ? (
        <p class="soft">
          Has your shop an address where its catalog always lies, such as a Google Merchant feed? It is
          fetched as often as you say, and what changed is taken up.
        </p>
      ) : (
        <FeedState feed={held} />
      )}
      <Field
        label="Address"
        required
        disabled={!mayChange}
        value={url}
        onValue={(value) => set({ url: value })}
        placeholder="https://shop.example/feed.xml"
        error={error}
      />
      <div class="field-pair">
        <Select
          label="How often"
          value={every}
          options={intervals}
          onValue={(value) => set({ every: value })}
        />
        <Select
          label="What it is"
          value={format}
          options={FORMAT_CHOICES}
          onValue={(value) => set({ format: value })}
        />
      </div>
      <div class="checks">
        <label>
          <input
            type="checkbox"
            checked={replace}
            disabled={!mayChange}
            onChange={(event) => set({ replace: event.currentTarget.checked })}
          />
          Hide products that the feed leaves out
        </label>
      </div>
      {mayChange && (
        <div class="page-actions">
          <Button kind={held ? "plain" : "primary"} type="submit">
            {held ? "Save" : "Set the feed"}
          </Button>
          {held && (
            <>
              <Button onClick={pull} disabled={isBusy}>
                {isBusy ? "Fetching…" : "Fetch it now"}
              </Button>
              <Button kind="danger" onClick={remove}>
                Remove
              </Button>
            </>
          )}
        </div>
      )}
    </form>
  );
}

function FeedState({ feed: { lastAt, lastCode, lastMessage, nextAt } }: { feed: ShownFeed }) {
  const isGood = lastCode === null || lastCode === "import/applied" || lastCode === "feed/unchanged";
  return (
    <p class={isGood ? "notice" : "notice notice-warn"}>
      {lastAt === null
        ? "It was not fetched yet."
        : `Fetched ${tellAgo(lastAt)}: ${lastMessage ?? (lastCode === "feed/unchanged" ? "nothing has changed" : "taken up")}.`}{" "}
      Next time: {tellMinute(nextAt)}.
    </p>
  );
}
