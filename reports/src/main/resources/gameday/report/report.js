"use strict";
// Fills the table of questions. Texts are set as text only; nothing here makes HTML of data.
(() => {
  const STEP = 100;
  const SEARCHED = [0, 2, 5, 10];
  const FILTERED = [3, 4, 6, 7];
  const SECONDS = [8, 9];
  const COLUMNS = 10;
  // The filters' names in an address such as report.html#q=keynote&end=still%20open
  const NAMES = { q: "search", audience: "filter-3", chat: "filter-4", tier: "filter-6", end: "filter-7" };
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("question-data").textContent);
  const texts = data.map((row) => SEARCHED.map((column) => row[column]).join("\n").toLowerCase());
  const order = data.map((row, index) => index);
  const rows = byId("rows");
  let matches = order;
  let rendered = 0;

  const seconds = (value) => {
    if (value === null) return "–";
    if (value < 0.9995) return Math.round(value * 1000) + " ms";
    if (value < 9.95) return value.toFixed(1) + " s";
    const whole = Math.round(value);
    if (whole < 120) return whole + " s";
    const two = (number) => String(number).padStart(2, "0");
    if (whole < 3600 && whole % 60 === 0) return whole / 60 + " min";
    if (whole < 3600) return Math.floor(whole / 60) + " min " + two(whole % 60) + " s";
    const minutes = Math.round(whole / 60);
    return Math.floor(minutes / 60) + " h " + two(minutes % 60) + " min";
  };

  const rowOf = (question) => {
    const tr = document.createElement("tr");
    for (let column = 0; column < COLUMNS; column++) {
      const td = tr.insertCell();
      if (SECONDS.includes(column)) {
        td.className = "n";
        td.textContent = seconds(question[column]);
      } else {
        const bdi = document.createElement("bdi");
        bdi.textContent = question[column];
        td.append(bdi);
      }
      if (column === 2) td.title = question[10];
    }
    return tr;
  };

  const renderMore = () => {
    const part = document.createDocumentFragment();
    for (const index of matches.slice(rendered, rendered + STEP)) part.append(rowOf(data[index]));
    rows.append(part);
    rendered = Math.min(rendered + STEP, matches.length);
    byId("more").hidden = rendered === matches.length;
    byId("shown").textContent = matches.length === 0
      ? "No question matches."
      : "Showing " + rendered + " of " + matches.length + (matches.length < data.length ? " that match" : "");
  };

  const select = () => {
    const search = byId("search").value.trim().toLowerCase();
    const wanted = FILTERED.map((column) => [column, byId("filter-" + column).value]);
    matches = order.filter((index) =>
      (search === "" || texts[index].includes(search))
      && wanted.every(([column, value]) => value === "" || data[index][column] === value));
    rows.replaceChildren();
    rendered = 0;
    renderMore();
  };

  const tellAddress = () => {
    const told = new URLSearchParams();
    for (const [name, id] of Object.entries(NAMES)) {
      if (byId(id).value !== "") told.set(name, byId(id).value);
    }
    // Replaced, so that the way back leads out of the page and not through every letter.
    history.replaceState(null, "", "#" + (told.size === 0 ? "questions" : told));
  };

  const readAddress = () => {
    const told = new URLSearchParams(location.hash.slice(1));
    const named = Object.entries(NAMES).filter(([name]) => told.has(name));
    // Any other address, such as #questions, is a place on the page and changes no filter.
    if (named.length === 0) return;
    for (const id of Object.values(NAMES)) byId(id).value = "";
    for (const [name, id] of named) byId(id).value = told.get(name);
    // An unknown choice would select nothing at all.
    for (const column of FILTERED) if (byId("filter-" + column).selectedIndex < 0) byId("filter-" + column).value = "";
    byId("questions").scrollIntoView();
  };

  const filter = () => {
    select();
    tellAddress();
  };

  const compare = (one, other) => {
    if (one === other) return 0;
    return one < other ? -1 : 1;
  };

  const sort = (header, column) => {
    const sign = header.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const each of document.querySelectorAll(".questions th")) each.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
    // What never came is last, whichever way the rest is sorted.
    order.sort((a, b) => {
      const one = data[a][column];
      const other = data[b][column];
      if (one === null || other === null) return compare(one === null, other === null) || a - b;
      return sign * compare(one, other) || a - b;
    });
    select();
  };

  for (const column of FILTERED) {
    const choice = byId("filter-" + column);
    for (const value of [...new Set(data.map((row) => row[column]))].sort()) choice.add(new Option(value, value));
    choice.addEventListener("change", filter);
  }
  let waiting = 0;
  byId("search").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  byId("more").addEventListener("click", renderMore);
  for (const button of document.querySelectorAll("th button")) {
    button.addEventListener("click", () => sort(button.closest("th"), Number(button.dataset.column)));
  }
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  addEventListener("hashchange", () => {
    readAddress();
    select();
  });
  readAddress();
  select();
})();
