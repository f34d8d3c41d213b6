/// What is looked at in a page for people who see little, hear it, or use the keyboard alone.
///
/// axe-core is not at hand without a registry of JavaScript, so this is a list of our own, after the rules of axe and of WCAG 2.2
/// that a page of this sort can break: names of controls and pictures, references and ids, headings, tables, language, order of
/// focus, contrast of text (4.5 to 1, and 3 to 1 for large text).
enum AccessibilityRules {
  /// A script that gives the violations as sentences.
  static let script = """
    const wrong = [];
    const say = (rule, element) => wrong.push(`${rule}: ${element.outerHTML.slice(0, 160)}`);
    const isShown = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
    const byIds = text => text.split(/\\s+/).map(id => document.getElementById(id)?.textContent ?? '').join(' ');
    const nameOf = e => (e.getAttribute('aria-label')
      || (e.hasAttribute('aria-labelledby') && byIds(e.getAttribute('aria-labelledby')))
      || Array.from(e.labels ?? [], l => l.textContent).join(' ') || e.querySelector(':scope > legend')?.textContent
      || (/^(input|select|textarea)$/i.test(e.localName) ? '' : e.textContent) || e.getAttribute('title') || '').trim();

    if (!document.documentElement.lang) wrong.push('html has no language');
    if (!document.title.trim()) wrong.push('no title');
    if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
    if (document.querySelectorAll('main').length !== 1) wrong.push('not one main');
    if (!document.querySelector('[aria-live]')) wrong.push('no live region');
    const controls = 'button, select, input, textarea, a[href], [role=option], [role=tab], [role=listbox], [role=region], [role=tabpanel], [role=img], dialog, section';
    for (const e of document.querySelectorAll(controls)) if (isShown(e) && !nameOf(e)) say('no name', e);
    for (const e of document.querySelectorAll('[tabindex]')) if (e.tabIndex > 0) say('tabindex above 0', e);
    const ids = new Set();
    for (const e of document.querySelectorAll('[id]')) { if (ids.has(e.id)) say('id twice', e); ids.add(e.id); }
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant', 'for']) {
      for (const e of document.querySelectorAll(`[${attribute}]`)) {
        for (const id of e.getAttribute(attribute).split(/\\s+/)) if (!ids.has(id)) say(`${attribute} names nothing`, e);
      }
    }
    for (const e of document.querySelectorAll('[role=option]')) if (!e.closest('[role=listbox]')) say('option outside a list', e);
    for (const e of document.querySelectorAll('[role=option]')) if (!e.hasAttribute('aria-selected')) say('option without state', e);
    for (const e of document.querySelectorAll('[role=tab]')) if (!e.closest('[role=tablist]')) say('tab outside a list', e);
    let level = 0;
    for (const e of document.querySelectorAll('h1, h2, h3, h4')) {
      if (!isShown(e)) continue;
      if (Number(e.localName[1]) > level + 1) say('a level of headings is left out', e);
      level = Number(e.localName[1]);
    }
    for (const e of document.querySelectorAll('table')) {
      if (!e.caption) say('table without caption', e);
      for (const head of e.querySelectorAll('th')) if (!head.scope) say('head without scope', head);
    }
    for (const e of document.querySelectorAll('ul, ol')) {
      for (const child of e.children) if (child.localName !== 'li') say('list with something else', child);
    }

    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    const rgba = color => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
    const ground = e => {
      let layers = [];
      for (let each = e; each; each = each.parentElement) {
        layers.push(rgba(getComputedStyle(each).backgroundColor));
        if (layers.at(-1)[3] === 1) break;
      }
      return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
    };
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ratio = (one, other) => {
      const [a, b] = [light(one), light(other)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    let texts = 0;
    for (const e of document.querySelectorAll('body *')) {
      const own = Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim());
      if (!own || !isShown(e) || e.closest('script, style, title, noscript, option') || e.disabled) continue;
      const style = getComputedStyle(e);
      const isDrawn = e instanceof SVGElement;
      let below = ground(isDrawn ? e.ownerSVGElement.parentElement : e);
      if (isDrawn) {
        const box = e.closest('g')?.querySelector(':scope > .box, :scope > .hit');
        if (box && !e.closest('.edge')) {
          const look = getComputedStyle(box);
          const fill = rgba(look.fill === 'none' ? 'transparent' : look.fill);
          below = over([fill[0], fill[1], fill[2], fill[3] * Number(look.fillOpacity)], below);
        }
      }
      const color = over(rgba(isDrawn ? style.fill : style.color), below);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
      texts += 1;
      if (ratio(color, below) < (isLarge ? 3 : 4.5)) say(`contrast ${ratio(color, below).toFixed(2)}`, e);
    }
    if (texts < 20) wrong.push(`only ${texts} texts were looked at`);
    return wrong;
    """
}
