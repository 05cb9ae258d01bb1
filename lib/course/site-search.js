// Finds places of the course by the beginnings of words. SEARCH, which site-data.js sets, has a row for each place:
// address, title, where that is, weight, text.
"use strict";
const box = document.querySelector("#q"), list = document.querySelector("#found"), status = document.querySelector("#count");
const MOST = 40;

const places = SEARCH.map(([url, title, where, weight, text]) =>
    ({url, title, where, weight, text, low: text.toLowerCase(), head: title.toLowerCase()}));

/** Where a word of the text begins with what was typed; a capital within a word begins one too. */
function starts(text, low, typed) {
    const found = [];
    for (let at = low.indexOf(typed); at >= 0 && found.length < 6; at = low.indexOf(typed, at + 1)) {
        const inside = at > 0 && /[a-z0-9]/i.test(text[at - 1]);
        if (!inside || (/[A-Z]/.test(text[at]) && /[a-z]/.test(text[at - 1]))) found.push(at);
    }
    return found;
}

/** How well a place answers; 0 if a word that was typed is not there. */
function score(place, typed) {
    let sum = place.head === typed.join(" ") ? 60 : 0;
    for (const word of typed) {
        const points = 12 * Math.min(1, starts(place.title, place.head, word).length)
            + starts(place.text, place.low, word).length;
        if (points === 0) return 0;
        sum += points;
    }
    return sum * place.weight;
}

/** A few words of the text around the first hit, with all hits in it marked. */
function excerpt(place, typed) {
    const first = Math.min(...typed.flatMap(word => starts(place.text, place.low, word).slice(0, 1)));
    const begin = Number.isFinite(first) ? Math.max(0, place.text.lastIndexOf(" ", Math.max(0, first - 50)) + 1) : 0;
    const shown = place.text.slice(begin, begin + 190), low = shown.toLowerCase(), line = document.createElement("p");
    const hits = typed.flatMap(word => starts(shown, low, word).map(at => [at, at + word.length])).sort((a, b) => a[0] - b[0]);
    let done = 0;
    if (begin > 0) line.append("… ");
    for (const [from, to] of hits) {
        if (from < done) continue;
        const mark = document.createElement("mark");
        mark.textContent = shown.slice(from, to);
        line.append(shown.slice(done, from), mark);
        done = to;
    }
    line.append(shown.slice(done), begin + 190 < place.text.length ? " …" : "");
    return line;
}

function row(place, typed) {
    const item = document.createElement("li"), link = document.createElement("a"), where = document.createElement("span");
    link.href = place.url;
    link.textContent = place.title;
    where.className = "soft";
    where.textContent = ` ${place.where}`;
    item.append(link, where, excerpt(place, typed));
    return item;
}

function search() {
    const typed = box.value.toLowerCase().split(/[^\p{L}\p{N}_]+/u).filter(word => word);
    const found = typed.length === 0 ? [] : places.map(place => ({place, points: score(place, typed)}))
        .filter(each => each.points > 0).sort((a, b) => b.points - a.points);
    list.replaceChildren(...found.slice(0, MOST).map(each => row(each.place, typed)));
    status.textContent = typed.length === 0 ? "" : found.length === 0 ? "Nothing found. Try the beginning of a word."
        : found.length > MOST ? `${found.length} places, the best ${MOST} of them below`
        : found.length === 1 ? "1 place" : `${found.length} places`;
}

box.value = new URLSearchParams(location.search).get("q") ?? "";
box.addEventListener("input", search);
box.form.addEventListener("submit", event => {
    event.preventDefault();
    list.querySelector("a")?.focus();
});
box.focus();
search();
