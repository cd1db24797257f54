import { store } from "../lib/store";

const message = store({ text: "", turn: 0 });

/** Tells users of screen readers what has happened, politely. */
export function announce(text: string): void {
  message.set({ text, turn: message.get().turn + 1 });
}

export function Announcer() {
  const { text, turn } = message.use();
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
      <span key={turn}>{text}</span>
    </div>
  );
}
