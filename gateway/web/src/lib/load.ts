/** Reading from the server in components. */

import { useCallback, useEffect, useRef, useState } from "react";

export interface Loaded<T> {
  data: T | undefined;
  error: unknown;
  loading: boolean;
  /** Reads again; what is there stays on the screen meanwhile. */
  reload: () => void;
  /** Puts a value that a change returned in the place of the one read. */
  put: (data: T) => void;
}

/** Loads when `key` changes; an answer that comes too late is dropped. */
export function useLoad<T>(key: string, read: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; data?: T; error?: unknown }>({ key: "" });
  const [turn, setTurn] = useState(0);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const abort = new AbortController();
    latest.current(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setState({ key, data });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ key, error });
      },
    );
    return () => abort.abort();
  }, [key, turn]);
  const reload = useCallback(() => {
    setState((before) => (before.error === undefined ? before : { key: "" }));
    setTurn((before) => before + 1);
  }, []);
  const put = useCallback((data: T) => setState({ key, data }), [key]);
  const current = state.key === key;
  const data = current ? state.data : undefined;
  const error = current ? state.error : undefined;
  return { data, error, loading: data === undefined && error === undefined, reload, put };
}
