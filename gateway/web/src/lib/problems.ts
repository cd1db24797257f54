/** Error sentences of the server beside the fields that they are about. */

import { ApiError } from "../api/error";

/** The sentence for the first of `fields` (`point.text`) that the error names, with all below it. */
export function problemOf(error: unknown, ...fields: string[]): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const found = error.violations.find(({ field }) =>
    fields.some(
      (each) => field === each || field.startsWith(`${each}.`) || field.startsWith(`${each}[`),
    ),
  );
  return found && (error.localized || found.description);
}
