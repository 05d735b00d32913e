/**
 * Which addresses a feed may be fetched from. A URL is the merchant's to choose and the server's to open, so whatever is
 * not a public address is refused: otherwise a feed could read the operator's own network [CAT-4].
 */
import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

export class AddressRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "AddressRefused";
  }
}

/** Resolves a name to all its addresses. */
export type ResolveName = (name: string) => Promise<LookupAddress[]>;

/**
 * Whether an address, IPv4 or IPv6, is one of the public internet. An IPv4 address inside an IPv6 one counts as itself;
 * of IPv6 only 2000::/3 is given out (RFC 4291), so that "::127.0.0.1" is not public either.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const isGivenOut = parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
  return isGivenOut && parsed.range() === "unicast";
}
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** Which addresses may be connected to. */
export type AddressCheck = (address: string) => boolean;

/** Public ones only, unless the operator lets feeds into the own network. */
export function addressCheck(allowPrivate: boolean): AddressCheck {
  return allowPrivate ? () => true : isPublicAddress;
}

/** A port below 1,024 that is not the web's belongs to something that is no web server. */
function isWebPort(port: number): boolean {
  return port === 80 || port === 443 || port >= 1_024;
}

const PRIVATE_SWITCH = "OVERTURE_FEED_ALLOW_PRIVATE=1 allows those of your own network";

/** Throws `AddressRefused` for what can be told from the URL alone: protocol, port, and an address in place of a name. */
export function checkUrl(url: URL, isAllowed: AddressCheck): void {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new AddressRefused(`${url.protocol} addresses are not fetched, only http and https`);
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  if (!isWebPort(port)) throw new AddressRefused(`port ${port} is not fetched from`);
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isAllowed(host))
    throw new AddressRefused(`${host} is not a public address; ${PRIVATE_SWITCH}`);
}

/**
 * A `lookup` for `http.request` that gives only checked addresses. The connection goes to exactly what was checked:
 * a name that answers differently the second time is never asked a second time.
 */
export function checkedLookup(
  isAllowed: AddressCheck,
  resolve: ResolveName = resolveBySystem,
): LookupFunction {
  return (name, options, callback) => {
    resolve(name).then(
      (addresses) => {
        const refused = addresses.find(({ address }) => !isAllowed(address));
        if (refused !== undefined)
          return callback(
            new AddressRefused(
              `${name} leads to ${refused.address}, which is not a public address; ${PRIVATE_SWITCH}`,
            ),
            "",
          );
        const [first] = addresses;
        if (first === undefined) return callback(new Error(`${name} has no address`), "");
        if (options.all) return callback(null, addresses);
        callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ""),
    );
  };
}

function resolveBySystem(name: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(name, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
}

/** Without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}
