/** The points of a draft while a person works on them. */

import { getResolution, listPoints } from "../api/decisions";
import { type Edit, edit } from "../api/editing";
import type { Point } from "../api/points.types";
import type { Resolution } from "../api/resolutions.types";
import { useAction } from "./action";
import type { Loaded } from "./load";
import { useState } from "react";

export interface Editing {
  run: (what: Edit) => void;
  busy: boolean;
  /** What went wrong, at the point that it was about. */
  error: unknown;
  at: string;
  clear: () => void;
}

/** Changes points and reads them anew with their resolution, as one step for the user. */
export function useEditing(
  loaded: Loaded<Resolution>,
  points: Loaded<Point[]>,
  resolution: string,
  done: (what: Edit, point: string) => void,
): Editing {
  const [at, setAt] = useState("");
  const action = useAction(
    async (requestId, what: Edit) => {
      const point = await edit(what, requestId);
      const signal = new AbortController().signal;
      const now = await Promise.all([getResolution(resolution), listPoints(resolution, signal)]);
      return { what, point, now };
    },
    ({ what, point, now }) => {
      loaded.put(now[0]);
      points.put(now[1]);
      done(what, point);
    },
  );
  const run = (what: Edit) => {
    setAt(what.name);
    void action.run(what);
  };
  return { run, busy: action.busy, error: action.error, at, clear: action.clear };
}
