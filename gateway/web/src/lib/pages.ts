/** A list that grows by «show more». */

import { useEffect, useRef, useState } from "react";
import type { Page } from "../api/page";

export interface Pages<T> {
  rows: T[];
  more: boolean;
  loading: boolean;
  error: unknown;
  showMore: () => void;
  retry: () => void;
  replace: (row: T) => void;
}

interface State<T> {
  key: string;
  rows: T[];
  next: string;
  busy: boolean;
  error?: unknown;
}

type Read<T> = (pageToken: string, signal: AbortSignal) => Promise<Page<T>>;

function emptyState<T>(key: string): State<T> {
  return { key, rows: [], next: "", busy: true };
}

/** Pages of the list that `key` names; another key begins anew. */
export function usePages<T extends { name: string }>(key: string, read: Read<T>): Pages<T> {
  const [state, setState] = useState<State<T>>(() => emptyState(key));
  const [turn, setTurn] = useState({ key, token: "", count: 0 });
  const latest = useRef(read);
  latest.current = read;
  const token = turn.key === key ? turn.token : "";
  useEffect(() => {
    const abort = new AbortController();
    const kept = (before: State<T>) => (before.key === key && token ? before : emptyState<T>(key));
    setState((before) => ({ ...kept(before), busy: true, error: undefined }));
    latest.current(token, abort.signal).then(
      (got) => {
        if (abort.signal.aborted) return;
        setState((before) => {
          return { key, rows: [...kept(before).rows, ...got.rows], next: got.next, busy: false };
        });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState((before) => ({ ...before, busy: false, error }));
      },
    );
    return () => abort.abort();
  }, [key, token, turn.count]);
  const shown = state.key === key ? state : emptyState<T>(key);
  return {
    rows: shown.rows,
    more: shown.next !== "",
    loading: shown.busy,
    error: shown.error,
    showMore: () => setTurn({ key, token: shown.next, count: turn.count }),
    retry: () => setTurn({ key, token, count: turn.count + 1 }),
    replace: (row) =>
      setState((before) => ({
        ...before,
        rows: before.rows.map((each) => (each.name === row.name ? row : each)),
      })),
  };
}
