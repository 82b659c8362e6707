// A page that is live asks again whether something has happened, and exchanges what has changed.
//
// Without this script the page is whole, and shows what it showed when it was opened. The question carries no cookie, so that it is
// answered from the kept page; only when the answer is another, and the reader has signed in, is the reader's own page asked for.
(() => {
  "use strict";

  const pace = 500; // milliseconds between questions
  const patience = 5000; // after a question that got no answer
  const longest = 8000; // that an answer is waited for
  const where = location.pathname + location.search;
  let tag = null;
  let timer = null;
  let asking = false;

  const parts = () => document.querySelector("[data-live]");

  const ask = (credentials, headers) =>
    fetch(where, { credentials, headers, redirect: "error", signal: AbortSignal.timeout(longest) });

  // What the reader has opened, and where they are, is put back in what has come instead.
  const exchange = (shown, fresh) => {
    const open = [...shown.querySelectorAll("details")].map((part) => part.open);
    const scrolled = [...shown.querySelectorAll(".scroll")].map((part) => part.scrollLeft);
    const focused = shown.contains(document.activeElement) ? document.activeElement : null;
    const address = focused && focused.getAttribute("href");
    const place = focused ? [...shown.querySelectorAll(focused.tagName)].indexOf(focused) : -1;
    shown.replaceChildren(...fresh.childNodes);
    shown.querySelectorAll("details").forEach((part, index) => { part.open = open[index] ?? false; });
    shown.querySelectorAll(".scroll").forEach((part, index) => { part.scrollLeft = scrolled[index] ?? 0; });
    if (!focused) return;
    const alike = [...shown.querySelectorAll(focused.tagName)];
    const again = alike.find((part) => address && part.getAttribute("href") === address) ?? alike[place];
    if (again) again.focus({ preventScroll: true });
  };

  // What the reader has opened or closed is no news.
  const content = (part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("details").forEach((one) => one.removeAttribute("open"));
    return copy.innerHTML;
  };

  const show = (text) => {
    const shown = parts();
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("[data-live]");
    if (!shown || !fresh || content(shown) === content(fresh)) return;
    const before = shown.querySelector("[data-live-sentence]")?.textContent;
    const now = fresh.querySelector("[data-live-sentence]")?.textContent;
    exchange(shown, fresh);
    const says = document.querySelector("[data-live-says]");
    if (says && now && now !== before) says.textContent = now;
  };

  const look = async () => {
    timer = null;
    if (asking || document.visibilityState !== "visible") return;
    asking = true;
    let wait = pace;
    try {
      const answer = await ask("omit", tag ? { "If-None-Match": tag } : {});
      if (answer.status === 200) {
        const own = document.querySelector(".signed-in") ? await ask("same-origin", {}) : answer;
        if (own.status === 200) {
          show(await own.text());
          tag = answer.headers.get("ETag");
        } else wait = patience;
      } else if (answer.status !== 304) wait = patience;
    } catch { wait = patience; }
    asking = false;
    if (timer === null) timer = setTimeout(look, wait);
  };

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    clearTimeout(timer);
    look();
  });
  if (parts()) timer = setTimeout(look, pace);
})();
