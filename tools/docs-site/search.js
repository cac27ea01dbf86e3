// Searches all pages of one language in the browser, without a request to a server. Each page of
// the site loads this script. The index is another script, which is loaded when somebody searches.
'use strict';
(() => {
    const form = document.querySelector('.search');
    const input = form.querySelector('input');
    const box = form.querySelector('.results');
    const list = box.querySelector('ul');
    const status = box.querySelector('.status');
    const root = document.body.dataset.root;
    const MOST = 30, SNIPPET = 150;
    let selected = -1;
    form.hidden = false;

    // Return a letter without marks, so that "quang dien" finds "Quảng Điền". Folding replaces each
    // letter by exactly one, so a place in the folded text is the same place in the text.
    const base = letter => {
        const first = letter.normalize('NFD')[0];
        return first === 'đ' ? 'd' : first;
    };
    const each = (text, change) => Array.from(text, letter => change(letter).length === 1 ? change(letter) : letter).join('');
    const searchable = text => {
        const written = Array.from(text.normalize('NFC')).filter(letter => letter.length === 1).join('');
        const lower = each(written, letter => letter.toLowerCase());
        return { written, lower, folded: each(lower, base) };
    };
    const asQuery = text => {
        const { lower, folded } = searchable(text.trim().replace(/\s+/g, ' '));
        return { typed: lower, folded };
    };

    let rows;
    const load = () => rows = rows || new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = `${root}search.${document.documentElement.lang}.js`;
        script.onload = () => resolve(window.motcuaPages.map(([page, title, anchor, heading, text]) => (
            { page, anchor, title: searchable(title), heading: searchable(heading), text: searchable(text) })));
        script.onerror = reject;
        document.head.append(script);
    });

    // Return the first place of a word in a text from a place on, or -1. The word must begin where
    // a word of the text begins, but may be only its first letters. A mark that was typed must be
    // in the text; a letter that was typed without a mark matches one with any mark.
    const find = ({ lower, folded }, word, from = 0) => {
        for (let at = folded.indexOf(word.folded, from); at >= 0; at = folded.indexOf(word.folded, at + 1)) {
            const begins = at === 0 || !/[\p{L}\p{N}]/u.test(lower[at - 1]);
            if (begins && [...word.typed].every((letter, n) => letter === word.folded[n] || letter === lower[at + n])) return at;
        }
        return -1;
    };
    const has = (text, word) => find(text, word) >= 0;

    // Return the points of a row, or 0 if a word of the query is missing. A word in a heading
    // counts more than one in the text, and the whole query in one piece counts more than its
    // words.
    const score = (row, query, words) => {
        let sum = 0;
        for (const word of words) {
            const points = has(row.heading, word) ? 12 : has(row.title, word) ? 6 : has(row.text, word) ? 3 : 0;
            if (!points) return 0;
            sum += points;
        }
        if (row.heading.folded === query.folded) sum += 40;
        return sum + (has(row.heading, query) ? 10 : 0) + (has(row.text, query) ? 6 : 0);
    };

    // Return a part of a text as nodes in which the words that were found are marked. The nodes
    // keep the browser from reading the text as HTML.
    const marked = (text, words, from = 0, to = text.written.length) => {
        const found = new Array(text.written.length).fill(false);
        for (const word of words) {
            for (let at = find(text, word); at >= 0; at = find(text, word, at + 1)) found.fill(true, at, at + word.folded.length);
        }
        const nodes = [];
        for (let next; from < to; from = next) {
            for (next = from + 1; next < to && found[next] === found[from]; next++);
            const part = text.written.slice(from, next);
            nodes.push(found[from] ? Object.assign(document.createElement('mark'), { textContent: part }) : part);
        }
        return nodes;
    };

    const snippet = ({ text }, query, words) => {
        const whole = find(text, query);
        const at = whole >= 0 ? whole : Math.max(0, ...words.map(word => find(text, word)));
        let from = Math.max(0, at - 40);
        if (from > 0) from = text.written.indexOf(' ', from) + 1;
        const to = Math.min(from + SNIPPET, text.written.length);
        return [from > 0 ? '… ' : '', ...marked(text, words, from, to), to < text.written.length ? ' …' : ''];
    };

    const option = (row, query, words, number) => {
        const link = document.createElement('a');
        link.href = root + row.page + (row.anchor ? '#' + row.anchor : '');
        link.tabIndex = -1;
        const heading = document.createElement('b');
        heading.append(...marked(row.heading.written ? row.heading : row.title, words));
        link.append(heading);
        if (row.heading.written && row.heading.written !== row.title.written) {
            link.append(' ', Object.assign(document.createElement('span'), { className: 'of', textContent: '– ' + row.title.written }));
        }
        const text = document.createElement('p');
        text.append(...snippet(row, query, words));
        link.append(text);
        const item = document.createElement('li');
        item.id = 'result-' + number;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.append(link);
        return item;
    };

    const show = open => {
        box.hidden = !open;
        input.setAttribute('aria-expanded', String(open));
        if (!open) select(-1);
    };

    const select = number => {
        list.children[selected]?.setAttribute('aria-selected', 'false');
        selected = number;
        const item = list.children[selected];
        if (item) {
            item.setAttribute('aria-selected', 'true');
            item.scrollIntoView({ block: 'nearest' });
            input.setAttribute('aria-activedescendant', item.id);
        } else {
            input.removeAttribute('aria-activedescendant');
        }
    };

    const hitsOf = (all, query, words) =>
        all.map(row => ({ row, sum: score(row, query, words) })).filter(hit => hit.sum > 0).sort((a, b) => b.sum - a.sum);

    const search = async () => {
        let query = asQuery(input.value);
        const typed = query.typed;
        if (!typed) {
            show(false);
            return;
        }
        const all = await load();
        if (asQuery(input.value).typed !== typed) return;   // The query has changed since.
        const split = () => [...new Set(query.typed.split(' '))].map(asQuery);
        let words = split(), hits = hitsOf(all, query, words);
        // The marks may stand on other letters than in the text, as in "hòa" and "hoà". Then the
        // search ignores the marks.
        if (!hits.length) {
            query = asQuery(query.folded);
            words = split();
            hits = hitsOf(all, query, words);
        }
        list.replaceChildren(...hits.slice(0, MOST).map((hit, number) => option(hit.row, query, words, number)));
        status.textContent = hits.length ? form.dataset.found.replace('{}', hits.length) : form.dataset.none;
        selected = -1;
        show(true);
        select(hits.length ? 0 : -1);
    };

    input.addEventListener('focus', load);
    input.addEventListener('input', search);
    input.addEventListener('keydown', event => {
        const count = list.children.length;
        if (event.key === 'Escape') {
            show(false);
        } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count) {
            event.preventDefault();
            if (box.hidden) show(true);
            select((selected + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
        }
    });
    form.addEventListener('submit', event => {
        event.preventDefault();
        if (!box.hidden) list.children[Math.max(selected, 0)]?.querySelector('a').click();
    });
    list.addEventListener('click', () => show(false));
    document.addEventListener('click', event => { if (!form.contains(event.target)) show(false); });
    form.addEventListener('focusout', event => { if (event.relatedTarget && !form.contains(event.relatedTarget)) show(false); });
    document.addEventListener('keydown', event => {
        if (event.key === '/' && !event.ctrlKey && !event.metaKey && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
            event.preventDefault();
            input.focus();
        }
    });
    // A link such as index.html?q=quang+dien opens the page with a search.
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) {
        input.value = asked;
        input.focus();
        search();
    }
})();
