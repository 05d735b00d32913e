import * as words from "./words.ts";

export function QuickReplies({ replies, say }: { replies: readonly string[]; say: (text: string) => void }) {
  if (replies.length === 0) return null;
  return (
    <fieldset class="replies" aria-label={words.replies}>
      {replies.map((reply) => (
        <button type="button" class="pill reply" dir="auto" key={reply} onClick={() => say(reply)}>
          {reply}
        </button>
      ))}
    </fieldset>
  );
}
