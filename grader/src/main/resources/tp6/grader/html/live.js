(() => {
  const part = (page, selector) => page.querySelector(selector);
  let version = "";

  /** Puts in what is new, and leaves what the reader has typed, opened, sorted and scrolled to. */
  const renew = (page) => {
    const [old, now] = [document, page].map((one) => part(one, "main"));
    const [mine, theirs] = [old, now].map((main) => part(main, "main > section:has(#class)"));
    const focus = document.activeElement?.getAttribute("href");
    const place = mine.getBoundingClientRect().top;
    for (const open of old.querySelectorAll("details[open][id]")) {
      now.querySelector("#" + open.id)?.setAttribute("open", "");
    }
    const sorted = part(mine, "[aria-sort]");
    const again = part(theirs, `[data-at="${sorted.dataset.at}"]`);
    if (again) {
      part(theirs, "[aria-sort]").removeAttribute("aria-sort");
      again.setAttribute("aria-sort", sorted.getAttribute("aria-sort"));
    }
    const all = [...now.children];
    [...old.children].filter((one) => one !== mine).forEach((one) => one.remove());
    mine.before(...all.slice(0, all.indexOf(theirs)));
    mine.after(...all.slice(all.indexOf(theirs) + 1));
    part(mine, "#class").replaceWith(part(theirs, "#class"));
    part(document, "header p").replaceWith(part(page, "header p"));
    dispatchEvent(new Event("renewed"));
    if (place < 0) {
      scrollBy(0, mine.getBoundingClientRect().top - place);
    }
    if (focus) {
      document.querySelector(`a[href="${CSS.escape(focus)}"]`)?.focus({preventScroll: true});
    }
  };

  const look = async () => {
    try {
      const answer = await fetch(location.pathname, {headers: {"If-None-Match": version}});
      if (answer.status === 200) {
        renew(new DOMParser().parseFromString(await answer.text(), "text/html"));
        version = answer.headers.get("ETag");
      }
      part(document, "#lost").hidden = answer.ok || answer.status === 304;
    } catch {
      part(document, "#lost").hidden = false;
    }
    setTimeout(look, 1000);
  };
  look();
})();
