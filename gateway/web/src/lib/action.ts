/** A user's action that changes something on the server. */

import { useRef, useState } from "react";
import { ApiError } from "../api/error";
import { newRequestId } from "../api/ids";

export interface Action<A extends unknown[]> {
  run: (...args: A) => Promise<void>;
  busy: boolean;
  error: unknown;
  clear: () => void;
}

/**
 * Runs `call` with a request id. While nobody knows whether an attempt took effect, the same action with
 * the same arguments keeps its id, so that a retry never does the thing twice.
 */
export function useAction<A extends unknown[], R>(
  call: (requestId: string, ...args: A) => Promise<R>,
  done: (result: R) => void,
): Action<A> {
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const pending = useRef<{ key: string; id: string } | undefined>(undefined);
  const running = useRef(false);
  const run = async (...args: A) => {
    if (running.current) return;
    running.current = true;
    const key = JSON.stringify(args);
    if (pending.current?.key !== key) pending.current = { key, id: newRequestId() };
    setState({ busy: true });
    try {
      const result = await call(pending.current.id, ...args);
      pending.current = undefined;
      setState({ busy: false });
      done(result);
    } catch (error) {
      if (!(error instanceof ApiError && error.retryable)) pending.current = undefined;
      setState({ busy: false, error });
    } finally {
      running.current = false;
    }
  };
  return { run, busy: state.busy, error: state.error, clear: () => setState({ busy: false }) };
}
