import type { ComponentChild } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RememberedView } from "../../shared/shopper-socket.ts";
import { moment } from "../panel/words.ts";
import * as words from "./menu-words.ts";

interface MemoryViewProps {
  read: () => Promise<RememberedView | null | undefined>;
  onForget: () => void;
  onDone: () => void;
}

/** What the agent has in mind of the shopper, in plain words [WGT-7]. */
export function MemoryView({ read, onForget, onDone }: MemoryViewProps) {
  const close = useRef<HTMLButtonElement>(null);
  const [memory, setMemory] = useState<RememberedView | null | "asked" | undefined>("asked");
  useEffect(() => {
    close.current?.focus();
    read().then(setMemory);
  }, []);

  const isThere = typeof memory === "object" && memory !== null;
  return (
    <fieldset class="confirm memory" aria-label={words.whatIRemember}>
      <div class="name">{words.whatIRemember}</div>
      {isThere ? (
        <Contents memory={memory} />
      ) : (
        <p role="status">
          {memory === "asked" ? moment : memory === null ? words.nothingRemembered : words.notReached}
        </p>
      )}
      <div class="choices">
        <button type="button" class="pill" ref={close} onClick={onDone}>
          {words.closeMemory}
        </button>
        {isThere && (
          <button type="button" class="pill" onClick={onForget}>
            {words.forgetThis}
          </button>
        )}
      </div>
    </fieldset>
  );
}

function Contents({ memory: { at, days, wishes, items, questions } }: { memory: RememberedView }) {
  return (
    <>
      <Part title={words.lookingFor} lines={wishes} />
      <Part
        title={words.itemsSeen}
        lines={items.map(({ title, note }) => (
          <>
            {title} <span class="small">{note}</span>
          </>
        ))}
      />
      <Part title={words.leftOpen} lines={questions} />
      <p class="small">{words.keptUntil(new Date(at), days)}</p>
    </>
  );
}

function Part({ title, lines }: { title: string; lines: ComponentChild[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p class="small">{title}</p>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </>
  );
}
