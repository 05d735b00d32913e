import { useEffect, useRef, useState } from "preact/hooks";
import * as words from "./menu-words.ts";

export function ForgetQuestion({ erase, onDone }: { erase: () => Promise<boolean>; onDone: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => keep.current?.focus(), []);

  const forget = async () => {
    if (await erase()) onDone();
    else setFailed(true);
  };
  return (
    <fieldset class="confirm" aria-label={words.forget}>
      <p role={failed ? "alert" : undefined}>{failed ? words.forgetFailed : words.forgetQuestion}</p>
      <div class="choices">
        <button type="button" class="pill" ref={keep} onClick={onDone}>
          {words.forgetNo}
        </button>
        <button type="button" class="pill sure" onClick={forget}>
          {words.forgetYes}
        </button>
      </div>
    </fieldset>
  );
}
