import { useRef, useState } from "react";
import { type Operation, moveAssignment } from "../api/assignments";
import type { Assignment, AssignmentState } from "../api/assignments.types";
import { ApiError } from "../api/error";
import { useTexts } from "../i18n";
import { useAction } from "../lib/action";
import { may, session } from "../lib/session";
import { announce } from "./Announcer";
import { ErrorBox } from "./ErrorBox";
import { AcceptForm, ReportForm, ReturnForm } from "./MoveFields";

const FROM: Record<Operation, AssignmentState[]> = {
  acknowledge: ["STATE_ISSUED", "STATE_DELIVERED"],
  start: ["STATE_ACKNOWLEDGED", "STATE_RETURNED"],
  report: [
    "STATE_ISSUED",
    "STATE_DELIVERED",
    "STATE_ACKNOWLEDGED",
    "STATE_IN_PROGRESS",
    "STATE_RETURNED",
  ],
  accept: ["STATE_REPORTED"],
  return: ["STATE_REPORTED"],
};

const ORDER: Operation[] = ["acknowledge", "start", "report", "accept", "return"];

/** What the signed-in person may do with an assignment in its state. */
function useOperations(state: AssignmentState): Operation[] {
  const claims = session.use()?.claims;
  if (!claims) return [];
  const executes = may(claims, "execute");
  const controls = may(claims, "control");
  return ORDER.filter((each) => {
    const right = each === "accept" || each === "return" ? controls : executes;
    return right && FROM[each].includes(state);
  });
}

interface Props {
  assignment: Assignment;
  onMoved: (assignment: Assignment) => void;
  onStale: () => void;
}

/** The steps that an assignment can take now; those that ask for words open a form. */
export function MoveForms({ assignment, onMoved, onStale }: Props) {
  const { t } = useTexts();
  const [form, setForm] = useState<Operation>();
  const around = useRef<HTMLDivElement>(null);
  // What had the focus goes away with the form or the step: the focus stays with the assignment.
  const close = () => {
    setForm(undefined);
    requestAnimationFrame(() => around.current?.focus());
  };
  const operations = useOperations(assignment.state);
  const move = useAction(
    async (requestId, operation: Operation, body: object) => ({
      operation,
      moved: await moveAssignment(assignment, operation, body, requestId),
    }),
    ({ operation, moved }) => {
      close();
      announce(t(`move.done.${operation}`));
      onMoved(moved);
    },
  );
  const begin = (operation: Operation) => {
    move.clear();
    if (operation === "acknowledge" || operation === "start") void move.run(operation, {});
    else setForm(form === operation ? undefined : operation);
  };
  const stale = move.error instanceof ApiError && move.error.code === "ABORTED";
  const refresh = () => {
    move.clear();
    onStale();
  };
  const fields = {
    busy: move.busy,
    onSubmit: (body: object) => form && void move.run(form, body),
    onCancel: close,
  };
  return (
    <div
      className="moves"
      ref={around}
      tabIndex={-1}
      role="group"
      aria-label={t("assignment.steps")}
      hidden={operations.length === 0}
    >
      <div className="buttons">
        {operations.map((each, i) => (
          <button
            key={each}
            type="button"
            className={i === 0 ? "button button-main" : "button"}
            aria-expanded={each === "acknowledge" || each === "start" ? undefined : form === each}
            disabled={move.busy}
            onClick={() => begin(each)}
          >
            {t(`move.${each}`)}
          </button>
        ))}
      </div>
      {form === "report" && <ReportForm {...fields} />}
      {form === "accept" && <AcceptForm {...fields} />}
      {form === "return" && <ReturnForm {...fields} />}
      {move.error !== undefined && (
        <ErrorBox error={move.error} onRetry={stale ? refresh : undefined} />
      )}
    </div>
  );
}
