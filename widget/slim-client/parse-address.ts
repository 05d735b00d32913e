/** In the place of `engine.io-client`'s own URL parser, which is older than the browsers' one. */
export function parse(address: string) {
  const { protocol, hostname, port, search } = new URL(address);
  return {
    protocol: protocol.slice(0, -1),
    host: hostname.replace(/^\[|\]$/g, ""),
    port,
    query: search.slice(1),
  };
}
