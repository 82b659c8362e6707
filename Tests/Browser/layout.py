"""Layout: nothing scrolls sideways, drawings are readable, and who uses a keyboard sees where they are."""

COLOURS = """
  function colour(text) {
    const values = text.match(/[\\d.]+/g).map(Number);
    return {red: values[0], green: values[1], blue: values[2], alpha: values[3] ?? 1};
  }

  function ground(element) {
    for (; element; element = element.parentElement) {
      const value = colour(getComputedStyle(element).backgroundColor);
      if (value.alpha === 1) return value;
    }
    return {red: 255, green: 255, blue: 255, alpha: 1};
  }

  function light(value) {
    const part = channel => (channel /= 255) <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(value.red) + 0.7152 * part(value.green) + 0.0722 * part(value.blue);
  }

  function contrast(one, other) {
    if (one.alpha === 0) return 1;
    const [darker, lighter] = [light(one), light(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }
"""

OVERFLOW = """
() => {
  const width = document.documentElement.clientWidth;
  const found = [];
  const inside = element => element.parentElement && element.parentElement.closest('.scroll');
  if (document.documentElement.scrollWidth > width) {
    // The elements, and the words in them, that reach beyond the edge.
    const range = document.createRange();
    const right = element => Math.max(...[element, ...element.childNodes].filter(part => part === element || part.nodeType === 3).map(part => {
      range.selectNodeContents(part);
      return part === element ? part.getBoundingClientRect().right : range.getBoundingClientRect().right;
    }));
    const wide = [...document.body.querySelectorAll('*')].filter(element => !inside(element) && right(element) > width + 0.5);
    const innermost = wide.filter(element => !wide.some(other => other !== element && element.contains(other)));
    const names = innermost.slice(0, 5).map(element => `${describe(element)} ”${element.textContent.trim().slice(0, 30)}”`);
    found.push(`sidan rullar i sidled (${document.documentElement.scrollWidth} px): ${names.join(', ')}`);
  }
  for (const drawing of document.querySelectorAll('svg[role=img]')) {
    if (!drawing.checkVisibility()) continue;
    const frame = drawing.getBoundingClientRect();
    const place = `bilden ${describe(drawing.parentElement)}`;
    // What is under a text to part it from the lines is the same text once more.
    const texts = [...drawing.querySelectorAll('text:not(.area-halo)')].map(element => ({element, box: element.getBoundingClientRect()}));
    const signs = [...drawing.querySelectorAll('circle, polygon')].map(element => ({element, box: element.getBoundingClientRect()}));
    const sizes = texts.map(({element}) => parseFloat(getComputedStyle(element).fontSize) * element.getScreenCTM().a);
    const small = sizes.filter(size => size < 11.5);
    if (small.length) found.push(`${place}: ${small.length} av ${texts.length} texter är för små, ned till ${Math.min(...small).toFixed(1)} px`);
    for (const [index, {element, box}] of texts.entries()) {
      const words = element.textContent;
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        found.push(`${place}: texten ”${words}” går utanför`);
      for (const other of texts.slice(index + 1).concat(signs)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && down > 2) found.push(`${place}: texten ”${words}” ligger över ”${other.element.textContent || other.element.tagName}”`);
      }
    }
  }
  return found;

  function describe(element) {
    const name = element.getAttribute('class');
    return element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + (name ? '.' + name.split(' ').join('.') : '');
  }
}
"""

# axe does not decide on the contrast of text in drawings.
INK = """
() => {
  const found = new Set();
  for (const text of document.querySelectorAll('svg[role=img] text')) {
    if (!text.checkVisibility()) continue;
    const ratio = contrast(colour(getComputedStyle(text).fill), ground(text));
    if (ratio < 4.5) found.add(`text.${text.getAttribute('class')} i en bild har kontrasten ${ratio.toFixed(1)}`);
  }
  for (const sign of document.querySelectorAll('svg[role=img] :is(circle, polygon, line, path)')) {
    if (!sign.checkVisibility()) continue;
    // Hairlines and the band behind a group only help the eye; what they say stands in the scale and in the texts.
    if (sign.matches('.chart-hair, .chart-faint, .chart-band, .area-hit, .area, .tier-box')) continue;
    const style = getComputedStyle(sign);
    // A ring has the ground inside and its line around: what shows of a sign is the stronger of the two.
    const inks = [style.fill, style.stroke].filter((ink, index) => ink !== 'none' && !(index === 0 && sign.matches('line'))).flatMap(marks);
    const ratio = Math.max(1, ...inks.map(ink => contrast(colour(ink), ground(sign))));
    if (ratio < 3) found.add(`${sign.tagName}.${sign.getAttribute('class') || ''} i en bild har kontrasten ${ratio.toFixed(1)}`);
  }
  return [...found];

  // What a pattern is seen by is the ink of the marks in it.
  function marks(ink) {
    if (!ink.startsWith('url(')) return [ink];
    const pattern = document.getElementById(ink.replace(/^url\\(["']?#|["']?\\).*$/g, ''));
    return [...pattern.querySelectorAll('*')].flatMap(mark => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke])
      .filter(one => one !== 'none');
  }
COLOURS
}
""".replace("COLOURS", COLOURS)

# WCAG 2.1, 1.4.12: a reader may set wider spacing; nothing may be lost by it.
SPACING = """
on => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'
    + ' p { margin-bottom: 2em !important } svg * { letter-spacing: normal !important; word-spacing: normal !important }');
  document.adoptedStyleSheets = on ? [sheet] : [];
}
"""

# What can be reached with the tab key, in the order of the document.
TARGETS = """
() => {
  window.targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
    .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({visibilityProperty: true}));
  window.reached = new Set();
  // The next press begins at the top of the page, whatever had focus before.
  document.body.setAttribute('tabindex', '-1');
  document.body.focus();
  document.body.blur();
  document.body.removeAttribute('tabindex');
  return window.targets.length;
}
"""

# Looks at the element that has focus; null when none has.
FOCUSED = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const index = window.targets.indexOf(element);
  const again = window.reached.has(element);
  window.reached.add(element);
  const label = (element.getAttribute('aria-label') || element.textContent || element.name || '').trim().slice(0, 40);
  const name = `${kind(element)} ”${label}”`;
  const problems = [], remarks = [];
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();

  const ring = parseFloat(style.outlineWidth);
  if (style.outlineStyle === 'none' || ring < 2) problems.push(`${name}: fokus syns inte`);
  else if (style.outlineStyle !== 'auto') {
    const ratio = contrast(colour(style.outlineColor), ground(element.parentElement));
    if (ratio < 3) problems.push(`${name}: fokusringen har kontrasten ${ratio.toFixed(1)} mot grunden`);
  }

  // What is taller than the window can't stand in it whole, and browsers leave what can be seen in part where it is: a table that
  // scrolls by itself, and what stands in one. Then some of it must be seen (WCAG 2.2, 2.4.11).
  const table = element.closest('.scroll');
  // A field of many lines is shown where its caret stands.
  const isWhole = box.height < innerHeight && element !== table && !element.matches('textarea');
  const [highest, lowest] = isWhole ? [-1, innerHeight + 1] : [1 - box.height, innerHeight - 1 + box.height];
  const beyond = table ? Math.max(0, box.width - 4) : 0;
  if (box.top < highest || box.left < -1 - beyond || box.right > innerWidth + 1 + beyond || box.bottom > lowest)
    problems.push(`${name}: står utanför fönstret när den har fokus`);
  // The box of a shape in a drawing holds parts of its neighbours; a ring and a name show where it is.
  for (const part of element.matches('svg a') ? [] : element.getClientRects()) {
    const points = [[0.5, 0.5], [0.02, 0.1], [0.98, 0.1], [0.02, 0.9], [0.98, 0.9]];
    for (const [x, y] of points) {
      const hit = document.elementFromPoint(part.left + part.width * x, part.top + part.height * y);
      if (hit && !element.contains(hit) && !hit.contains(element)) {
        problems.push(`${name}: skyms av ${hit.tagName.toLowerCase()}.${hit.getAttribute('class') || ''} när den har fokus`);
        break;
      }
    }
  }

  const small = Math.min(box.width, box.height);
  const isTarget = element.matches('a, button, input, select, textarea, summary');
  if (isTarget && small < 24 && !inSentence(element, style)) problems.push(`${kind(element)}: träffytan är ${Math.round(small)} px, minst 24 behövs`);
  if (isTarget && box.height < 43.5 && element.matches('.masthead a, .go a, .skip, .row-of-members a, .neighbours a, .files a, .tongue a, button, input, select, summary'))
    remarks.push(`${kind(element)}: träffytan är ${Math.round(small)} px, 44 önskas`);
  return {index, again, name, problems, remarks};

  // An element by its own name and its nearest neighbours', so that equal ones are told of once.
  function kind(element) {
    const named = element.parentElement.closest('[class]');
    const own = element.tagName.toLowerCase() + (element.getAttribute('class') ? '.' + element.getAttribute('class') : '');
    const parent = element.parentElement === named ? '' : element.parentElement.tagName.toLowerCase() + ' > ';
    return (named ? '.' + named.getAttribute('class').split(' ').join('.') + ' ' : '') + parent + own;
  }

  // A link among other words is as high as its line; WCAG 2.2, 2.5.8 excepts it.
  function inSentence(element, style) {
    if (style.display !== 'inline') return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let words = '';
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('a, button, svg')) words += walker.currentNode.data;
    return words.trim().length > 2;
  }

COLOURS
}
""".replace("COLOURS", COLOURS)

UNREACHED = """
() => window.targets.flatMap(element => {
  const name = `${element.tagName.toLowerCase()} ”${element.textContent.trim().slice(0, 40)}”`;
  if (element.tabIndex > 0) return [`${name}: går före i ordningen (tabindex)`];
  // One of a group of radio buttons is reached by tab, and the others from it by the arrows.
  const group = element.type === 'radio' ? [...document.getElementsByName(element.name)] : [element];
  return group.some(one => window.reached.has(one)) ? [] : [`${name}: nås inte med tabb`];
})
"""

# Words that are broken where no hyphen stands.
BROKEN_WORDS = """
() => {
  const found = [], range = document.createRange();
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(/[^\\s\\-–\u00AD]+/g)) {
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) found.push(`ordet ”${word[0]}” bryts mitt i en rubrik`);
      }
    }
  }
  for (const text of document.querySelectorAll('svg[role=img] text'))
    if (text.checkVisibility() && text.textContent.endsWith('-')) found.push(`ordet ”${text.textContent}” avstavas i en bild`);
  return found;
}
"""


def overflow(page):
    """What is too wide, or unreadable in a drawing, at the present width."""
    return page.evaluate(OVERFLOW)


def broken_words(page):
    return page.evaluate(BROKEN_WORDS)


def drawings(page):
    """The contrast of drawings in the present scheme."""
    return page.evaluate(INK)


def overflow_with_wide_spacing(page):
    page.evaluate(SPACING, True)
    try:
        return page.evaluate(OVERFLOW)
    finally:
        page.evaluate(SPACING, False)


def walk(page):
    """Presses the tab key through the whole page; returns problems and remarks."""
    problems, remarks, last = [], [], -1
    count = page.evaluate(TARGETS)
    for _ in range(count + 2):
        page.keyboard.press("Tab")
        seen = page.evaluate(FOCUSED)
        if seen is None or seen["again"]:
            break
        problems += seen["problems"]
        remarks += seen["remarks"]
        if 0 <= seen["index"] < last:
            problems.append(f"{seen['name']}: får fokus i en annan ordning än sidans")
        last = max(last, seen["index"])
    problems += page.evaluate(UNREACHED)
    page.evaluate("document.activeElement.blur()")
    return list(dict.fromkeys(problems)), list(dict.fromkeys(remarks))
