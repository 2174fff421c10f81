/*
 * A form that someone is filling in must not vanish by accident: neither Escape, which closes an open list of choices,
 * nor a click beside the dialogue closes it. "Close" and "Cancel" do.
 */
export default function keepTyped() {
  // On the body, one step before the document, where the dialogue listens: the field itself still gets the key.
  document.body.addEventListener('keydown', event => {
    if (event.key === 'Escape' && document.querySelector('.modal')) {
      event.stopPropagation();
    }
  });
  document.addEventListener(
    'click',
    event => {
      if (event.target.classList && event.target.classList.contains('modal')) {
        event.stopPropagation();
      }
    },
    true
  );
}
