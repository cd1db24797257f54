import type { MouseEvent, ReactNode } from "react";
import { navigate } from "../lib/router";

interface Props {
  to: string;
  children: ReactNode;
  className?: string;
  current?: boolean;
}

/** A link within the page; a modified click stays the browser's. */
export function Link({ to, children, className, current }: Props) {
  const follow = (event: MouseEvent) => {
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (modified || event.button !== 0) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={to} className={className} aria-current={current ? "page" : undefined} onClick={follow}>
      {children}
    </a>
  );
}
