import { type MouseEvent, useEffect, useMemo, useRef } from "react";
import { getDocument } from "../api/decisions";
import type { Point } from "../api/points.types";
import { useTexts } from "../i18n";
import { needsLook } from "../lib/attention";
import { useLoad } from "../lib/load";
import { type Selecting, idOf } from "../lib/selection";
import { type Piece, piecesOf } from "../lib/source";
import { Await } from "./States";

interface Props {
  document: string;
  points: Point[];
  selection: Selecting;
}

function classOf(piece: Piece, selection: Selecting, look: ReadonlySet<string>): string {
  const classes = ["piece"];
  if (piece.point && look.has(piece.point)) classes.push("piece-look");
  if (piece.point && idOf(piece.point) === selection.point) classes.push("piece-point");
  if (piece.part) classes.push(piece.part === "d" ? "piece-term" : "piece-addressee");
  if (piece.part && piece.part === selection.part) classes.push("piece-part");
  if (piece.shown) classes.push("piece-shown");
  return classes.join(" ");
}

/** Scrolls the text alone, never the page, to what is selected. */
function useFollow(selection: Selecting, ready: boolean) {
  const pane = useRef<HTMLDivElement>(null);
  const { point, part, span } = selection;
  const wanted = `${point} ${part} ${span?.begin ?? ""}`;
  useEffect(() => {
    const box = pane.current;
    const place =
      box?.querySelector(".piece-part, .piece-shown") ?? box?.querySelector(".piece-point");
    if (!box || !place) return;
    const [outer, inner] = [box.getBoundingClientRect(), place.getBoundingClientRect()];
    if (inner.top < outer.top + 24 || inner.bottom > outer.bottom - 24) {
      box.scrollTop += inner.top - outer.top - outer.height / 4;
    }
  }, [wanted, ready, selection.text]);
  return pane;
}

function Text({ text, points, selection }: { text: string } & Omit<Props, "document">) {
  const { t } = useTexts();
  const chosen = points.find((each) => idOf(each.name) === selection.point)?.name ?? "";
  const { span } = selection;
  const [begin, end] = [span?.begin, span?.end];
  const pieces = useMemo(() => {
    const shown = begin === undefined || end === undefined ? undefined : { begin, end };
    return piecesOf(text, points, chosen, shown);
  }, [text, points, chosen, begin, end]);
  const look = useMemo(
    () => new Set(points.filter(needsLook).map((point) => point.name)),
    [points],
  );
  const pane = useFollow(selection, true);
  const follow = (event: MouseEvent, piece: Piece) => {
    event.preventDefault();
    selection.select({ point: idOf(piece.point ?? ""), part: piece.part ?? "", text: false });
  };
  return (
    <div
      className="source-text"
      ref={pane}
      role="region"
      tabIndex={0}
      aria-label={t("source.title")}
    >
      {pieces.map((piece, i) =>
        piece.point && piece.text.trim() ? (
          <a
            key={i}
            className={classOf(piece, selection, look)}
            href={selection.to({ point: idOf(piece.point), part: piece.part ?? "", text: false })}
            aria-current={idOf(piece.point) === selection.point ? "true" : undefined}
            onClick={(event) => follow(event, piece)}
          >
            {piece.text}
          </a>
        ) : (
          <span
            key={i}
            className={piece.point || piece.shown ? classOf(piece, selection, look) : undefined}
          >
            {piece.text}
          </span>
        ),
      )}
    </div>
  );
}

/** The text as it was read, with the points in it; a click selects. */
export function SourceText({ document, points, selection }: Props) {
  const { t } = useTexts();
  const loaded = useLoad(document, (signal) => getDocument(document, signal));
  return (
    <div className="source">
      <div className="source-head">
        <h2>{t("source.title")}</h2>
        <p className="source-legend">
          <span className="piece-addressee">{t("source.addressee")}</span>{" "}
          <span className="piece-term">{t("source.term")}</span>{" "}
          <span className="piece-look">{t("source.look")}</span>
        </p>
      </div>
      <Await from={loaded}>
        {({ text }) => <Text text={text} points={points} selection={selection} />}
      </Await>
    </div>
  );
}
