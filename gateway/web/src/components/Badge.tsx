import type { AssignmentState } from "../api/assignments.types";
import type { ResolutionState } from "../api/resolutions.types";
import { useTexts } from "../i18n";

type Tone = "plain" | "info" | "good" | "warn" | "bad";

const resolutionTones: Record<ResolutionState, Tone> = {
  STATE_UNSPECIFIED: "plain",
  STATE_DRAFT: "warn",
  STATE_IN_REVIEW: "info",
  STATE_ADOPTED: "good",
  STATE_SUPERSEDED: "plain",
  STATE_REVOKED: "bad",
};

const assignmentTones: Record<AssignmentState, Tone> = {
  STATE_UNSPECIFIED: "plain",
  STATE_ISSUED: "plain",
  STATE_DELIVERED: "plain",
  STATE_ACKNOWLEDGED: "info",
  STATE_IN_PROGRESS: "info",
  STATE_REPORTED: "warn",
  STATE_RETURNED: "bad",
  STATE_ACCEPTED: "good",
  STATE_CANCELLED: "plain",
};

export function Badge({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

export function ResolutionBadge({ state }: { state: ResolutionState }) {
  const { t } = useTexts();
  return <Badge tone={resolutionTones[state]}>{t(`resolution.state.${state}`)}</Badge>;
}

export function AssignmentBadge({ state }: { state: AssignmentState }) {
  const { t } = useTexts();
  return <Badge tone={assignmentTones[state]}>{t(`assignment.state.${state}`)}</Badge>;
}
