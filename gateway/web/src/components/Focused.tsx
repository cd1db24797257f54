import { type ReactNode, useEffect, useRef } from "react";

/** A heading that says what an action has led to; it takes the focus that the action's button had. */
export function FocusedHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
