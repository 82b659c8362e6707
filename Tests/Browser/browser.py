"""Debian's Chromium through Playwright."""

import contextlib

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
NARROWEST = {"width": 320, "height": 640}


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            yield browser
        finally:
            browser.close()


class Tab:
    """A tab that keeps what its pages asked for and complained about."""

    def __init__(self, browser, base, scripts=True):
        self.base = base
        self.context = browser.new_context(viewport=PHONE, java_script_enabled=scripts, reduced_motion="reduce", locale="sv-SE")
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.requests = []
        self.complaints = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"fel i sidan: {error}"))

    def _heard(self, message):
        # The browser says so of every page that is not answered with 200, also when it should not be.
        expected = message.text.startswith("Failed to load resource") and message.location.get("url") == self.page.url
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(f"i konsolen: {message.text}")

    def open(self, path):
        self.requests.clear()
        self.complaints.clear()
        return self.page.goto(self.base + path)

    def close(self):
        self.context.close()
