"""Pages that ask again whether something has happened, and exchange what has changed."""

MARK = """
() => {
  const live = document.querySelector('[data-live]');
  // As of another day the page is the same, but asks nothing.
  if (!document.querySelector('[data-live-says]') || !live || !live.querySelector('details')) return false;
  live.firstElementChild.wasThere = true;
  return true;
}
"""


def keeps_what_is_unfolded(page):
    """What the reader has unfolded is no news: nothing is exchanged for it, and focus stays."""
    if not page.evaluate(MARK):
        return []
    # The first question gets the page, the next one that it is the same.
    page.wait_for_event("response", lambda answer: answer.status == 304 and answer.url == page.url.partition("#")[0])
    kept = page.evaluate("() => document.querySelector('[data-live]').firstElementChild.wasThere === true")
    return [] if kept else ["den del som följer med byts ut fast inget har hänt"]
