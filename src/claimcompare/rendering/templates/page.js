"use strict";
(() => {
  const clusters = [...document.querySelectorAll(".cluster")];
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const tip = document.getElementById("tip");
  const words = new WeakMap();
  const list = (cluster, name) => cluster.dataset[name].split(" ").filter(Boolean);
  const text = (cluster) => {
    if (!words.has(cluster)) {
      const shown = cluster.querySelectorAll("h3 bdi, blockquote, .readings");
      words.set(cluster, [...shown].map((part) => part.textContent).join("\n").toLowerCase().replace(/\s+/g, " "));
    }
    return words.get(cluster);
  };
  const chosen = (name) => [...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value);

  // One of the severities, one of the kinds, all of the reports, all of the words.
  const matches = (cluster, wanted) =>
    (!wanted.severity.length || wanted.severity.some((each) => list(cluster, "severity").includes(each))) &&
    (!wanted.kind.length || wanted.kind.some((each) => list(cluster, "kind").includes(each))) &&
    wanted.report.every((each) => list(cluster, "report").includes(each)) &&
    wanted.text.every((each) => text(cluster).includes(each));

  const filter = () => {
    const wanted = { severity: chosen("severity"), kind: chosen("kind"), report: chosen("report"),
      text: form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean) };
    let left = 0;
    for (const cluster of clusters) {
      cluster.hidden = !matches(cluster, wanted);
      left += cluster.hidden ? 0 : 1;
    }
    for (const details of form.querySelectorAll("details")) {
      const number = details.querySelectorAll("input:checked").length;
      details.querySelector(".chosen").textContent = number || "";
    }
    count.textContent = left === clusters.length ? `${left} claims` : `${left} of ${clusters.length} claims`;
  };

  const onlyReports = (reports) => {
    form.reset();
    for (const box of form.querySelectorAll('input[name="report"]')) box.checked = reports.includes(box.value);
    filter();
  };

  // A link may lead to a claim that the filters hide, or into something folded.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const hidden = target.closest(".cluster[hidden]");
    if (hidden) { form.reset(); filter(); }
    const folded = target.closest("details:not([open])");
    if (folded) folded.open = true;
    if (hidden || folded) target.scrollIntoView();
    if (!target.matches("a, summary, input, button")) {
      target.setAttribute("tabindex", "-1");
      target.focus({ preventScroll: true });
    }
  };

  const line = (tag, words) => Object.assign(document.createElement(tag), { textContent: words });
  const showTip = (mark) => {
    const row = document.getElementById(mark.hash.slice(1));
    if (!row) return;
    const part = (name) => row.querySelector(name)?.textContent.trim() ?? "";
    const reading = (each) => {
      const said = each.querySelector("q"), who = each.querySelector(".who").textContent.trim();
      return line("span", said ? `“${said.textContent}” (${who})` : `not in ${who}`);
    };
    const readings = [...row.querySelectorAll(".reading")].map(reading);
    tip.replaceChildren(line("b", `${part(".kind")}: ${part(".badge")}`), ...readings, line("span", part(".note")));
    tip.hidden = false;
    const box = mark.getClientRects()[0], width = tip.offsetWidth;
    tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 16)) + scrollX}px`;
    const above = box.top - tip.offsetHeight - 6;
    tip.style.top = `${(above > 0 ? above : box.bottom + 6) + scrollY}px`;
    for (const each of mark.closest(".cluster").querySelectorAll(".m")) each.classList.toggle("lit", each.hash === mark.hash && each !== mark);
  };
  const hideTip = () => {
    tip.hidden = true;
    for (const each of document.querySelectorAll(".m.lit")) each.classList.remove("lit");
  };
  const markOf = (event) => event.target.closest?.("a.m");
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, (event) => { const mark = markOf(event); if (mark) showTip(mark); });
  for (const name of ["mouseout", "focusout"]) document.addEventListener(name, (event) => { if (markOf(event)) hideTip(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hideTip();
      for (const details of form?.querySelectorAll("details[open]") ?? []) { details.open = false; details.querySelector("summary").focus(); }
    } else if (event.key === "/" && form && !event.target.matches("input")) {
      event.preventDefault();
      form.elements.text.focus();
    }
  });
  addEventListener("beforeprint", () => { for (const details of document.querySelectorAll("details.why, details.alone")) details.open = true; });
  addEventListener("hashchange", reveal);

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    document.addEventListener("click", (event) => {
      const pair = event.target.closest?.("[data-pair]");
      if (pair) onlyReports(pair.dataset.pair.split(" "));
      for (const details of form.querySelectorAll("details[open]")) if (!details.contains(event.target)) details.open = false;
    });
    filter();
    // The words of every claim are gathered while nothing else is to be done, so that the first search is as quick.
    const idle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 5 }), 50));
    const gather = (left) => (deadline) => {
      while (left.length && deadline.timeRemaining() > 2) text(left.pop());
      if (left.length) idle(gather(left));
    };
    idle(gather([...clusters].reverse()));
  }
  reveal();
})();
