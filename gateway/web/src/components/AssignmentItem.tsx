import { useId, useState } from "react";
import type { Assignment } from "../api/assignments.types";
import { useTexts } from "../i18n";
import { dateText } from "../lib/dates";
import { AssignmentDetails } from "./AssignmentDetails";
import { AssignmentBadge, Badge } from "./Badge";

/** Due date, lateness and state of an assignment in one line. */
export function AssignmentStatus({ assignment }: { assignment: Assignment }) {
  const { t } = useTexts();
  const due = dateText(assignment.dueDate);
  return (
    <p className="assignment-status">
      <AssignmentBadge state={assignment.state} />
      {assignment.overdue && <Badge tone="bad">{t("assignment.isOverdue")}</Badge>}
      <span className={assignment.overdue ? "text-bad nowrap" : "muted nowrap"}>
        {due ? t("assignment.due", { due }) : t("assignment.noDue")}
      </span>
    </p>
  );
}

interface Props {
  assignment: Assignment;
  onChanged: (assignment: Assignment) => void;
}

/** An assignment in a list; opens in place. */
export function AssignmentItem({ assignment, onChanged }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { pointLabel } = assignment;
  return (
    <li className={assignment.overdue ? "card assignment assignment-late" : "card assignment"}>
      <div className="assignment-head">
        <div>
          <AssignmentStatus assignment={assignment} />
          <h2 className="assignment-text" id={`${id}-text`}>
            {pointLabel && pointLabel !== "-" && <span className="label">{pointLabel}</span>}{" "}
            {assignment.pointText}
          </h2>
          <p className="muted">
            {assignment.executorDisplayName || t("assignment.noExecutor")}
            {assignment.territoryDisplayName && ` · ${assignment.territoryDisplayName}`}
          </p>
        </div>
        <button
          type="button"
          className="button"
          aria-expanded={open}
          aria-controls={`${id}-details`}
          aria-describedby={`${id}-text`}
          onClick={() => setOpen(!open)}
        >
          {open ? t("assignments.closeDetails") : t("assignments.open")}
        </button>
      </div>
      <div id={`${id}-details`} hidden={!open}>
        {open && <AssignmentDetails assignment={assignment} onChanged={onChanged} linked />}
      </div>
    </li>
  );
}
