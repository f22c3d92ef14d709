/** Draws a panel anew and gives the focus back to the control that had it, found by its `data-key`. */
export function keepFocus(panel: HTMLElement, draw: () => void): void {
  const active = document.activeElement;
  const key =
    active instanceof HTMLElement && panel.contains(active) ? active.getAttribute('data-key') : null;
  draw();
  if (key === null) return;
  const again = [...panel.querySelectorAll<HTMLElement>('[data-key]')].find(
    (one) => one.getAttribute('data-key') === key,
  );
  again?.focus({ preventScroll: true });
}
