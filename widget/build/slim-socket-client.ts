/**
 * Leaves out of socket.io-client what the widget never uses: binary data, WebTransport, XMLHttpRequest, upgrading a
 * connection, listeners for every event, and doubts about what a browser is. What stays is the library's own code. The
 * figures are in docs/decisions/0003-widget-weight.md.
 */
import { type ESTree, type Plugin, parseAst } from "vite";

/** Modules that are there for one of these, put out of work. */
const MODULES: Readonly<Record<string, string>> = {
  "engine.io-client/build/esm/transports/webtransport.js": "export class WT {}",
  "engine.io-client/build/esm/transports/polling-xhr.js": `export { Fetch as XHR } from "./polling-fetch.js";`,
  // The address is handed over in parts, see `shopper-socket.ts`.
  "engine.io-client/build/esm/contrib/parseuri.js": "export const parse = () => ({});",
  "engine.io-parser/build/esm/contrib/base64-arraybuffer.js": "export const decode = () => {};",
  "socket.io-parser/build/esm/is-binary.js":
    "export const isBinary = () => false; export const hasBinary = isBinary;",
  "socket.io-parser/build/esm/binary.js":
    "export const deconstructPacket = () => ({}); export const reconstructPacket = deconstructPacket;",
};

/** Methods and functions that only they, or nobody, would call: options that are off, and API that is not used. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  "engine.io-client/build/esm/socket.js": ["_probe", "send"],
  "engine.io-client/build/esm/transports/polling.js": ["pause"],
  "socket.io-parser/build/esm/index.js": ["encodeAsBinary", "isPacketValid"],
  "socket.io-client/build/esm/manager.js": ["connect", "disconnect"],
  "socket.io-client/build/esm/socket.js": [
    "disconnected",
    "volatile",
    "_addToQueue",
    "send",
    "compress",
    "close",
    "onAny",
    "prependAny",
    "offAny",
    "listenersAny",
    "onAnyOutgoing",
    "prependAnyOutgoing",
    "offAnyOutgoing",
    "listenersAnyOutgoing",
  ],
};

/** What the library finds when it asks what there is. Without these types it has no way with binary data either. */
const TYPES: Readonly<Record<string, string>> = {
  ArrayBuffer: "undefined",
  Blob: "undefined",
  navigator: "undefined",
  self: "object",
  location: "object",
  addEventListener: "function",
  removeEventListener: "function",
  Promise: "function",
  "Promise.resolve": "function",
};

const LIBRARY = /\/node_modules\/((?:engine\.io|socket\.io)-(?:client|parser)\/.+)$/;

export const slimSocketClient: Plugin = {
  name: "overture-slim-socket-client",
  enforce: "pre",
  load(id) {
    return MODULES[pathInLibrary(id)] ?? null;
  },
  transform(code, id) {
    const path = pathInLibrary(id);
    return path ? leaveOut(path, code) : null;
  },
};

/** Throws when the library has changed and something of it is gone: then somebody has to look again. */
export function leaveOut(path: string, code: string): string {
  const kept = without(UNUSED[path] ?? [], code, path);
  return kept.replace(/typeof ([\w.]+)/g, (test, name: string) =>
    Object.hasOwn(TYPES, name) ? `"${TYPES[name]}"` : test,
  );
}

function pathInLibrary(id: string): string {
  return LIBRARY.exec(id.replaceAll("\\", "/"))?.[1] ?? "";
}

function without(unused: readonly string[], code: string, path: string): string {
  const candidates = parseAst(code).body.flatMap((statement): readonly ESTree.Span[] => {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    return declared?.type === "ClassDeclaration" ? declared.body.body : [statement];
  });
  return unused.reduce((kept, name) => {
    const opening = new RegExp(`^(export function |get )?${name}\\(`);
    const found = candidates.find(({ start, end }) => opening.test(code.slice(start, end)));
    if (!found) throw new Error(`${path} has no ${name} any more`);
    return kept.replace(code.slice(found.start, found.end), "");
  }, code);
}
