import { useRef, useState } from "preact/hooks";
import { Icon } from "../../frame/icons.tsx";

/** A file is dropped here, or chosen. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
    // The same file may be chosen again, changed.
    if (input.current) input.current.value = "";
  };
  return (
    <label
      class="drop-zone"
      {...(isOver && { "data-over": true })}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.xml,.rss,.gz"
        aria-label="Catalog file"
        onChange={(event) => take(event.currentTarget.files)}
      />
      <Icon name="upload" />
      <span>
        <strong>Drop a file here, or choose one</strong>
        <span class="soft small">
          An export of Shopify or WooCommerce, a Google Merchant feed, or a table of your own as CSV or JSON;
          up to 1 GB, gzipped or not.
        </span>
      </span>
    </label>
  );
}
