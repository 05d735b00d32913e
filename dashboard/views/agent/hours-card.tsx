/** Whether and when people of the shop's take over, and what is said while they do not. */
import { useId } from "preact/hooks";
import type { AgentSettings, AgentSettingsView } from "../../api/settings.ts";
import { AreaField } from "../../parts/area-field.tsx";
import { Field } from "../../parts/field.tsx";
import { Card, type CardProps, problemAt } from "./card.tsx";
import { Switch } from "./inputs.tsx";

type Handover = AgentSettings["handover"];
type Hours = NonNullable<Handover["hours"]>;
type Day = keyof Hours;
type Range = Hours[Day][number];

/** In the order in which people read a week; the API's begins on Sunday. */
const DAYS: readonly { day: Day; name: string }[] = [
  { day: "mon", name: "Monday" },
  { day: "tue", name: "Tuesday" },
  { day: "wed", name: "Wednesday" },
  { day: "thu", name: "Thursday" },
  { day: "fri", name: "Friday" },
  { day: "sat", name: "Saturday" },
  { day: "sun", name: "Sunday" },
];
const OFFICE: Range = ["09:00", "17:00"];
const RANGES_MAX = 6;

export function HoursCard({ draft, set, problems, mayChange, people }: CardProps) {
  const { handover, humanAvailable } = draft;
  const put = (values: Partial<Handover>) => set({ handover: { ...handover, ...values } });
  const { hours } = handover;
  return (
    <Card title="People" about="Whether and when somebody of yours can be called in.">
      <Switch
        label="People may take over"
        help="The agent then offers one where it cannot help, and who asks for one waits under Conversations."
        isOn={humanAvailable}
        onSwitch={(isOn) => set({ humanAvailable: isOn })}
      />
      {humanAvailable && (
        <>
          <p class="small soft">{inWords(people)}</p>
          <Switch
            label="Only at certain hours"
            isOn={hours !== null}
            onSwitch={(isOn) => put({ hours: isOn ? officeHours() : null })}
          />
          {hours && (
            <>
              <ZoneField
                value={handover.timeZone ?? ""}
                error={problemAt(problems, "handover.timeZone")}
                onValue={(zone) => put({ timeZone: zone === "" ? null : zone })}
              />
              <ul class="agent-rules">
                {DAYS.map(({ day, name }) => (
                  <li key={day} class="agent-day">
                    <DayHours
                      name={name}
                      ranges={hours[day]}
                      error={problemOfDay(problems, day)}
                      onRanges={(ranges) => put({ hours: { ...hours, [day]: ranges } })}
                      onCopy={
                        day === "mon" && mayChange ? () => put({ hours: withMondaysHours(hours) }) : null
                      }
                    />
                  </li>
                ))}
              </ul>
              <AreaField
                label="What it says outside these hours"
                help="In your own words, if you like. The agent adds when people are back."
                error={problemAt(problems, "handover.away")}
                value={handover.away ?? ""}
                onValue={(words) => put({ away: words.trim() === "" ? null : words })}
                maxLength={300}
              />
            </>
          )}
        </>
      )}
    </Card>
  );
}

function ZoneField({
  value,
  error,
  onValue,
}: {
  value: string;
  error: string | null;
  onValue: (zone: string) => void;
}) {
  const list = useId();
  return (
    <>
      <Field
        label="Time zone"
        help="Begin with a city, such as Berlin. Empty: UTC."
        list={list}
        autocomplete="off"
        placeholder="UTC"
        {...{ value, error, onValue }}
      />
      <datalist id={list}>
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

function DayHours({
  name,
  ranges,
  error,
  onRanges,
  onCopy,
}: {
  name: string;
  ranges: Hours[Day];
  error: string | null;
  onRanges: (ranges: Hours[Day]) => void;
  onCopy: (() => void) | null;
}) {
  const change = (place: number, range: Range) => onRanges(ranges.with(place, range));
  return (
    <fieldset class="agent-hours">
      <legend>{name}</legend>
      {ranges.length === 0 && <span class="soft">Closed</span>}
      {ranges.map(([from, to], place) => (
        <span key={place} class="agent-range">
          <input
            type="time"
            aria-label={`${name}, from`}
            value={from}
            onInput={({ currentTarget }) => change(place, [currentTarget.value, to])}
          />
          <span aria-hidden="true">–</span>
          <input
            type="time"
            aria-label={`${name}, to`}
            value={to === "24:00" ? "00:00" : to}
            {...(error && { "aria-invalid": true as const })}
            onInput={({ currentTarget }) =>
              change(place, [from, currentTarget.value === "00:00" ? "24:00" : currentTarget.value])
            }
          />
          <button
            type="button"
            aria-label={`Remove ${from} to ${to} on ${name}`}
            onClick={() => onRanges(ranges.toSpliced(place, 1))}
          >
            Remove
          </button>
        </span>
      ))}
      {ranges.length < RANGES_MAX && (
        <button type="button" onClick={() => onRanges([...ranges, nextRange(ranges)])}>
          {ranges.length === 0 ? "Open" : "Add hours"}
          <span class="visually-hidden"> on {name}</span>
        </button>
      )}
      {onCopy && (
        <button type="button" onClick={onCopy}>
          Copy to Tuesday to Friday
        </button>
      )}
      {error && <p class="field-error">{error}</p>}
    </fieldset>
  );
}

function inWords({ there, backAt }: AgentSettingsView["people"]): string {
  if (there) return "As saved: people take over now.";
  if (backAt === null) return "As saved: nobody takes over, at any hour.";
  const when = new Date(backAt).toLocaleString(undefined, {
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
  return `As saved: nobody takes over now; the next opening is on ${when}, by your own clock.`;
}

function officeHours(): Hours {
  return { sun: [], mon: [OFFICE], tue: [OFFICE], wed: [OFFICE], thu: [OFFICE], fri: [OFFICE], sat: [] };
}

function withMondaysHours(hours: Hours): Hours {
  return { ...hours, tue: hours.mon, wed: hours.mon, thu: hours.mon, fri: hours.mon };
}

/** After the last one, where the day leaves room for it. */
function nextRange(ranges: Hours[Day]): Range {
  const [, end = ""] = ranges.at(-1) ?? [];
  if (end === "") return OFFICE;
  const hour = Number(end.slice(0, 2));
  const clock = (hours: number) => `${String(Math.min(hours, 24)).padStart(2, "0")}:00`;
  return hour >= 22 ? OFFICE : [clock(hour + 1), clock(hour + 3)];
}

/** Of the first of its hours that is wrong: "handover.hours.mon.0.1". */
function problemOfDay(problems: CardProps["problems"], day: Day): string | null {
  const setting = Object.keys(problems).find((name) => `${name}.`.startsWith(`handover.hours.${day}.`));
  return setting === undefined ? null : problemAt(problems, setting);
}
