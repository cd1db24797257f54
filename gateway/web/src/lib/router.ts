/** Routes in the address, by the history API. */

import { store } from "./store";

const here = () => window.location.pathname + window.location.search;
const address = store(here());

window.addEventListener("popstate", () => address.set(here()));

export interface Location {
  path: string;
  query: URLSearchParams;
}

export function useLocation(): Location {
  const url = new URL(address.use(), window.location.origin);
  return { path: url.pathname, query: url.searchParams };
}

export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (options.replace) window.history.replaceState(null, "", to);
  else window.history.pushState(null, "", to);
  address.set(here());
}

/** The values of `:name` parts when `path` has the form of `pattern`. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const want = pattern.split("/");
  const have = path.replace(/\/+$/, "").split("/");
  if (path === "/") have.push("");
  if (want.length !== have.length) return undefined;
  const values: Record<string, string> = {};
  for (const [i, part] of want.entries()) {
    const given = have[i] ?? "";
    if (part.startsWith(":")) values[part.slice(1)] = decodeURIComponent(given);
    else if (part !== given) return undefined;
  }
  return values;
}

/** An address with the parameters that are not empty. */
export function addressOf(path: string, query: Record<string, string | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
