"use strict";
(() => {
  const clusters = [...document.querySelectorAll(".cluster")];
  const form = document.getElementById("filters");
  const tip = document.getElementById("tip");
  const words = new WeakMap();
  const plain = (parts) => [...parts].map((part) => part.textContent).join("\n").toLowerCase().replace(/\s+/g, " ");
  const text = (part, inner) => {
    if (!words.has(part)) words.set(part, plain(inner ? part.querySelectorAll(inner) : [part]));
    return words.get(part);
  };
  const WORDS = "h3 bdi, blockquote, .readings";
  const counted = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;
  const chosen = (name) => [...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value);

  // A difference of one of the severities and kinds, all of the reports, all of the words.
  const matches = (cluster, wanted) =>
    (!wanted.sort || cluster.querySelector(`.differences li${wanted.sort}`)) &&
    wanted.report.every((each) => cluster.dataset.report.split(" ").includes(each)) &&
    wanted.text.every((each) => text(cluster, WORDS).includes(each));

  // Of the claims that are left, only the differences that are asked for are marked and listed: one rule of style does it.
  const sheet = document.querySelector("style").sheet, own = sheet.cssRules.length;
  const showOnly = (sort) => {
    if (sheet.cssRules.length > own) sheet.deleteRule(own);
    if (!sort) return;
    const other = `:not(${sort})`;
    sheet.insertRule(`@media screen { .differences li${other} { display: none; }
      .cluster a.m${other} { background: none; text-decoration: none; font-weight: inherit; pointer-events: none; }
      .cluster a.m${other}::after { content: none; } .differences li .badge { opacity: 1 !important; } }`, own);
  };

  // What one report alone says is searched as well.
  const alone = [...document.querySelectorAll(".alone")];
  const FEW = 100; // sentences that are unfolded
  const searchAlone = (sought) => {
    const holding = [];
    let found = 0;
    for (const details of alone) {
      let here = 0;
      for (const each of details.querySelectorAll("li")) {
        const other = !sought.every((word) => text(each).includes(word));
        if (each.hidden !== other) each.hidden = other;
        here += other ? 0 : 1;
      }
      const told = sought.length ? `, ${here} with these words` : "", place = details.querySelector(".with");
      if (place.textContent !== told) place.textContent = told;
      details.open = false;
      if (here) holding.push(details);
      found += here;
    }
    if (sought.length && found <= FEW) for (const details of holding) details.open = true;
    const link = document.getElementById("elsewhere");
    link.hidden = !sought.length || !found;
    link.textContent = `and ${counted(found, "sentence")} in one report only`;
  };

  const MOST = 2000; // places that are lit
  const light = (sought) => {
    if (!globalThis.Highlight) return;
    const lit = new Highlight();
    const shown = sought.length ? [...clusters, ...document.querySelectorAll(".alone li")].filter((each) => !each.hidden) : [];
    for (const part of shown) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && lit.size < MOST) {
        const lower = walker.currentNode.data.toLowerCase();
        if (lower.length !== walker.currentNode.data.length) continue;
        for (const word of sought) {
          for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
            const node = walker.currentNode; // a live range would be kept in step with every change of the page
            lit.add(new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length }));
          }
        }
      }
    }
    CSS.highlights.set("sought", lit);
  };

  let before = "";
  const filter = () => {
    const one = (name, sign) => { const classes = chosen(name).map((each) => sign + each); return classes.length ? `:is(${classes})` : ""; };
    const wanted = { sort: one("severity", ".") + one("kind", ".k-"), report: chosen("report"),
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
    showOnly(wanted.sort);
    if (wanted.text.join(" ") !== before) searchAlone(wanted.text);
    before = wanted.text.join(" ");
    light(wanted.text);
    document.querySelector(".none-left").hidden = left > 0;
    document.getElementById("count").textContent = left === clusters.length ? counted(left, "claim") : `${left} of ${counted(clusters.length, "claim")}`;
  };

  const onlyReports = (reports) => {
    form.reset();
    for (const box of form.querySelectorAll('input[name="report"]')) box.checked = reports.includes(box.value);
    filter();
  };

  // A link may lead to what the filters hide, or into something folded.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const hidden = target.closest("[hidden]") || (target.matches(".differences li") && getComputedStyle(target).display === "none");
    if (hidden && form) { form.reset(); filter(); }
    const folded = target.closest("details:not([open])");
    if (folded) folded.open = true;
    if (hidden || folded) target.scrollIntoView();
    if (!target.matches("a, summary, input, button")) {
      target.setAttribute("tabindex", "-1");
      target.focus({ preventScroll: true });
    }
  };

  const line = (tag, words) => Object.assign(document.createElement(tag), { textContent: words });
  const squeezed = (words) => words.replace(/\s+/g, " ").trim();
  const said = (q, whole) => squeezed([...q.childNodes].map((node) => (node.localName !== "details" ? node.textContent : whole ? node.lastChild.textContent : "…")).join(""));
  const told = (reading, whole) => {
    const q = reading.querySelector("q"), who = squeezed(reading.querySelector(".who").textContent);
    return q ? `“${said(q, whole)}” (${who})` : `not in ${who}`;
  };
  const part = (row, name) => squeezed(row.querySelector(name)?.textContent ?? "");
  const showTip = (mark) => {
    const row = document.getElementById(mark.hash.slice(1));
    if (!row) return;
    const readings = [...row.querySelectorAll(".reading")].map((each) => line("span", told(each)));
    tip.replaceChildren(line("b", `${part(row, ".kind")}: ${part(row, ".badge")}`), ...readings, line("span", part(row, ".note")));
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
  addEventListener("beforeprint", () => { for (const details of document.querySelectorAll("details:not(.why)")) details.open = true; });
  addEventListener("hashchange", reveal);

  // A claim as plain text, for a note or a message.
  const asText = (cluster) => {
    const versions = [...cluster.querySelectorAll(".version")].map((version) => {
      const published = part(version, ".published");
      return `${squeezed(version.querySelector(".by a").firstChild.data)}${published && ` (${published})`}: ${squeezed(version.querySelector("blockquote").textContent)}`;
    });
    const rows = [...cluster.querySelectorAll(".differences li")].filter((row) => getComputedStyle(row).display !== "none").map((row) => {
      const readings = [...row.querySelectorAll(".reading")].map((each, place) => `${place ? ` ${part(each, ".against, .beside") || "|"} ` : ""}${told(each, true)}`);
      const note = part(row, ".note");
      return `${part(row, ".badge")}, ${part(row, ".kind")}: ${readings.join("")}${note && ` [${note}]`}`;
    });
    const place = location.protocol.startsWith("http") ? [`${location.href.split("#")[0]}#${cluster.id}`] : [];
    return [...versions, ...rows, ...place].join("\n");
  };
  for (const cluster of navigator.clipboard ? clusters : []) {
    const button = Object.assign(line("button", "Copy"), { type: "button", className: "copy" });
    button.setAttribute("aria-label", `Copy claim ${cluster.id.slice(1)} as text`);
    cluster.querySelector(".standing").append(button);
  }
  document.addEventListener("click", async (event) => {
    if (!event.target.matches?.(".copy")) return;
    await navigator.clipboard.writeText(asText(event.target.closest(".cluster")));
    event.target.textContent = "Copied";
    setTimeout(() => { event.target.textContent = "Copy"; }, 2000);
  });

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
      while (left.length && deadline.timeRemaining() > 2) text(left.pop(), WORDS);
      if (left.length) idle(gather(left));
    };
    idle(gather([...clusters].reverse()));
  }
  reveal();
})();
