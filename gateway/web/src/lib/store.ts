/** A value outside React that components follow. */

import { useSyncExternalStore } from "react";

export interface Store<T> {
  get: () => T;
  set: (value: T) => void;
  use: () => T;
}

export function store<T>(initial: T): Store<T> {
  let current = initial;
  const followers = new Set<() => void>();
  const subscribe = (follower: () => void) => {
    followers.add(follower);
    return () => followers.delete(follower);
  };
  const get = () => current;
  const set = (value: T) => {
    current = value;
    for (const follower of followers) follower();
  };
  return { get, set, use: () => useSyncExternalStore(subscribe, get) };
}
