import { useId } from "preact/hooks";
import { type ModelReport, readModel } from "../../api/settings.ts";
import { describedBy, LabelledField } from "../../parts/field.tsx";
import { tellCount } from "../../parts/format.ts";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { shortTime } from "../../parts/words.ts";
import { Card, type CardProps, Shipped, settingIn } from "./card.tsx";
import { Switch } from "./inputs.tsx";

const REFRESH_MS = 30_000;

export function ModelCard(card: CardProps) {
  const report = useResource("model", readModel, { refreshMs: REFRESH_MS });
  const enabled = settingIn(card, "model", "enabled");
  const refine = settingIn(card, "model", "refine");
  return (
    <Card
      title="Language model and budget"
      about="It may find the words and decides nothing; everything it says is checked. Without one the agent's built-in voice speaks."
    >
      <Loaded resource={report}>{(found) => <State report={found} />}</Loaded>
      <Switch label="Use it where there is one" isOn={enabled.value} onSwitch={enabled.put} />
      {enabled.value && (
        <>
          <Tokens {...card} />
          <Switch
            label="Have it read a second time what was unclear"
            help="Understands more, and more languages. Works where the server gives it the time: OVERTURE_MODEL_REFINE_MS."
            isOn={refine.value}
            onSwitch={refine.put}
          />
        </>
      )}
    </Card>
  );
}

function Tokens(card: CardProps) {
  const id = useId();
  const { value, error, put, reset } = settingIn(card, "model", "tokensPerDay");
  const help = "Left empty: as the server is set up. Once they are used up, the built-in voice goes on.";
  return (
    <Shipped name="Tokens a day" as="as the server is set up" reset={reset}>
      <LabelledField {...{ id, help, error }} label="Tokens a day">
        <input
          {...describedBy(id, help, error)}
          id={id}
          type="number"
          placeholder="As the server is set up"
          value={value ?? ""}
          onInput={({ currentTarget }) =>
            put(currentTarget.value.trim() === "" ? null : Number(currentTarget.value))
          }
        />
      </LabelledField>
    </Shipped>
  );
}

function State({ report }: { report: ModelReport }) {
  const { endpoint, model, tokens, lastTrouble } = report;
  if (endpoint === null)
    return (
      <div class="notice small">
        <p>
          <strong>None is configured.</strong> The agent works without. To add one, whoever runs the server
          starts it with <code>OPENAI_API_KEY</code>, or with <code>OPENAI_BASE_URL</code> and{" "}
          <code>OVERTURE_MODEL</code> for a model of your own.
        </p>
      </div>
    );
  const { badge, words } = stateOf(report);
  return (
    <div class="notice small agent-model">
      <p>
        <span class={`badge ${badge}`}>{words}</span> <strong>{model}</strong> at {endpoint}
      </p>
      <p>
        {tellCount(tokens.used)}
        {tokens.limit === null ? " tokens" : ` of ${tellCount(tokens.limit)} tokens`} used today ({tokens.day}
        , UTC).
      </p>
      {lastTrouble && (
        <p>
          Last trouble, {shortTime(lastTrouble.at)}: {lastTrouble.message}
        </p>
      )}
    </div>
  );
}

function stateOf({ enabled, circuit, lastCheck, tokens }: ModelReport): { badge: string; words: string } {
  if (!enabled) return { badge: "", words: "Not used" };
  if (circuit === "open") return { badge: "badge-bad", words: "Failing; left alone for a while" };
  if (lastCheck?.ok === false) return { badge: "badge-bad", words: "Does not work" };
  if (tokens.limit !== null && tokens.used >= tokens.limit)
    return { badge: "badge-warn", words: "Used up for today" };
  return lastCheck ? { badge: "badge-good", words: "Works" } : { badge: "", words: "Not tried yet" };
}
