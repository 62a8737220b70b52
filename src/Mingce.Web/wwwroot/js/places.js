// The place where the chosen kind was last held is the one that is offered, as a hint and in the list; it is never filled in.
const place = document.querySelector("input[list='places']");
const options = [...document.querySelectorAll('#places option')];

function offer() {
  const kind = document.querySelector("input[name='Input.Kind']:checked")?.value;
  const last = options.find(option => option.dataset.kind === kind);
  place.placeholder = last ? `上次：${last.value}` : '';
  if (last) last.parentElement.prepend(last);
}

document.addEventListener('change', event => {
  if (event.target.name === 'Input.Kind') offer();
});
offer();
