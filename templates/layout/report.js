(function () {
  "use strict";
  var box = document.getElementById("entry"), current = null, pinned = false, timer = 0;
  function row(link) { return document.getElementById(link.getAttribute("href").slice(1)); }
  function term(list, name, text) {
    if (!text) { return; }
    var dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.textContent = name; dd.textContent = text; list.appendChild(dt); list.appendChild(dd);
  }
  function show(link, pin) {
    var tr = row(link);
    if (!tr) { return; }
    if (current && current !== link) { current.removeAttribute("aria-expanded"); }
    current = link; pinned = pin;
    var heading = tr, key = tr.querySelector("code").textContent;
    while (heading && !heading.classList.contains("heading")) { heading = heading.previousElementSibling; }
    var head = document.createElement("h4"), list = document.createElement("dl");
    head.textContent = tr.cells[0].textContent.replace(key, "").trim();
    term(list, "Shown as", tr.cells[1].textContent.trim());
    term(list, "Value", tr.cells[2].textContent.trim());
    term(list, "n", tr.cells[3].textContent.trim());
    if (heading) {
      term(list, "Analysis", heading.querySelector("b").textContent);
      term(list, "Method", heading.querySelector(".procedure").textContent);
      var within = tr.getAttribute("data-within");
      term(list, "From", heading.querySelector(".origin").textContent + (within ? "; " + within : ""));
    }
    term(list, "Key", key);
    box.replaceChildren(head, list);
    box.hidden = false;
    link.setAttribute("aria-expanded", "true");
    var at = link.getBoundingClientRect(), width = box.offsetWidth, height = box.offsetHeight;
    var left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    var below = at.bottom + 8 + height < window.innerHeight || at.top < height + 16;
    box.style.left = (left + window.scrollX) + "px";
    box.style.top = ((below ? at.bottom + 8 : at.top - height - 8) + window.scrollY) + "px";
  }
  function hide() {
    box.hidden = true; pinned = false;
    if (current) { current.removeAttribute("aria-expanded"); current = null; }
  }
  function number(target) { return target.closest ? target.closest("a.n") : null; }
  document.addEventListener("mouseover", function (e) {
    var link = number(e.target);
    if (link && !pinned) { clearTimeout(timer); timer = setTimeout(function () { show(link, false); }, 120); }
  });
  document.addEventListener("mouseout", function (e) {
    if (number(e.target) && !pinned) { clearTimeout(timer); timer = setTimeout(hide, 180); }
  });
  document.addEventListener("focusin", function (e) { var link = number(e.target); if (link) { show(link, pinned); } });
  document.addEventListener("focusout", function (e) { if (number(e.target) && !pinned) { hide(); } });
  document.addEventListener("click", function (e) {
    var link = number(e.target);
    if (link && !(e.ctrlKey || e.metaKey || e.shiftKey)) {
      e.preventDefault();
      if (pinned && current === link) { hide(); } else { show(link, true); }
    } else if (!box.contains(e.target)) { hide(); }
  });
  document.addEventListener("keydown", function (e) { if (e.key === "Escape") { hide(); } });
}());
