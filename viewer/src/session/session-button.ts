import './session.css';
import type { Viewer } from '../app/viewer.js';
import { bundle } from '../offline/bundle.js';
import { h, replaceChildren } from '../ui/element.js';
import { icon } from '../ui/icon.js';

/** Who is signed in, at the head of the page; opens the dialog, whose code comes when it is first asked for. */
export function createSessionButton(viewer: Viewer): HTMLElement {
  const button = h('button', { type: 'button', class: 'session-button', hidden: bundle() !== undefined });
  const draw = () => {
    const words = viewer.messages().session;
    const user = viewer.session.user();
    const known = user !== null && user !== undefined;
    replaceChildren(
      button,
      icon('person'),
      h('span', { class: 'session-name' }, known ? user.name : words.signIn),
    );
    button.classList.toggle('session-button-in', known);
    button.title = known ? words.signedInAs(user.name) : words.signIn;
    button.setAttribute('aria-label', button.title);
    button.setAttribute('aria-haspopup', 'dialog');
  };
  const open = async () => {
    const { openSessionDialog } = await import('./session-dialog.js');
    openSessionDialog(viewer);
  };
  button.addEventListener('click', () => void open());
  viewer.session.onOpen(() => void open());
  let known = viewer.session.user();
  viewer.session.subscribe(() => {
    draw();
    const user = viewer.session.user();
    // The first answer tells who came with the page; only then is what is shown another's.
    if (known !== undefined && known?.name !== user?.name) viewer.freshen();
    known = user;
  });
  viewer.store.subscribe((state, before) => {
    if (state.lang !== before.lang) draw();
  });
  draw();
  return button;
}
