// Shows the fields of the chosen kinds as soon as they are chosen, and hides what records of some kinds do not hold.
const box = document.getElementById("kind-fields");
const form = box?.closest("form");

function chosenKinds() {
  const chosen = form.querySelectorAll('[name="Input.Kind"]:checked, [name="Input.OtherKinds"]:checked');
  return [...new Set([...chosen].map(control => control.value))];
}

function show() {
  const kinds = chosenKinds();
  for (const shown of [...box.children]) {
    if (!kinds.includes(shown.dataset.kind)) shown.hidden = true;
  }
  for (const kind of kinds) {
    const there = [...box.children].find(child => child.dataset.kind === kind);
    const waiting = [...document.querySelectorAll("template[data-kind]")].find(template => template.dataset.kind === kind);
    if (there) there.hidden = false;
    else if (waiting) box.append(waiting.content.cloneNode(true));
  }
  // A field that two kinds share is asked for once.
  const seen = new Set();
  for (const control of box.querySelectorAll("[name]")) {
    const isOff = control.closest("[data-kind]").hidden || seen.has(control.name);
    control.disabled = isOff;
    control.closest(".field").hidden = isOff;
    if (!isOff) seen.add(control.name);
  }
  const without = box.dataset.noContent.split(" ");
  const isBare = kinds.some(kind => without.includes(kind));
  for (const part of form.querySelectorAll("[data-content]")) {
    const whole = part.closest(".field") ?? part;
    whole.hidden = isBare;
    for (const control of whole.querySelectorAll("input, select, textarea")) control.disabled = isBare;
  }
}

if (form) {
  form.addEventListener("change", event => {
    if (event.target.name === "Input.Kind" || event.target.name === "Input.OtherKinds") show();
  });
  show();
}
